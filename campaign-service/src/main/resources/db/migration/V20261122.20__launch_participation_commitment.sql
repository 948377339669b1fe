-- A campaign that was launched is published to the units that it calls; a draft is not.
alter table campaign
    add column launched_on date,
    add constraint campaign_launched_on_a_day check (
        (status <> 'DRAFT' or launched_on is null) and (status <> 'LAUNCHED' or launched_on is not null));

-- Targets are rows and no document within the campaign: each has an id, because measurements will point at it one by
-- one and be summed by it.
create table campaign_target (
    campaign_id     uuid           not null references campaign,
    place           int            not null,
    target_id       uuid           not null unique,
    name            text           not null check (name <> ''),
    unit_of_measure text           not null check (unit_of_measure <> ''),
    value           numeric(18, 3) not null check (value > 0),
    direction       text           not null check (direction in ('AT_LEAST', 'AT_MOST')),
    primary key (campaign_id, place)
);

-- A unit takes part in a campaign. A record of the unit's union, not of the one that launched the campaign.
create table participation (
    participation_id uuid primary key,
    version          bigint      not null,
    owner_union_id   uuid        not null,
    campaign_id      uuid        not null references campaign,
    unit_id          uuid        not null,
    joined_on        date        not null,
    recorded_at      timestamptz not null,
    constraint participation_once unique (campaign_id, unit_id)
);

create index participation_newest_first on participation (campaign_id, participation_id desc);

create table participation_target (
    participation_id uuid           not null references participation,
    place            int            not null,
    target_id        uuid           not null unique,
    name             text           not null check (name <> ''),
    unit_of_measure  text           not null check (unit_of_measure <> ''),
    value            numeric(18, 3) not null check (value > 0),
    direction        text           not null check (direction in ('AT_LEAST', 'AT_MOST')),
    primary key (participation_id, place)
);

-- What a unit or a member registers to do. The unit is the member's at the time; members live in membership-service.
create table commitment (
    commitment_id  uuid primary key,
    version        bigint      not null,
    owner_union_id uuid        not null,
    campaign_id    uuid        not null references campaign,
    unit_id        uuid        not null,
    -- Null where the unit itself commits.
    member_id      uuid,
    text           text        not null check (text <> ''),
    -- The last day, inclusive.
    deadline       date,
    registered_on  date        not null,
    created_as     bytea       not null,
    recorded_at    timestamptz not null,
    constraint commitment_due_after_registration check (deadline >= registered_on)
);

-- Equal words of one subject are registered once. A text may be longer than an index takes.
create unique index commitment_of_member_once on commitment (campaign_id, member_id, md5(text))
    where member_id is not null;
create unique index commitment_of_unit_once on commitment (campaign_id, unit_id, md5(text)) where member_id is null;

create index commitment_newest_first on commitment (recorded_at desc, commitment_id desc);
create index commitment_by_unit on commitment (unit_id, recorded_at desc, commitment_id desc);
create index commitment_by_campaign on commitment (campaign_id, recorded_at desc, commitment_id desc);
create index commitment_by_member on commitment (member_id, recorded_at desc, commitment_id desc)
    where member_id is not null;
