-- Without a person there is nobody to become a member.
alter table member add constraint member_erased_stays
    check (erased_at is null or status in ('ENDED', 'REJECTED'));
