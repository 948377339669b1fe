-- Chuyển sinh hoạt: a member shall go from one unit to another, once the receiver accepts.
create table transfer (
    transfer_id         uuid primary key,
    version             bigint      not null,
    member_id           uuid        not null references member,
    from_unit_id        uuid        not null references unit,
    from_union_id       uuid        not null references unit,
    target_unit_id      uuid        not null references unit,
    target_union_id     uuid        not null references unit,
    introduction_number text        not null,
    introduction_date   date        not null,
    introduction_signer text,
    wished_date         date,
    status              text        not null check (status in ('PENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    reason              text,
    effective_date      date,
    unit_id             uuid references unit,
    decision_number     text,
    decision_date       date,
    decision_signer     text,
    created_as          bytea       not null,
    recorded_at         timestamptz not null,
    closed_at           timestamptz,
    constraint transfer_closed_at_a_moment check ((status = 'PENDING') = (closed_at is null)),
    constraint transfer_leads_somewhere_once_accepted
        check ((status = 'ACCEPTED') = (unit_id is not null) and (unit_id is null) = (effective_date is null)),
    constraint transfer_refused_for_a_reason check ((status = 'REFUSED') = (reason is not null))
);

create unique index transfer_one_pending on transfer (member_id) where status = 'PENDING';
create index transfer_by_member on transfer (member_id);
create index transfer_by_from_unit on transfer (from_unit_id);
create index transfer_by_target_unit on transfer (target_unit_id);

-- Steps say in which union they were taken, and where the member came from. Earlier ones were recorded without that.
alter table membership_step
    add column union_id      uuid references unit,
    add column from_unit_id  uuid references unit,
    add column from_union_id uuid references unit,
    add column transfer_id   uuid references transfer,
    drop constraint membership_step_kind_check,
    add constraint membership_step_kind_check
        check (kind in ('APPLIED', 'ENROLLED', 'ADMITTED', 'REJECTED', 'ENDED', 'MOVED', 'TRANSFERRED')),
    add constraint membership_step_in_a_union check (union_id is not null) not valid,
    add constraint membership_step_transferred_by_a_transfer
        check ((kind = 'TRANSFERRED') = (transfer_id is not null)
               and (kind <> 'TRANSFERRED' or from_unit_id is not null and from_union_id is not null));
