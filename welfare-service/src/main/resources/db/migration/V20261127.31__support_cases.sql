-- Support for one person or household, from the request to the receipt. Three people: who asks, who approves, who pays.
create table support_case (
    case_id          uuid        primary key,
    version          bigint      not null,
    owner_union_id   uuid        not null,
    unit_id          uuid        not null,
    kind             text        not null check (kind in
        ('ILLNESS', 'CRITICAL_ILLNESS', 'BEREAVEMENT', 'WEDDING', 'BIRTH', 'HARDSHIP', 'DISASTER', 'RETIREE_GIFT',
         'HERO_MOTHER_CARE', 'HOUSE', 'OTHER')),
    beneficiary_kind text        not null check (beneficiary_kind in
        ('MEMBER', 'RETIREE', 'RELATIVE', 'OUTSIDE_PERSON', 'HOUSEHOLD')),
    requested_on     date        not null,
    status           text        not null check (status in
        ('REQUESTED', 'VERIFIED', 'PROPOSED', 'APPROVED', 'PAID', 'REFUSED', 'WITHDRAWN')),
    fund_id          uuid,
    -- What the accountant proposes, and what was approved of it.
    proposed         bigint      check (proposed > 0),
    approved         bigint      check (approved > 0 and approved <= proposed),
    decision_number  text,
    decision_date    date,
    decision_signer  text,
    paid_on          date,
    recorded_at      timestamptz not null,
    verified_at      timestamptz,
    proposed_at      timestamptz,
    decided_at       timestamptz,
    paid_at          timestamptz,
    -- From here on what stays in this service.
    member_id        uuid,
    beneficiary_name text        check (beneficiary_name <> ''),
    relation         text        check (relation <> ''),
    requested_amount bigint      check (requested_amount > 0),
    reason           text        check (reason <> ''),
    -- Sealed.
    health_note      bytea,
    refusal          text        check (refusal <> ''),
    voucher          text        check (voucher <> ''),
    received_by      text        check (received_by <> ''),
    requested_by     text,
    proposed_by      text,
    approved_by      text,
    paid_by          text,
    -- The payment is booked last in its transaction.
    transfer_id      uuid        references transfer deferrable initially deferred,
    created_as       bytea       not null,
    constraint support_case_by_three_people check (
        approved_by <> requested_by and approved_by <> proposed_by and paid_by <> requested_by and paid_by <> approved_by)
);

create index support_case_by_unit on support_case (unit_id, requested_on desc, case_id desc);
create index support_case_by_payment on support_case (transfer_id) where transfer_id is not null;
create index support_case_by_member on support_case (member_id, requested_on) where member_id is not null;

-- What a union may give for one kind of support, from a day on until the next rule begins.
create table support_limit (
    limit_id            uuid        primary key,
    version             bigint      not null,
    owner_union_id      uuid        not null,
    unit_id             uuid        not null,
    kind                text        not null check (kind in
        ('ILLNESS', 'CRITICAL_ILLNESS', 'BEREAVEMENT', 'WEDDING', 'BIRTH', 'HARDSHIP', 'DISASTER', 'RETIREE_GIFT',
         'HERO_MOTHER_CARE', 'HOUSE', 'OTHER')),
    valid_from          date        not null,
    -- Up to which amount the chair decides alone.
    chair_up_to         bigint      not null check (chair_up_to >= 0),
    per_case            bigint      check (per_case > 0),
    per_person_and_year bigint      check (per_person_and_year > 0),
    legal_basis         text,
    decision_number     text        not null,
    decision_date       date        not null,
    decision_signer     text,
    recorded_at         timestamptz not null,
    created_as          bytea       not null,
    constraint support_limit_begins_once unique (unit_id, kind, valid_from)
);
