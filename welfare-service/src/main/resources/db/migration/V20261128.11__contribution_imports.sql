-- Contributions in bulk. An import and its rows are working papers: what counts are the contributions that were booked of
-- them. They stay in this service, and the names in them go when they are not needed any more.
create table contribution_import (
    import_id      uuid        primary key,
    version        bigint      not null,
    owner_union_id uuid        not null,
    -- The unit that owns the fund.
    unit_id        uuid        not null,
    fund_id        uuid        not null,
    layout_id      uuid        not null,
    -- Which columns it was read from: the layout may say something else by now.
    date_column        text    not null,
    amount_column      text    not null,
    reference_column   text,
    description_column text,
    member_column      text,
    donor_column       text,
    note_column        text,
    method         text        not null check (method in ('CASH', 'BANK')),
    status         text        not null check (status in ('OPEN', 'UNDOING', 'UNDONE')),
    rows           int         not null check (rows >= 0),
    uploaded_by    text        not null,
    recorded_at    timestamptz not null,
    -- When somebody last did something with it; what is personal in it is forgotten some time after.
    touched_at     timestamptz not null,
    forgotten_at   timestamptz,
    created_as     bytea       not null
);

create index contribution_import_by_unit on contribution_import (unit_id, recorded_at desc, import_id desc);
create index contribution_import_to_forget on contribution_import (touched_at) where forgotten_at is null;

-- A row of the file that was read. The ids of its contribution and of that one's transfer are given when it is read: so
-- whatever is interrupted and done again books it once.
create table contribution_import_row (
    contribution_id uuid    primary key,
    transfer_id     uuid    not null unique,
    import_id       uuid    not null references contribution_import on delete cascade,
    owner_union_id  uuid    not null,
    -- Of the file, from 1.
    line            int     not null check (line > 0),
    status          text    not null check (status in
        ('MATCHED', 'AMBIGUOUS', 'UNMATCHED', 'DUPLICATE', 'SKIPPED', 'INVALID', 'BOOKED', 'UNDONE')),
    given_on        date,
    amount          bigint  check (amount between 1 and 1000000000000000),
    -- As it stands in the file.
    date_text       text,
    amount_text     text,
    reference       text,
    description     text,
    name            text,
    note            text,
    donor_kind      text    check (donor_kind in ('MEMBER', 'UNIT', 'OUTSIDE', 'ANONYMOUS')),
    donor_member_id uuid,
    donor_unit_id   uuid,
    donor_name      text,
    -- The members that it may be from, where it is not clear.
    candidates      uuid[]  not null default '{}',
    -- What is wrong with it: in which field, by which rule.
    fault_fields    text[]  not null default '{}',
    fault_rules     text[]  not null default '{}',
    -- A hash, by the key of the union, of what tells the movement of money from others: the bank's number, the day, the
    -- amount.
    told_as         bytea,
    -- Somebody has said that it is another one all the same.
    again           boolean not null default false,
    constraint contribution_import_row_once unique (import_id, line),
    constraint contribution_import_row_faults check (cardinality(fault_fields) = cardinality(fault_rules)),
    constraint contribution_import_row_to_book check (status not in ('MATCHED', 'BOOKED', 'UNDONE')
        or (given_on is not null and amount is not null and told_as is not null))
);

create index contribution_import_row_by_status on contribution_import_row (import_id, status, line);

-- The last guard where the same statement is imported twice at the same time.
create unique index contribution_import_row_booked_once on contribution_import_row (owner_union_id, told_as)
    where status = 'BOOKED' and not again;
create index contribution_import_row_known on contribution_import_row (owner_union_id, told_as)
    where status in ('BOOKED', 'MATCHED');

-- By which a union's movements of money are known again. It moves with the union: another node knows its statements by it.
create table contribution_import_key (
    owner_union_id uuid  primary key,
    -- By the master key of the service.
    wrapped        bytea not null
);

select write_papers_at_home('contribution_import');
select write_papers_at_home('contribution_import_row');
select write_papers_at_home('contribution_import_key');
