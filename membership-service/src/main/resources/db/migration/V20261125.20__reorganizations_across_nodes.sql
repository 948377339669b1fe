-- A reorganization of units whose records are written at several nodes is done by each of them, and is under way until
-- all have done their part.
alter table reorganization
    drop constraint reorganization_status_check,
    add constraint reorganization_status_check
        check (status in ('DRAFT', 'SCHEDULED', 'UNDER_WAY', 'APPLIED', 'CANCELLED')),
    -- The other nodes that have, or had, something to do.
    add column awaits text[] not null default '{}';

create index reorganization_under_way on reorganization (reorganization_id) where status = 'UNDER_WAY';

-- What a node tells of its part.
create table reorganization_report (
    reorganization_report_id uuid        primary key,
    version                  bigint      not null,
    reorganization_id        uuid        not null references reorganization,
    node                     text        not null,
    -- The union whose node it is.
    owner_union_id           uuid        not null references unit,
    status                   text        not null check (status in ('DONE', 'REFUSED')),
    -- What stands against it.
    refusals                 text,
    reported_at              timestamptz not null,
    recorded_at              timestamptz not null,
    created_as               bytea       not null default '',
    unique (reorganization_id, node),
    constraint reorganization_report_refused_for_reasons check ((status = 'REFUSED') = (refusals is not null))
);
