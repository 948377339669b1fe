-- What a union owes by a decision, such as the bonus of an award: from the decision to the payment, and back again where
-- the award is revoked.
create table payable (
    -- Of the bonus of an award: the award's.
    payable_id           uuid        primary key,
    version              bigint      not null,
    owner_union_id       uuid        not null,
    unit_id              uuid        not null,
    source               text        not null check (source in ('AWARD', 'MANUAL')),
    member_id            uuid,
    recipient_unit_id    uuid,
    amount               bigint      not null check (amount > 0 and amount <= 1000000000000000),
    decision_number      text        not null,
    decision_date        date        not null,
    decision_authority   text,
    status               text        not null check (status in
        ('UNASSIGNED', 'RECOGNISED', 'PAID', 'VOIDED', 'CLAIMED', 'SETTLED')),
    fund_id              uuid,
    purpose              text,
    promise_id           uuid,
    recognition_id       uuid,
    recognised_on        date,
    settlement_id        uuid,
    paid_on              date,
    revocation_number    text,
    revocation_date      date,
    revocation_authority text,
    claim_id             uuid,
    claimed_on           date,
    recovered            bigint      not null default 0 check (recovered >= 0),
    written_off          bigint      not null default 0 check (written_off >= 0),
    write_off_number     text,
    write_off_date       date,
    write_off_authority  text,
    recorded_at          timestamptz not null,
    -- From here on what stays in this service.
    text                 text,
    voucher              text,
    entered_by           text,
    recognised_by        text,
    paid_by              text,
    claimed_by           text,
    created_as           bytea       not null,
    constraint payable_to_one check ((member_id is null) <> (recipient_unit_id is null)),
    constraint payable_of_a_fund check ((fund_id is not null) = (status not in ('UNASSIGNED', 'VOIDED'))),
    constraint payable_recovered_at_most check (recovered + written_off <= amount),
    constraint payable_settled_when_nothing_is_claimed check (
        (status = 'SETTLED') = (claim_id is not null and recovered + written_off = amount)),
    constraint payable_by_different_people check (paid_by <> recognised_by and paid_by <> entered_by
        and recognised_by <> entered_by)
);

create index payable_by_unit on payable (unit_id, decision_date desc, payable_id desc);
create index payable_by_member on payable (member_id, payable_id desc) where member_id is not null;
create index payable_by_decision on payable (owner_union_id, lower(decision_number));
create index payable_by_promise on payable (promise_id) where promise_id is not null;

-- Which entries of which books are steps of a payable. Stays in this service.
create table payable_transfer (
    transfer_id uuid primary key references transfer deferrable initially deferred,
    payable_id  uuid not null references payable on delete cascade
);

create index payable_transfer_by_payable on payable_transfer (payable_id, transfer_id);

-- The bonuses of awards as campaign-service tells them, the latest of each.
create table award_bonus (
    award_id       uuid    primary key,
    epoch          int     not null,
    version        bigint  not null,
    owner_union_id uuid    not null,
    paying_unit_id uuid    not null,
    state          jsonb   not null,
    -- Whether its payable is as this says.
    carried_out    boolean not null default false
);

create index award_bonus_to_carry_out on award_bonus (owner_union_id, award_id) where not carried_out;
