-- A mistake is made good by a transfer that takes back another one, whole: of the same kind, with the opposite postings,
-- on the same day or a later one. So what is summed by kind or purpose comes out right without further ado.

alter table transfer
    -- The transfer that this one takes back.
    add column reverses uuid references transfer,
    add constraint transfer_reversed_once unique (reverses),
    drop constraint transfer_moves_as_its_kind,
    add constraint transfer_moves_as_its_kind check (case
        when kind in ('BANK_DEPOSIT', 'BANK_WITHDRAWAL') then money_in = money_out and money_out > 0
        when (kind = 'EXPENSE') = (reverses is null) then money_in = 0 and money_out > 0
        else money_in > 0 and money_out = 0 end);

-- The money of a contribution is what came in, not what was given back.
create or replace function require_its_transfer() returns trigger language plpgsql as $$
begin
    if not exists (
        select from transfer
        where transfer_id = new.transfer_id and kind = 'CONTRIBUTION' and reverses is null)
    then
        raise exception 'a contribution without its money: contribution_has_its_transfer'
            using errcode = 'check_violation', constraint = 'contribution_has_its_transfer';
    end if;
    return null;
end
$$;

create or replace function require_fitting_transfers() returns trigger language plpgsql as $$
begin
    if exists (
        select from fresh join transfer using (transfer_id)
        where transfer.kind <> 'CONTRIBUTION' or transfer.reverses is not null or transfer.fund_id <> fresh.fund_id
            or transfer.value_date <> fresh.given_on or transfer.money_in <> fresh.amount
            or not exists (
                select from posting join account using (account_id)
                where posting.transfer_id = transfer.transfer_id and account.kind = fresh.method)
    ) then
        raise exception 'a contribution of other money: contribution_has_its_transfer'
            using errcode = 'check_violation', constraint = 'contribution_has_its_transfer';
    end if;
    return null;
end
$$;
