-- Support for many by one decision (chương trình chăm lo, such as Tết): a list made by a rule, approved as a whole, and
-- paid one by one. Each line of the list has a promise of its own, which is posted once: however often it is paid, and
-- wherever that stops, nobody gets it twice.
create table support_programme (
    programme_id     uuid        primary key,
    version          bigint      not null,
    owner_union_id   uuid        not null,
    unit_id          uuid        not null,
    fund_id          uuid        not null,
    kind             text        not null,
    name             text        not null check (name <> ''),
    -- The rule: whom of which units, on which day, how much each.
    groups           text[]      not null check (groups <@ '{MEMBERS,RETIREES}' and groups <> '{}'),
    listed_on        date        not null,
    amount           bigint      not null check (amount > 0),
    listed           int         not null default 0 check (listed >= 0),
    paid             int         not null default 0 check (paid between 0 and listed),
    status           text        not null check (status in ('LISTED', 'APPROVED', 'CANCELLED', 'CLOSED')),
    decision_number  text,
    decision_date    date,
    decision_signer  text,
    recorded_at      timestamptz not null,
    decided_at       timestamptz,
    listed_by        text,
    shortened_by     text[]      not null default '{}',
    approved_by      text,
    created_as       bytea       not null,
    constraint support_programme_by_two_people check (approved_by <> listed_by and approved_by <> all (shortened_by))
);

create index support_programme_by_unit on support_programme (unit_id, listed_on desc, programme_id desc);

-- Who is supported, and how far that is. Stays in this service.
create table programme_line (
    line_id      uuid   primary key,
    programme_id uuid   not null references support_programme on delete cascade,
    member_id    uuid   not null,
    amount       bigint not null check (amount > 0),
    state        text   not null check (state in ('LISTED', 'LEFT_OUT', 'DUE', 'PAID', 'ENDED')),
    transfer_id  uuid   references transfer deferrable initially deferred,
    constraint programme_line_once unique (programme_id, member_id),
    constraint programme_line_paid check ((state = 'PAID') = (transfer_id is not null))
);

create index programme_line_due on programme_line (programme_id, line_id) where state = 'DUE';
create index programme_line_by_member on programme_line (member_id);
create index programme_line_by_payment on programme_line (transfer_id) where transfer_id is not null;
