-- A chart of accounts: income by where it came from, expense by what it was spent on, and money that only passes through
-- as owed to whoever it was collected for. What a fund's accounts tell can be published as it is.
create table chart_account (
    place        int     primary key,
    kind         text    not null check (kind in ('CASH', 'BANK', 'INCOME', 'EXPENSE', 'PASS_THROUGH', 'OPENING')),
    -- Null where a fund has one account of the kind.
    code         text    check (code <> ''),
    name         text    not null generated always as (kind || coalesce('/' || code, '')) stored unique,
    -- Whether funds with money that passes through have it, and whether the others do.
    passing      boolean not null,
    own          boolean not null
);

insert into chart_account (place, kind, code, passing, own)
select row_number() over (), kind, code, kind <> 'EXPENSE' and not (kind = 'INCOME' and donor), kind <> 'PASS_THROUGH'
from (values
    ('CASH', null, false),
    ('BANK', null, false),
    ('INCOME', 'MEMBER', true),
    ('INCOME', 'UNIT', true),
    ('INCOME', 'OUTSIDE', true),
    ('INCOME', 'ANONYMOUS', true),
    ('INCOME', 'ALLOCATION', false),
    ('INCOME', 'INTEREST', false),
    ('INCOME', 'OTHER', false),
    ('EXPENSE', 'ILLNESS', false),
    ('EXPENSE', 'CRITICAL_ILLNESS', false),
    ('EXPENSE', 'BEREAVEMENT', false),
    ('EXPENSE', 'WEDDING', false),
    ('EXPENSE', 'BIRTH', false),
    ('EXPENSE', 'HARDSHIP', false),
    ('EXPENSE', 'DISASTER', false),
    ('EXPENSE', 'RETIREE_GIFT', false),
    ('EXPENSE', 'HERO_MOTHER_CARE', false),
    ('EXPENSE', 'HOUSE', false),
    ('EXPENSE', 'OTHER', false),
    ('PASS_THROUGH', 'MEMBER', true),
    ('PASS_THROUGH', 'UNIT', true),
    ('PASS_THROUGH', 'OUTSIDE', true),
    ('PASS_THROUGH', 'ANONYMOUS', true),
    ('PASS_THROUGH', 'PASSED_ON', false),
    ('OPENING', null, false)
) as chart (kind, code, donor);

-- Until R__keep_the_books, which follows at once, knows of the chart, nobody books.
lock table transfer, posting, account, account_balance, account_day in share row exclusive mode;

create or replace trigger posting_keeps_the_books
    after insert on posting
    for each statement execute function refuse_change();

alter table account
    drop constraint account_once_in_a_fund,
    drop constraint account_kind_check,
    add column code text,
    add column name text not null generated always as (kind || coalesce('/' || code, '')) stored;

-- What there is gets the accounts of its fund, and the postings go to those that they belong to: the same amounts, in the
-- same transfers, on accounts of the same kind.
alter table account disable trigger user;
alter table account_balance disable trigger user;
alter table account_day disable trigger user;
alter table posting disable trigger user;

insert into account (fund_id, kind, code)
select fund_id, chart_account.kind, code
from fund join chart_account on case when pass_through then passing else own end
where chart_account.kind not in ('CASH', 'BANK')
order by fund_id, place;

insert into account_balance (account_id, fund_id, kind)
select account_id, fund_id, kind from account
where not exists (select from account_balance where account_balance.account_id = account.account_id);

update posting set account_id = right_one.account_id
from transfer, account wrong_one, account right_one, fund
where transfer.transfer_id = posting.transfer_id and fund.fund_id = transfer.fund_id
    and wrong_one.account_id = posting.account_id and wrong_one.kind in ('INCOME', 'EXPENSE') and wrong_one.code is null
    and right_one.fund_id = wrong_one.fund_id and right_one.name = case
        when transfer.kind = 'INCOME' then 'INCOME/OTHER'
        when transfer.kind = 'EXPENSE' and not pass_through then 'EXPENSE/' || purpose
        when transfer.kind = 'EXPENSE' then 'PASS_THROUGH/PASSED_ON'
        else case when pass_through then 'PASS_THROUGH/' else 'INCOME/' end || coalesce((
            select donor_kind from contribution
            where contribution.transfer_id = coalesce(transfer.reverses, transfer.transfer_id)), 'ANONYMOUS') end;

