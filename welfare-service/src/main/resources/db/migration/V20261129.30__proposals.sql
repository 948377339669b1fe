-- Proposals to a superior (đề nghị cấp trên hỗ trợ): a union lists people and amounts and sends the list up, to the union
-- above or to a body outside; the answer is a record of its own, of whoever answers. What money moved after that says
-- the proposal for what the union received and paid on, and the answer for what the superior paid.

-- One name in one form: as it is compared, not as it is shown.
create function person_key(name text) returns text language sql immutable parallel safe
    return lower(trim(regexp_replace(normalize(name, NFC), '\s+', ' ', 'g')) collate "und-x-icu");

create table proposal (
    proposal_id      uuid        primary key,
    version          bigint      not null,
    owner_union_id   uuid        not null,
    unit_id          uuid        not null,
    -- Whom it goes to: the next union above, or a body outside.
    superior_unit_id uuid,
    superior_body    text        check (superior_body <> ''),
    title            text        not null check (title <> ''),
    proposed_on      date        not null,
    -- How far its own union has brought it; the rest is said by the answer to its round.
    stage            text        not null check (stage in ('DRAFT', 'SUBMITTED', 'WITHDRAWN')),
    -- How often it was sent.
    round            int         not null check (round >= 0),
    note_to_superior text        check (note_to_superior <> ''),
    received         bigint      not null default 0 check (received >= 0),
    recorded_at      timestamptz not null,
    changed_at       timestamptz not null,
    sent_at          timestamptz,
    -- From here on what stays in this service.
    reason           text        check (reason <> ''),
    -- Where the money is received, and paid on from.
    fund_id          uuid,
    -- Everybody who made the list.
    listed_by        text[]      not null default '{}',
    submitted_by     text,
    created_as       bytea       not null,
    constraint proposal_to_one_superior check (num_nonnulls(superior_unit_id, superior_body) = 1),
    constraint proposal_is_sent check (sent_at is null or round > 0),
    constraint proposal_by_two_people check (submitted_by <> all (listed_by))
);

create index proposal_by_unit on proposal (unit_id, proposed_on desc, proposal_id desc);
create index proposal_by_superior on proposal (superior_unit_id, proposed_on desc, proposal_id desc)
    where sent_at is not null;

-- For whom, and how much. What was not sent yet stays in this service.
create table proposal_line (
    line_id          uuid    primary key,
    proposal_id      uuid    not null references proposal on delete cascade,
    beneficiary_kind text    not null check (beneficiary_kind in
        ('MEMBER', 'RETIREE', 'RELATIVE', 'OUTSIDE_PERSON', 'HOUSEHOLD')),
    member_id        uuid,
    beneficiary_name text    check (beneficiary_name <> ''),
    relation         text    check (relation <> ''),
    name_key         text    generated always as (person_key(beneficiary_name)) stored,
    kind             text    not null check (kind in
        ('ILLNESS', 'CRITICAL_ILLNESS', 'BEREAVEMENT', 'WEDDING', 'BIRTH', 'HARDSHIP', 'DISASTER', 'RETIREE_GIFT',
         'HERO_MOTHER_CARE', 'HOUSE', 'OTHER')),
    amount           bigint  not null check (amount > 0 and amount <= 1000000000000000),
    note_to_superior text    check (note_to_superior <> ''),
    sent             boolean not null,
    paid_on          date,
    -- From here on what stays in this service.
    reason           text    check (reason <> ''),
    transfer_id      uuid    references transfer deferrable initially deferred,
    constraint proposal_line_paid check (transfer_id is null or paid_on is not null)
);

create index proposal_line_by_proposal on proposal_line (proposal_id, line_id);
create index proposal_line_by_member on proposal_line (member_id) where member_id is not null;
create index proposal_line_by_name on proposal_line (name_key) where member_id is null;
create index proposal_line_by_payment on proposal_line (transfer_id) where transfer_id is not null;

create index support_case_by_name on support_case (person_key(beneficiary_name), requested_on)
    where member_id is null and beneficiary_name is not null;

-- Money that came for a proposal. Stays in this service; the proposal tells how much it is.
create table proposal_receipt (
    transfer_id uuid   primary key references transfer deferrable initially deferred,
    proposal_id uuid   not null references proposal on delete cascade,
    amount      bigint not null check (amount > 0),
    received_on date   not null
);

create index proposal_receipt_by_proposal on proposal_receipt (proposal_id);

-- What a superior says to one round. It may be known here before its proposal is, so it refers to that by name only; it
-- counts where its unit is the one that the proposal was sent to.
create table proposal_answer (
    answer_id       uuid        primary key,
    version         bigint      not null,
    owner_union_id  uuid        not null,
    unit_id         uuid        not null,
    proposal_id     uuid        not null,
    round           int         not null check (round > 0),
    outcome         text        not null check (outcome in ('DECIDED', 'SENT_BACK')),
    text            text        check (text <> ''),
    decision_number text,
    decision_date   date,
    decision_signer text,
    granted         bigint      not null check (granted >= 0),
    paid_on         date,
    answered_at     timestamptz not null,
    -- From here on what stays in this service.
    fund_id         uuid,
    voucher         text        check (voucher <> ''),
    answered_by     text,
    paid_by         text,
    constraint proposal_answered_once unique (proposal_id, unit_id, round),
    -- What was decided and taken back stays on record.
    constraint proposal_answer_is_whole check (outcome <> 'DECIDED' or decision_number is not null),
    constraint proposal_answer_by_two_people check (paid_by <> answered_by)
);

create table proposal_grant (
    answer_id uuid   not null references proposal_answer on delete cascade,
    line_id   uuid   not null,
    amount    bigint not null check (amount >= 0),
    primary key (answer_id, line_id)
);
