create extension if not exists btree_gist;

-- Money set apart for named purposes. What a fund holds stands in the ledger, never here, so that a payment does not
-- wait for a change of the fund's description.
create table fund (
    fund_id              uuid primary key,
    version              bigint      not null,
    owner_union_id       uuid        not null,
    unit_id              uuid        not null,
    kind                 text        not null check (kind in
        ('UNION_BUDGET', 'SOLIDARITY', 'DISASTER', 'POOR', 'HOUSING', 'EPIDEMIC', 'OTHER')),
    name                 text        not null check (name <> ''),
    -- What makes another name: neither capitals nor the vowel that a tone is written on. The service knows Vietnamese.
    name_key             text        not null check (name_key <> ''),
    legal_basis          text,
    pass_through         boolean     not null,
    purposes             text[]      not null,
    opens_on             date        not null,
    -- The last day, inclusive. Its range refuses one before the first day.
    closes_on            date,
    open_during          daterange   not null generated always as (daterange(opens_on, closes_on, '[]')) stored,
    takes_outside_donors boolean     not null,
    created_as           bytea       not null,
    recorded_at          timestamptz not null,
    constraint fund_has_known_purposes check (cardinality(purposes) > 0 and purposes <@ array[
        'ILLNESS', 'CRITICAL_ILLNESS', 'BEREAVEMENT', 'WEDDING', 'BIRTH', 'HARDSHIP', 'DISASTER', 'RETIREE_GIFT',
        'HERO_MOTHER_CARE', 'HOUSE', 'OTHER']),
    constraint fund_name_once_at_a_time unique (unit_id, name_key, open_during without overlaps)
);

create index fund_by_unit on fund (unit_id, recorded_at, fund_id);
