create extension if not exists pg_trgm;

-- What a unit calls others to do. The units live in membership-service, so their ids have no foreign key here.
create table campaign (
    campaign_id    uuid primary key,
    version        bigint      not null,
    owner_union_id uuid        not null,
    unit_id        uuid        not null,
    kind           text        not null check (kind in ('MOVEMENT', 'MOBILIZATION')),
    status         text        not null check (status in ('DRAFT', 'LAUNCHED', 'CLOSED', 'CANCELLED')),
    name           text        not null check (name <> ''),
    theme          text,
    legal_basis    text,
    starts_on      date        not null,
    -- The last day, inclusive; null for a standing campaign.
    ends_on        date,
    -- Units that may join, each with all below it.
    scope_unit_ids uuid[]      not null,
    searchable     text        not null,
    created_as     bytea       not null,
    recorded_at    timestamptz not null,
    constraint campaign_ends_after_start check (ends_on >= starts_on),
    constraint campaign_calls_somebody check (
        cardinality(scope_unit_ids) > 0 and array_position(scope_unit_ids, null) is null)
);

create index campaign_newest_first on campaign (recorded_at desc, campaign_id desc);
create index campaign_by_unit on campaign (unit_id, recorded_at desc, campaign_id desc);
create index campaign_by_scope on campaign using gin (scope_unit_ids);
create index campaign_by_part_of_name on campaign using gin (searchable gin_trgm_ops);
