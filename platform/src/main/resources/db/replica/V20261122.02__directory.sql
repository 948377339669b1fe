create extension if not exists btree_gist;

-- What this service knows of the organization, from membership-service's events. Every row keeps the epoch and version
-- of the state that it was taken from; an older state never replaces a newer one.
create table directory_unit (
    unit_id uuid   primary key,
    epoch   int    not null,
    version bigint not null
);

create table directory_unit_version (
    unit_id    uuid not null,
    union_id   uuid not null,
    parent_id  uuid,
    kind       text not null,
    code       text not null,
    name       text not null,
    valid_from date not null,
    valid_to   date,
    valid      daterange generated always as (daterange(valid_from, valid_to)) stored,
    primary key (unit_id, valid_from)
);

create trigger directory_unit_version_stamps
    after insert or update or delete or truncate on directory_unit_version
    for each statement execute function stamp_directory();

-- What came after a unit that has ended: its successors inherit the rights over its records.
create table directory_unit_succession (
    unit_id      uuid not null,
    successor_id uuid not null,
    primary key (unit_id, successor_id)
);

create trigger directory_unit_succession_stamps
    after insert or update or delete or truncate on directory_unit_succession
    for each statement execute function stamp_directory();

create table directory_assignment (
    assignment_id uuid   primary key,
    epoch         int    not null,
    version       bigint not null,
    issuer        text   not null,
    subject       text   not null,
    role          text   not null,
    unit_id       uuid   not null,
    valid_from    date   not null,
    valid_to      date,
    valid         daterange generated always as (daterange(valid_from, valid_to)) stored
);

create index directory_assignment_by_account on directory_assignment (subject, issuer);

create table directory_member (
    member_id  uuid   primary key,
    epoch      int    not null,
    version    bigint not null,
    owner_union_id uuid not null,
    unit_id    uuid   not null,
    full_name  text   not null,
    status     text   not null,
    -- Everything else that statistics need, as it was published.
    state      jsonb  not null
);

create index directory_member_by_unit on directory_member (unit_id);

create table directory_account (
    member_id uuid   primary key,
    epoch     int    not null,
    version   bigint not null,
    issuer    text   not null,
    subject   text   not null
);

create index directory_account_by_account on directory_account (subject, issuer);

-- Up to which instant the assignments are known.
create table directory_up_to_date (
    only_row boolean     primary key default true check (only_row),
    instant  timestamptz not null
);

insert into directory_up_to_date (instant) values ('-infinity');
