-- What reports say (số liệu báo cáo), as they say it. It books nothing and counts nothing.
create table reported_figure (
    reported_figure_id uuid primary key,
    version            bigint           not null,
    owner_union_id     uuid             not null references unit,
    unit_id            uuid             not null references unit,
    -- In the order of its characters: 2022, 2022-03, 2022-H1, 2022-Q1, 2022/2027.
    period             text collate "C" not null,
    indicator          text             not null,
    detail             text,
    status             text             not null check (status in ('RECORDED', 'WITHDRAWN')),
    value              numeric(16, 1)   not null,
    qualifier          text             not null check (qualifier in ('EXACT', 'MORE_THAN', 'ABOUT')),
    printed            text,
    source_number      text,
    source_date        date,
    source_title       text             not null,
    source_place       text,
    note               text,
    recorded_at        timestamptz      not null,
    created_as         bytea            not null,
    constraint reported_figure_period check (
        period ~ '^[0-9]{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])|/[0-9]{4})?$'
        and left(period, 4) between '1900' and '2199'
        and case when period ~ '/' then right(period, 4) <= '2199'
            and right(period, 4)::int - left(period, 4)::int between 1 and 10 else true end),
    constraint reported_figure_indicator check (indicator in (
        'MEMBERS', 'FEMALE_MEMBERS', 'FEMALE_RATE', 'JOINED', 'LEFT', 'UNITS', 'OFFICERS_TRAINED',
        'SECTION_CONGRESSES', 'INSPECTIONS', 'DIALOGUES', 'CAMPAIGNS', 'REGISTRATIONS', 'AWARDS',
        'INITIATIVES', 'MODELS', 'BLOOD_DONORS', 'BLOOD_DONATION_ROUNDS', 'SUPPORT_CASES',
        'PEOPLE_SUPPORTED', 'SUPPORT_AMOUNT', 'TET_AMOUNT', 'PEOPLE_PROPOSED', 'AMOUNT_PROPOSED_EACH',
        'HOUSING_AMOUNT', 'WELFARE_AMOUNT', 'FUNDS_OPENING', 'FUNDS_IN', 'FUNDS_OUT', 'FUNDS_CLOSING')),
    constraint reported_figure_value check (value >= 0
        and case indicator when 'FEMALE_RATE' then value <= 100 else value = trunc(value) end)
);

create index reported_figure_by_unit on reported_figure (unit_id, period, reported_figure_id);

-- What was done to a figure: by whom (not known of other nodes' figures), when, why, and what stood there before.
create table reported_figure_step (
    step_id            uuid primary key,
    reported_figure_id uuid        not null references reported_figure,
    kind               text        not null check (kind in ('RECORDED', 'CORRECTED', 'WITHDRAWN')),
    at                 timestamptz not null,
    issuer             text,
    subject            text,
    reason             text,
    value              numeric(16, 1) check (value >= 0),
    qualifier          text        check (qualifier in ('EXACT', 'MORE_THAN', 'ABOUT')),
    printed            text,
    source_number      text,
    source_date        date,
    source_title       text,
    source_place       text,
    note               text,
    constraint reported_figure_step_has_a_reason check ((kind = 'RECORDED') = (reason is null)),
    constraint reported_figure_step_tells_what_was_before
        check (num_nonnulls(value, qualifier, source_title) = case kind when 'CORRECTED' then 3 else 0 end)
);

create index reported_figure_step_by_figure on reported_figure_step (reported_figure_id, step_id);

-- Who did it comes when the records of a union move to its own node. A step goes with its figure, where that is not
-- for this node any more.
create trigger reported_figure_step_never_changes
    before update of step_id, reported_figure_id, kind, at, reason, value, qualifier, printed, source_number, source_date,
        source_title, source_place, note on reported_figure_step
    for each statement execute function refuse_change();
