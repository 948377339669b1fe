-- Where those who are paid have their accounts. Sealed; stays in this service, and moves with the union.
create table payee_account (
    account_id     uuid        primary key,
    owner_union_id uuid        not null,
    unit_id        uuid        not null,
    payee_kind     text        not null check (payee_kind <> ''),
    -- The member, or the record where that is for somebody else.
    payee_id       uuid        not null,
    sealed         bytea       not null,
    given_by       text        not null,
    recorded_at    timestamptz not null,
    constraint payee_account_once unique (owner_union_id, payee_id)
);

create index payee_account_by_payee on payee_account (payee_id);

select write_papers_at_home('payee_account');
