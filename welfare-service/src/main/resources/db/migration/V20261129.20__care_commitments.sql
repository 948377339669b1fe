-- Care for somebody that goes on (chăm sóc thường xuyên, such as a Heroic Mother's for life): how much, every how many
-- months, from a day on. When something is due follows from that; what is kept is only what was paid or left out.
create table care_commitment (
    commitment_id    uuid        primary key,
    version          bigint      not null,
    owner_union_id   uuid        not null,
    unit_id          uuid        not null,
    kind             text        not null,
    beneficiary_kind text        not null check (beneficiary_kind in
        ('MEMBER', 'RETIREE', 'RELATIVE', 'OUTSIDE_PERSON', 'HOUSEHOLD')),
    fund_id          uuid        not null,
    amount           bigint      not null check (amount > 0),
    every_months     int         not null check (every_months between 1 and 12),
    first_due_on     date        not null,
    -- The last day on which something may be due; null: for life.
    last_due_on      date        check (last_due_on >= first_due_on),
    -- What it comes to in its first twelve months: the limits of support hold for that.
    amount_of_year   bigint      not null check (amount_of_year >= amount),
    written_on       date        not null,
    status           text        not null check (status in ('PROPOSED', 'APPROVED', 'CANCELLED', 'ENDED')),
    decision_number  text,
    decision_date    date,
    decision_signer  text,
    -- The last day, inclusive, and why.
    ended_on         date,
    end_reason       text        check (end_reason in ('DECEASED', 'MOVED', 'CARED_FOR_BY_OTHERS', 'NO_LONGER_NEEDED', 'OTHER')),
    -- How many due days were paid, and how many were left out.
    paid             int         not null default 0 check (paid >= 0),
    left_out         int         not null default 0 check (left_out >= 0),
    recorded_at      timestamptz not null,
    decided_at       timestamptz,
    -- From here on what stays in this service.
    name             text        check (name <> ''),
    member_id        uuid,
    beneficiary_name text        check (beneficiary_name <> ''),
    relation         text        check (relation <> ''),
    end_text         text        check (end_text <> ''),
    written_by       text,
    approved_by      text,
    created_as       bytea       not null,
    constraint care_commitment_by_two_people check (approved_by <> written_by),
    constraint care_commitment_ended check ((status = 'ENDED') = (ended_on is not null and end_reason is not null))
);

create index care_commitment_by_unit on care_commitment (unit_id, written_on desc, commitment_id desc);
create index care_commitment_by_member on care_commitment (member_id) where member_id is not null;

-- What became of a due day: paid, paid and come back (due again), or left out for a reason. Stays in this service.
create table care_payment (
    -- Follows from the commitment and the day; that of the promise which its payment posts.
    payment_id    uuid primary key,
    commitment_id uuid not null references care_commitment on delete cascade,
    due_on        date not null,
    state         text not null check (state in ('DUE', 'PAID', 'LEFT_OUT')),
    transfer_id   uuid references transfer deferrable initially deferred,
    paid_on       date,
    method        text check (method in ('CASH', 'BANK')),
    voucher       text check (voucher <> ''),
    received_by   text check (received_by <> ''),
    paid_by       text,
    -- Why it was left out.
    reason        text check (reason <> ''),
    constraint care_payment_once unique (commitment_id, due_on),
    constraint care_payment_paid check ((state = 'PAID') = (transfer_id is not null))
);

create index care_payment_by_payment on care_payment (transfer_id) where transfer_id is not null;

-- The days on which something is due, through a day: where a month has no such day, its last one.
create function care_days(first_on date, every_months int, through date) returns setof date
    language sql immutable begin atomic
    select due_on from (
        select (first_on + make_interval(months => number * every_months))::date as due_on
        from generate_series(0, ((extract(year from through) - extract(year from first_on)) * 12
            + extract(month from through) - extract(month from first_on))::int / every_months) as series (number)
    ) days
    where due_on <= through
    order by due_on;
end;
