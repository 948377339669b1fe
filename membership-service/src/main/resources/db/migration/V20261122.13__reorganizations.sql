alter table unit add column changed_at timestamptz;
update unit set changed_at = recorded_at;
alter table unit alter column changed_at set not null;

-- What came after a unit that has ended. Its successors inherit the rights over its records.
create table unit_succession (
    unit_id      uuid not null references unit,
    successor_id uuid not null references unit,
    primary key (unit_id, successor_id),
    check (unit_id <> successor_id)
);

create trigger unit_succession_stamps
    after insert or update or delete or truncate on unit_succession
    for each statement execute function stamp_directory();

create view directory_unit_succession as
select unit_id, successor_id from unit_succession;

-- A change of the organization by decision, of one or more units on one day. What it asked for stays as it was said;
-- what it did stands in the versions of the units and in the steps of the members.
create table reorganization (
    reorganization_id uuid        primary key,
    version           bigint      not null,
    kind              text        not null check (kind in ('RENAME', 'REPARENT', 'MERGE', 'SPLIT', 'DISSOLVE')),
    status            text        not null check (status in ('DRAFT', 'SCHEDULED', 'APPLIED', 'CANCELLED')),
    effective_date    date        not null,
    decision_number   text        not null,
    decision_date     date        not null,
    decision_signer   text,
    -- The union that decides: that of the units, or the one above where unions are concerned.
    owner_union_id    uuid        not null references unit,
    units             uuid[]      not null,
    form              jsonb       not null,
    created_as        bytea       not null,
    recorded_at       timestamptz not null,
    applied_at        timestamptz,
    constraint reorganization_applied_at_a_moment check ((status = 'APPLIED') = (applied_at is not null))
);

create index reorganization_by_day on reorganization (effective_date desc, reorganization_id desc);
create index reorganization_by_unit on reorganization using gin (units);
create index reorganization_waiting on reorganization (effective_date) where status = 'SCHEDULED';

alter table membership_step
    add column reorganization_id uuid references reorganization,
    drop constraint membership_step_kind_check,
    add constraint membership_step_kind_check
        check (kind in ('APPLIED', 'ENROLLED', 'ADMITTED', 'REJECTED', 'ENDED', 'MOVED'));
