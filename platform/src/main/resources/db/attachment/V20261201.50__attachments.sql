-- Files at records. Their octets are sealed in parts, each file by a key of its own; the papers stay in this service, and
-- move with their union.
create table attachment (
    attachment_id  uuid        primary key,
    version        bigint      not null,
    owner_union_id uuid        not null,
    unit_id        uuid        not null,
    -- The record that it is attached to.
    subject_type   text        not null check (subject_type <> ''),
    subject_id     uuid        not null,
    kind           text        not null check (kind <> ''),
    content_id     uuid        not null unique,
    -- The key of the content, by that of the service.
    wrapped        bytea       not null,
    -- By the key of the content: a name may tell what somebody suffers from.
    name           bytea       not null,
    type           text        not null check (type in ('PDF', 'JPEG', 'PNG')),
    size           bigint      not null check (size between 1 and 10485760),
    -- Of what was sent.
    sha256         bytea       not null check (octet_length(sha256) = 32),
    added_by       text        not null,
    added_at       timestamptz not null,
    withdrawn_at   timestamptz,
    withdrawn_by   text,
    withdrawal     text        check (withdrawal <> ''),
    created_as     bytea       not null,
    constraint attachment_withdrawn_for_a_reason check (
        (withdrawn_at is null) = (withdrawal is null) and (withdrawn_at is null) = (withdrawn_by is null))
);

create index attachment_by_subject on attachment (subject_type, subject_id, attachment_id);

-- The parts come before the attachment: a file is taken as it is sent.
create table attachment_part (
    part_id    uuid  primary key,
    content_id uuid  not null,
    number     int   not null check (number >= 0),
    sealed     bytea not null,
    constraint attachment_part_once unique (content_id, number)
);

-- What is sealed does not get smaller.
alter table attachment_part alter column sealed set storage external;

-- Contents that nothing refers to yet.
create table attachment_upload (
    content_id uuid        primary key,
    begun_at   timestamptz not null
);

create index attachment_upload_by_age on attachment_upload (begun_at);
