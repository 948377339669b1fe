-- What a fund owes (nợ phải trả) and what is owed to it (nợ phải thu), by the purpose that it is spent on: recognised by a
-- decision, settled by money. Neither is money that the fund holds.
alter table chart_account
    drop constraint chart_account_kind_check,
    add constraint chart_account_kind_check check (kind in
        ('CASH', 'BANK', 'INCOME', 'EXPENSE', 'PASS_THROUGH', 'OPENING', 'MOVED', 'RECEIVABLE', 'PAYABLE'));

insert into chart_account (place, kind, code, passing, own)
select (select max(place) from chart_account) + row_number() over (order by side.kind desc, spent.place), side.kind,
    spent.code, false, true
from chart_account spent cross join (values ('RECEIVABLE'), ('PAYABLE')) side (kind)
where spent.kind = 'EXPENSE';

-- Until R__keep_the_books, which follows at once, knows of them, nobody books.
lock table transfer, posting, account, account_balance, account_day in share row exclusive mode;

-- Every fund has all accounts of its sort; these come after all others, so the order in which balances are locked stays.
with opened as (
    insert into account (fund_id, kind, code)
    select fund_id, chart_account.kind, code
    from fund join chart_account on case when pass_through then passing else own end
    where chart_account.kind in ('RECEIVABLE', 'PAYABLE')
        -- A fund that is known and whose books are not here yet gets all of its accounts with them.
        and exists (select from account there where there.fund_id = fund.fund_id)
    order by fund_id, place
    returning account_id, fund_id, kind
)
insert into account_balance (account_id, fund_id, kind)
select account_id, fund_id, kind from opened;

alter table account_balance
    -- Nothing is paid that is not owed, and nothing comes back that is not claimed.
    add constraint account_balance_on_its_side check (case kind
        when 'PAYABLE' then balance <= 0
        when 'RECEIVABLE' then balance >= 0
        else true end);

alter table transfer
    drop constraint transfer_kind_check,
    add constraint transfer_kind_check check (kind in
        ('CONTRIBUTION', 'EXPENSE', 'INCOME', 'BANK_DEPOSIT', 'BANK_WITHDRAWAL', 'OPENING', 'PASS_ON', 'MOVE_OUT',
         'MOVE_IN', 'PAYABLE', 'SETTLEMENT', 'RECEIVABLE', 'RECOVERY', 'WRITE_OFF')),
    drop constraint transfer_has_a_purpose,
    add constraint transfer_has_a_purpose check (
        (kind in ('EXPENSE', 'PAYABLE', 'SETTLEMENT', 'RECEIVABLE', 'RECOVERY', 'WRITE_OFF')) = (purpose is not null)),
    drop constraint transfer_moves_as_its_kind,
    add constraint transfer_moves_as_its_kind check (case
        when kind in ('BANK_DEPOSIT', 'BANK_WITHDRAWAL') then money_in = money_out and money_out > 0
        when kind in ('PAYABLE', 'RECEIVABLE', 'WRITE_OFF') then money_in = 0 and money_out = 0
        when (kind in ('EXPENSE', 'PASS_ON', 'SETTLEMENT', 'MOVE_OUT')) = (reverses is null) then money_in = 0 and money_out > 0
        else money_in > 0 and money_out = 0 end),
    drop constraint transfer_fulfils_as_an_expense,
    add constraint transfer_fulfils_as_an_expense check (
        fulfils is null or kind in ('EXPENSE', 'SETTLEMENT') and reverses is null);

-- Whether an account is where a transfer about what is owed takes from (a credit), or puts to; null for all other transfers.
create function fits_what_is_owed(kind text, purpose text, account text, amount bigint) returns boolean
    language sql immutable return case kind
        when 'PAYABLE' then account = case when amount > 0 then 'EXPENSE/' else 'PAYABLE/' end || purpose
        when 'SETTLEMENT' then
            case when amount > 0 then account = 'PAYABLE/' || purpose else account in ('CASH', 'BANK') end
        when 'RECEIVABLE' then account = case when amount > 0 then 'RECEIVABLE/' else 'EXPENSE/' end || purpose
        when 'RECOVERY' then
            case when amount > 0 then account in ('CASH', 'BANK') else account = 'RECEIVABLE/' || purpose end
        when 'WRITE_OFF' then account = case when amount > 0 then 'EXPENSE/' else 'RECEIVABLE/' end || purpose
    end;