delete from account_day using account
where account.account_id = account_day.account_id and kind in ('INCOME', 'EXPENSE') and code is null;
delete from account_balance using account
where account.account_id = account_balance.account_id and account.kind in ('INCOME', 'EXPENSE') and code is null;
delete from account where kind in ('INCOME', 'EXPENSE') and code is null;

insert into account_day (account_id, day, debit, credit)
select account_id, value_date, coalesce(sum(amount) filter (where amount > 0), 0),
    coalesce(-sum(amount) filter (where amount < 0), 0)
from posting join transfer using (transfer_id) join account using (account_id)
where account.kind not in ('CASH', 'BANK')
group by account_id, value_date;

update account_balance set balance = moved.amount
from (select account_id, sum(debit - credit) as amount from account_day group by account_id) moved
where moved.account_id = account_balance.account_id and account_balance.kind not in ('CASH', 'BANK');

set constraints all immediate;
alter table account enable trigger user;
alter table account_balance enable trigger user;
alter table account_day enable trigger user;
alter table posting enable trigger user;

alter table account
    add constraint account_once_in_a_fund unique (fund_id, name),
    add constraint account_of_the_chart foreign key (name) references chart_account (name);

-- What a fund holds is asked for many funds at once, and held by whoever pays.
drop index account_balance_by_fund;
create index account_balance_by_fund on account_balance (fund_id, kind);

create or replace function open_books(of_fund uuid) returns void language sql begin atomic
    with opened as (
        insert into account (fund_id, kind, code)
        select fund_id, chart_account.kind, code
        from fund join chart_account on case when pass_through then passing else own end
        where fund_id = of_fund
        order by place
        returning account_id, fund_id, kind
    )
    insert into account_balance (account_id, fund_id, kind)
    select account_id, fund_id, kind from opened;
end;

-- What a fund held when its books began here, and what is passed on.
alter table transfer
    drop constraint transfer_kind_check,
    add constraint transfer_kind_check check (kind in
        ('CONTRIBUTION', 'EXPENSE', 'INCOME', 'BANK_DEPOSIT', 'BANK_WITHDRAWAL', 'OPENING', 'PASS_ON')),
    drop constraint transfer_moves_as_its_kind,
    add constraint transfer_moves_as_its_kind check (case
        when kind in ('BANK_DEPOSIT', 'BANK_WITHDRAWAL') then money_in = money_out and money_out > 0
        when (kind in ('EXPENSE', 'PASS_ON')) = (reverses is null) then money_in = 0 and money_out > 0
        else money_in > 0 and money_out = 0 end);

-- Whether an account is where a transfer of the kind takes money from, or puts it: the database knows accounts by name.
create function fits_the_kind(kind text, purpose text, account text, amount bigint) returns boolean
    language sql immutable return case
        when kind = 'BANK_DEPOSIT' then account = case when amount > 0 then 'BANK' else 'CASH' end
        when kind = 'BANK_WITHDRAWAL' then account = case when amount > 0 then 'CASH' else 'BANK' end
        when (kind in ('EXPENSE', 'PASS_ON')) = (amount < 0) then account in ('CASH', 'BANK')
        when kind = 'EXPENSE' then account = 'EXPENSE/' || purpose
        when kind = 'PASS_ON' then account = 'PASS_THROUGH/PASSED_ON'
        when kind = 'INCOME' then account in ('INCOME/ALLOCATION', 'INCOME/INTEREST', 'INCOME/OTHER')
        when kind = 'CONTRIBUTION' then account in (
            'INCOME/MEMBER', 'INCOME/UNIT', 'INCOME/OUTSIDE', 'INCOME/ANONYMOUS', 'PASS_THROUGH/MEMBER',
            'PASS_THROUGH/UNIT', 'PASS_THROUGH/OUTSIDE', 'PASS_THROUGH/ANONYMOUS')
        else account = 'OPENING' end;
