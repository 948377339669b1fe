-- Which happening in somebody's life, or which day of the year, entitles to which support of a union: dated, each rule
-- holds until the union's next one for the same reason.
create table entitlement_rule (
    rule_id         uuid        primary key,
    version         bigint      not null,
    owner_union_id  uuid        not null,
    unit_id         uuid        not null,
    reason          text        not null check (reason in
        ('RETIRED', 'DECEASED', 'BEREAVED', 'LONG_ILLNESS', 'WEDDING', 'BIRTH', 'TET_OF_MEMBERS', 'TET_OF_RETIREES')),
    -- Null: to nothing any more.
    kind            text        check (kind in
        ('ILLNESS', 'CRITICAL_ILLNESS', 'BEREAVEMENT', 'WEDDING', 'BIRTH', 'HARDSHIP', 'DISASTER', 'RETIREE_GIFT',
         'HERO_MOTHER_CARE', 'HOUSE', 'OTHER')),
    valid_from      date        not null,
    -- How long an illness must have lasted.
    after_days      int         not null check (after_days between 0 and 365),
    within_days     int         not null check (within_days between 1 and 730),
    legal_basis     text,
    decision_number text        not null,
    decision_date   date        not null,
    decision_signer text,
    recorded_at     timestamptz not null,
    created_as      bytea       not null,
    constraint entitlement_rule_begins_once unique (unit_id, reason, valid_from),
    constraint entitlement_rule_waits_for_illness check (after_days = 0 or reason = 'LONG_ILLNESS')
);

-- What happened to somebody, as an officer noted it: nobody has asked for support yet, and perhaps nobody does.
create table life_event (
    event_id       uuid        primary key,
    version        bigint      not null,
    owner_union_id uuid        not null,
    unit_id        uuid        not null,
    kind           text        not null check (kind in ('BEREAVEMENT', 'ILLNESS', 'WEDDING', 'BIRTH')),
    member_id      uuid        not null,
    happened_on    date        not null,
    -- Of an illness that is over: its last day.
    ended_on       date        check (ended_on >= happened_on),
    -- Who died.
    relation       text        check (relation <> ''),
    -- Sealed.
    health_note    bytea,
    noted_by       text        not null,
    noted_at       timestamptz not null,
    withdrawn_at   timestamptz,
    withdrawal     text        check (withdrawal <> ''),
    created_as     bytea       not null,
    constraint life_event_only_illness_ends check (ended_on is null or kind = 'ILLNESS'),
    constraint life_event_withdrawn_for_a_reason check ((withdrawn_at is null) = (withdrawal is null))
);

create index life_event_by_unit on life_event (unit_id, happened_on desc, event_id desc);
create index life_event_by_member on life_event (member_id, happened_on) where withdrawn_at is null;

-- Whom somebody has taken off the list of those who are entitled, and why.
create table entitlement_set_aside (
    entitlement_id uuid        primary key,
    owner_union_id uuid        not null,
    unit_id        uuid        not null,
    member_id      uuid        not null,
    reason         text        not null,
    why            text        not null check (why <> ''),
    set_aside_by   text        not null,
    set_aside_at   timestamptz not null
);

create index entitlement_set_aside_by_member on entitlement_set_aside (member_id);

-- The first day of the lunar year in Vietnam (UTC+7; in some years, such as 2030, not the day of its neighbours).
create table tet_day (
    year int  primary key,
    day  date not null unique
);

insert into tet_day (year, day) values
    (2015, '2015-02-19'), (2016, '2016-02-08'), (2017, '2017-01-28'), (2018, '2018-02-16'), (2019, '2019-02-05'),
    (2020, '2020-01-25'), (2021, '2021-02-12'), (2022, '2022-02-01'), (2023, '2023-01-22'), (2024, '2024-02-10'),
    (2025, '2025-01-29'), (2026, '2026-02-17'), (2027, '2027-02-06'), (2028, '2028-01-26'), (2029, '2029-02-13'),
    (2030, '2030-02-02'), (2031, '2031-01-23'), (2032, '2032-02-11'), (2033, '2033-01-31'), (2034, '2034-02-19'),
    (2035, '2035-02-08'), (2036, '2036-01-28'), (2037, '2037-02-15'), (2038, '2038-02-04'), (2039, '2039-01-24'),
    (2040, '2040-02-12'), (2041, '2041-02-01'), (2042, '2042-01-22'), (2043, '2043-02-10'), (2044, '2044-01-30'),
    (2045, '2045-02-17');

select write_papers_at_home('entitlement_rule');
select write_papers_at_home('life_event');
select write_papers_at_home('entitlement_set_aside');
