-- The public keys of nodes, to which others seal what they give them. Each is its node's own record.
create table node_key (
    node_key_id    uuid        primary key,
    version        bigint      not null,
    owner_union_id uuid        not null,
    node           text        not null,
    public_key     text        not null,
    made_at        timestamptz not null,
    retired_at     timestamptz
);

create index node_key_of_node on node_key (node, made_at) where retired_at is null;

-- The other halves of this node's own, wrapped by the service's master key; destroyed some time after they retired.
create table node_private_key (
    node_key_id uuid  primary key references node_key,
    wrapped     bytea not null
);

-- What goes along with a member to another node, or introduces one there: sealed, for nobody else. Emptied once it has
-- arrived, or is not needed any more.
create table member_letter (
    member_letter_id uuid        primary key,
    version          bigint      not null,
    owner_union_id   uuid        not null,
    member_id        uuid        not null,
    -- The transfer or reorganization by which the member goes.
    cause_id         uuid        not null,
    to_union_id      uuid        not null,
    to_node          text        not null,
    node_key_id      uuid        not null,
    purpose          text        not null check (purpose in ('INTRODUCTION', 'RECORD')),
    member_version   bigint      not null,
    sealed           text,
    recorded_at      timestamptz not null,
    -- At the receiver: when it was read.
    opened_at        timestamptz
);

create index member_letter_of_cause on member_letter (cause_id);
create index member_letter_full on member_letter (member_letter_id) where sealed is not null;

-- Who asks to be taken, where the member's record is not here.
create table introduced_member (
    transfer_id uuid primary key,
    member_id   uuid not null,
    full_name   text not null,
    birth_year  int  not null,
    gender      text not null
);

create index introduced_member_by_member on introduced_member (member_id);

-- What the receiver of a transfer says that another node keeps. What is private of it is sealed to that node.
create table transfer_answer (
    -- That of the transfer: it is answered once.
    transfer_id     uuid        primary key,
    version         bigint      not null,
    owner_union_id  uuid        not null,
    decision        text        not null check (decision in ('ACCEPTED', 'REFUSED')),
    unit_id         uuid,
    effective_date  date,
    decision_number text,
    decision_date   date,
    to_node         text        not null,
    node_key_id     uuid        not null,
    sealed          text        not null,
    recorded_at     timestamptz not null,
    -- When the receiver had everything of the member.
    taken_at        timestamptz,
    -- Why it was refused, kept where it was said.
    reason          text,
    created_as      bytea       not null,
    constraint transfer_answer_leads_somewhere
        check ((decision = 'ACCEPTED') = (unit_id is not null) and (unit_id is null) = (effective_date is null))
);

create index transfer_answer_not_taken on transfer_answer (transfer_id) where decision = 'ACCEPTED' and taken_at is null;

-- Why an accepted transfer could not be carried out any more, in the words of problems.
alter table transfer
    add column obstacle text,
    add constraint transfer_withdrawn_for_an_obstacle check (obstacle is null or status = 'WITHDRAWN'),
    -- The receiver of a transfer has no record of the member before it is accepted, if another node keeps it.
    drop constraint transfer_member_id_fkey;

-- A member's steps go along to nodes that have no record of the reorganizations that moved the member.
alter table membership_step drop constraint membership_step_reorganization_id_fkey;

-- A letter that has arrived leaves no trace of what was in it.
create function empty_letters_in_log(ids uuid[]) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('sequence_changes'), 0);
    perform set_config('vks.erasing', 'on', true);
    update change set state = state - 'sealed'
    where aggregate_id = any (ids) and aggregate_type = 'member-letter' and state ? 'sealed';
    update change_pending set state = state - 'sealed'
    where aggregate_id = any (ids) and aggregate_type = 'member-letter' and state ? 'sealed';
    perform set_config('vks.erasing', 'off', true);
end
$$;
