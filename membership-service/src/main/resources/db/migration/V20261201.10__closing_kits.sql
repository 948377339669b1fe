-- What else belongs to the end of a unit beside its members and assignments: that its documents were handed over, and that
-- nothing is left in its books, as welfare-service states.
create table document_handover (
    handover_id    uuid        primary key,
    version        bigint      not null,
    owner_union_id uuid        not null references unit,
    unit_ids       uuid[]      not null check (cardinality(unit_ids) > 0),
    to_unit_id     uuid        not null,
    handed_over_on date        not null,
    titles         text[]      not null,
    quantities     int[]       not null,
    recorded_at    timestamptz not null,
    -- Who signed: stays in this service.
    handed_over_by text        check (handed_over_by <> ''),
    received_by    text        check (received_by <> ''),
    created_as     bytea       not null,
    constraint document_handover_counts check (
        cardinality(titles) > 0 and cardinality(titles) = cardinality(quantities) and 0 < all (quantities))
);

create index document_handover_by_unit on document_handover using gin (unit_ids);

-- The latest that was told of each unit.
create table stated_closing (
    unit_id      uuid    primary key,
    statement_id uuid    not null,
    epoch        int     not null,
    version      bigint  not null,
    stated_on    date    not null,
    -- How many funds it had, what they held together, and whether what both held before and after is equal for each.
    funds        int     not null,
    amount       bigint  not null,
    balanced     boolean not null
);

create index stated_closing_by_statement on stated_closing (statement_id);

alter table reorganization
    -- When everything that it ended was closed.
    add column final_at timestamptz;
