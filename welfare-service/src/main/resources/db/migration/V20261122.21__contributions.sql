-- Who gave what to which fund. The money stands in the ledger: a contribution names its transfer.
create table contribution (
    contribution_id uuid        primary key,
    version         bigint      not null,
    owner_union_id  uuid        not null,
    -- The unit that owns the fund.
    unit_id         uuid        not null,
    fund_id         uuid        not null,
    given_on        date        not null,
    transfer_id     uuid        not null unique,
    amount          bigint      not null check (amount between 1 and 1000000000000000),
    method          text        not null check (method in ('CASH', 'BANK')),
    donor_kind      text        not null check (donor_kind in ('MEMBER', 'UNIT', 'OUTSIDE', 'ANONYMOUS')),
    donor_member_id uuid,
    donor_unit_id   uuid,
    donor_name      text        check (donor_name <> ''),
    created_as      bytea       not null,
    recorded_at     timestamptz not null,
    constraint contribution_knows_its_donor check (
        (donor_kind = 'MEMBER') = (donor_member_id is not null)
        and (donor_kind = 'UNIT') = (donor_unit_id is not null)
        and (donor_kind = 'OUTSIDE') = (donor_name is not null))
);

create index contribution_by_fund on contribution (fund_id, given_on desc, contribution_id desc);
create index contribution_by_unit on contribution (unit_id, given_on desc, contribution_id desc);
create index contribution_by_member on contribution (donor_member_id, given_on desc, contribution_id desc)
    where donor_member_id is not null;

create trigger contribution_append_only
    before update or delete or truncate on contribution
    for each statement execute function refuse_change();

-- The money is booked last in the transaction, because that locks what all contributions to a fund have in common; so
-- whether it was booked is looked at in the end. That it is the same money was proven when it was booked: a transfer of
-- this kind is refused without its contribution. Transfers can neither change nor go, so a look is as good as the lock
-- of a foreign key.
create function require_its_transfer() returns trigger language plpgsql as $$
begin
    if not exists (select from transfer where transfer_id = new.transfer_id and kind = 'CONTRIBUTION') then
        raise exception 'a contribution without its money: contribution_has_its_transfer'
            using errcode = 'check_violation', constraint = 'contribution_has_its_transfer';
    end if;
    return null;
end
$$;

create constraint trigger contribution_has_its_transfer
    after insert on contribution deferrable initially deferred
    for each row execute function require_its_transfer();
