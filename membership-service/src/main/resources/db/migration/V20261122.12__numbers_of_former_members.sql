-- Whoever was refused or has left may apply again, with the same citizen id and numbers: they are taken by applicants
-- and members only, and the citizen id for ever by the deceased.
alter table member
    drop constraint member_number_once,
    drop constraint member_card_number_once,
    drop constraint member_citizen_id_once;

create unique index member_number_once on member (owner_union_id, member_number)
    where status in ('APPLIED', 'ACTIVE');
create unique index member_card_number_once on member (owner_union_id, card_number)
    where status in ('APPLIED', 'ACTIVE');
create unique index member_citizen_id_once on member (owner_union_id, citizen_id_hash)
    where status in ('APPLIED', 'ACTIVE') or end_reason = 'DECEASED';
