-- Group insurance (bảo hiểm thân thể): a policy with an insurer for the people of some units. Who is insured under it
-- follows membership by endorsements, because the insurer must be told of every change.
create table insurance_policy (
    policy_id      uuid        primary key,
    version        bigint      not null,
    owner_union_id uuid        not null,
    unit_id        uuid        not null,
    insurer        text        not null check (insurer <> ''),
    policy_number  text        not null check (policy_number <> ''),
    covers         text        not null check (covers <> ''),
    begins_on      date        not null,
    -- Exclusive.
    ends_on        date        not null check (ends_on > begins_on),
    -- For each person, in đồng.
    premium        bigint      not null check (premium > 0),
    fund_id        uuid,
    -- How many are insured until the policy ends.
    insured        int         not null default 0 check (insured >= 0),
    -- How often the insurer was told of changes.
    endorsements   int         not null default 0 check (endorsements >= 0),
    recorded_at    timestamptz not null,
    -- From here on what stays in this service.
    recorded_by    text,
    created_as     bytea       not null,
    constraint insurance_policy_once unique (owner_union_id, insurer, policy_number, begins_on)
);

create index insurance_policy_by_unit on insurance_policy (unit_id, begins_on desc, policy_id desc);

-- What the insurer was told of at a time.
create table insurance_endorsement (
    endorsement_id uuid        primary key,
    policy_id      uuid        not null references insurance_policy on delete cascade,
    effective_on   date        not null,
    -- The insurer's.
    number         text        check (number <> ''),
    joined         int         not null check (joined >= 0),
    departed       int         not null check (departed >= 0),
    recorded_at    timestamptz not null,
    recorded_by    text        not null
);

create index insurance_endorsement_by_policy on insurance_endorsement (policy_id, endorsement_id);

create table insured_person (
    insured_id    uuid not null primary key,
    policy_id     uuid not null references insurance_policy on delete cascade,
    member_id     uuid not null,
    insured_from  date not null,
    -- Exclusive; null: until the policy ends.
    insured_until date check (insured_until > insured_from),
    constraint insured_person_once_at_a_time exclude using gist (
        policy_id with =, member_id with =, daterange(insured_from, insured_until) with &&)
);

create index insured_person_by_member on insured_person (member_id, insured_id desc);
create index insured_person_by_policy on insured_person (policy_id, member_id);

-- Which entries of the fund's books are premiums of which policy.
create table insurance_premium (
    transfer_id uuid primary key references transfer deferrable initially deferred,
    policy_id   uuid not null references insurance_policy on delete cascade,
    voucher     text not null check (voucher <> '')
);

create index insurance_premium_by_policy on insurance_premium (policy_id, transfer_id);

-- What was asked of the insurer for somebody, and what came of it. Nothing of anybody's health.
create table insurance_claim (
    claim_id    uuid        primary key,
    version     bigint      not null,
    policy_id   uuid        not null references insurance_policy on delete cascade,
    member_id   uuid        not null,
    event_on    date        not null,
    claimed_on  date        not null check (claimed_on >= event_on),
    claimed     bigint      check (claimed > 0),
    status      text        not null check (status in ('CLAIMED', 'SETTLED', 'REFUSED')),
    -- When the insurer paid or refused, and what it paid to the member.
    settled_on  date        check (settled_on >= claimed_on),
    settled     bigint      check (settled > 0),
    recorded_at timestamptz not null,
    constraint insurance_claim_settled check (
        (status = 'CLAIMED') = (settled_on is null) and (status = 'SETTLED') = (settled is not null))
);

create index insurance_claim_by_policy on insurance_claim (policy_id, claim_id);

-- Whether somebody, by the placements that are published of a member, was one in some units on a day.
create function placed_in(placements jsonb, units uuid[], on_day date) returns boolean
    language sql stable begin atomic
    select exists (
        select from jsonb_to_recordset(coalesce(placements, '[]')) as placement ("unitId" uuid, "validFrom" date, "validTo" date)
        where placement."unitId" = any (units) and placement."validFrom" <= on_day
            and (placement."validTo" is null or placement."validTo" > on_day));
end;
