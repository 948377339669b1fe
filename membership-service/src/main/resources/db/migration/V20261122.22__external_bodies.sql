-- Bodies outside the tree that command, fund, decide or award: kept by the central union for everybody.
create table external_body (
    external_body_id uuid primary key,
    version          bigint      not null,
    kind             text        not null check (kind in (
        'GENERAL_CONFEDERATION_OF_LABOUR', 'PUBLIC_EMPLOYEES_UNION', 'PROVINCIAL_PUBLIC_EMPLOYEES_UNION',
        'PROVINCIAL_CONFEDERATION_OF_LABOUR', 'CHIEF_PROCURATOR', 'PROVINCIAL_PEOPLES_COMMITTEE', 'PRIME_MINISTER',
        'OTHER')),
    name             text collate "vi-x-icu" not null,
    searchable       text        not null,
    province_code    text,
    valid_from       date        not null,
    valid_to         date,
    valid            daterange generated always as (daterange(valid_from, valid_to)) stored,
    created_as       bytea       not null,
    recorded_at      timestamptz not null,
    constraint external_body_ends_after_start check (valid_to > valid_from),
    constraint external_body_once unique (kind, name, valid without overlaps)
);

create index external_body_in_name_order on external_body (name, external_body_id);

-- Under which of them a union is besides its place in the sector line: not more than one a day.
create table local_superior (
    local_superior_id uuid primary key,
    version           bigint      not null,
    union_id          uuid        not null references unit,
    external_body_id  uuid        not null references external_body,
    valid_from        date        not null,
    valid_to          date,
    valid             daterange generated always as (daterange(valid_from, valid_to)) stored,
    decision_number   text,
    decision_date     date,
    decision_signer   text,
    created_as        bytea       not null,
    recorded_at       timestamptz not null,
    constraint local_superior_ends_after_start check (valid_to > valid_from),
    constraint local_superior_one_a_day unique (union_id, valid without overlaps)
);
