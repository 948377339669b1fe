create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- A unit keeps its id for life; everything that can change about it stands in dated versions.
create table unit (
    unit_id     uuid primary key,
    version     bigint      not null,
    created_as  bytea       not null,
    recorded_at timestamptz not null
);

create table unit_version (
    unit_version_id uuid primary key,
    unit_id         uuid not null references unit,
    union_id        uuid not null references unit,
    parent_id       uuid references unit,
    kind            text not null check (kind in ('CENTRAL_UNION', 'PROVINCIAL_UNION', 'SECTION', 'GROUP')),
    code            text not null,
    name            text not null,
    searchable      text not null,
    valid_from      date not null,
    valid_to        date,
    valid           daterange generated always as (daterange(valid_from, valid_to)) stored,
    constraint unit_version_ends_after_start check (valid_to > valid_from),
    constraint unit_version_union_is_itself check ((kind in ('CENTRAL_UNION', 'PROVINCIAL_UNION')) = (union_id = unit_id)),
    constraint unit_version_only_the_root_has_no_parent check ((kind = 'CENTRAL_UNION') = (parent_id is null)),
    constraint unit_version_one_a_day unique (unit_id, valid without overlaps),
    constraint unit_version_code_once_in_union unique (union_id, code, valid without overlaps),
    constraint unit_version_union_code_once exclude using gist (code with =, valid with &&)
        where (kind in ('CENTRAL_UNION', 'PROVINCIAL_UNION')),
    constraint unit_version_one_root exclude using gist (kind with =, valid with &&) where (kind = 'CENTRAL_UNION')
);

create index unit_version_by_parent on unit_version (parent_id);
create index unit_version_by_code on unit_version (code);

-- What an account may do, where and when. The union that granted owns the record.
create table assignment (
    assignment_id  uuid primary key,
    version        bigint      not null,
    issuer         text        not null,
    subject        text        not null,
    role           text        not null,
    unit_id        uuid        not null references unit,
    owner_union_id uuid        not null references unit,
    valid_from     date        not null,
    valid_to       date,
    valid          daterange generated always as (daterange(valid_from, valid_to)) stored,
    source         text        not null check (source in ('BOOTSTRAP', 'GRANT', 'ELECTION')),
    created_as     bytea       not null,
    recorded_at    timestamptz not null,
    constraint assignment_ends_after_start check (valid_to >= valid_from),
    constraint assignment_once exclude using gist
        (issuer with =, subject with =, role with =, unit_id with =, valid with &&)
);

create index assignment_by_unit on assignment (unit_id, assignment_id);

create table member (
    member_id             uuid primary key,
    version               bigint      not null,
    owner_union_id        uuid        not null references unit,
    unit_id               uuid        not null references unit,
    status                text        not null check (status in ('APPLIED', 'ACTIVE', 'REJECTED', 'ENDED')),
    end_reason            text,
    full_name             text        not null,
    -- Vietnamese names sort by the last word, the given name, then by the rest; tones stand at the ends of words here.
    given_name            text collate "vi-x-icu" not null,
    rest_of_name          text collate "vi-x-icu" not null,
    searchable            text        not null,
    birth_year            int         not null,
    birth_date            date,
    gender                text        not null check (gender in ('FEMALE', 'MALE')),
    kinh                  boolean,
    party_probationary_on date,
    party_official_on     date,
    education             text,
    political_theory      text,
    category              text,
    position              text,
    judicial_title        text,
    native_place          text,
    joined_on             date,
    member_number         text,
    card_number           text,
    citizen_id_hash       bytea,
    -- Contact and sensitive data, sealed with the person's own key; without the row in person_key it is lost for good.
    sealed                bytea       not null,
    created_as            bytea       not null,
    recorded_at           timestamptz not null,
    changed_at            timestamptz not null,
    constraint member_ended_for_a_reason check ((status = 'ENDED') = (end_reason is not null)),
    constraint member_number_once unique (owner_union_id, member_number),
    constraint member_card_number_once unique (owner_union_id, card_number),
    constraint member_citizen_id_once unique (owner_union_id, citizen_id_hash)
);

create index member_in_name_order on member (given_name, rest_of_name, member_id);
create index member_by_unit on member (unit_id, given_name, rest_of_name, member_id);
create index member_by_part_of_name on member using gin (searchable gin_trgm_ops);

create table person_key (
    member_id uuid primary key references member,
    wrapped   bytea not null
);

-- Where a member is counted on which days: exactly one place a day, as long as the membership lasts.
create table placement (
    placement_id uuid primary key,
    member_id    uuid not null references member,
    unit_id      uuid not null references unit,
    valid_from   date not null,
    valid_to     date,
    valid        daterange generated always as (daterange(valid_from, valid_to)) stored,
    constraint placement_ends_after_start check (valid_to > valid_from),
    constraint placement_one_a_day unique (member_id, valid without overlaps)
);

create index placement_by_unit on placement (unit_id) include (member_id, valid_from, valid_to);

-- Every step of a membership with the decision it rests on: appended only.
create table membership_step (
    membership_step_id uuid primary key,
    member_id          uuid        not null references member,
    kind               text        not null check (kind in ('APPLIED', 'ENROLLED', 'ADMITTED', 'REJECTED', 'ENDED')),
    unit_id            uuid        not null references unit,
    effective_date     date        not null,
    decision_number    text,
    decision_date      date,
    decision_signer    text,
    end_reason         text,
    source             text,
    recorded_at        timestamptz not null
);

create index membership_step_by_member on membership_step (member_id, membership_step_id);

create trigger membership_step_append_only
    before update or delete or truncate on membership_step
    for each statement execute function refuse_change();

create table account_link (
    member_id  uuid primary key references member,
    version    bigint      not null,
    issuer     text        not null,
    subject    text        not null,
    changed_at timestamptz not null,
    constraint account_link_once unique (issuer, subject)
);

-- One row once the first start has set the node up.
create table bootstrap (
    done         boolean primary key check (done),
    performed_at timestamptz not null
);
