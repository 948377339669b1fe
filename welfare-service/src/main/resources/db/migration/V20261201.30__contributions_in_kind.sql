-- What is given in kind: goods with a value. In the books of a fund they stand on accounts of their own, so nothing that is
-- said of its money counts them.

-- What else a check lets pass from now on, beside what it let pass before.
create function pg_temp.widen(of_table text, rule text, also text) returns void language plpgsql as $$
declare
    before constant text := (select pg_get_expr(conbin, conrelid) from pg_constraint
        where conrelid = of_table::regclass and conname = rule);
begin
    execute format('alter table %I drop constraint %I, add constraint %I check ((%s) or (%s))',
        of_table, rule, rule, before, also);
end
$$;

select pg_temp.widen('chart_account', 'chart_account_kind_check',
    $$kind in ('GOODS', 'INCOME_IN_KIND', 'EXPENSE_IN_KIND', 'PASS_THROUGH_IN_KIND')$$);

insert into chart_account (place, kind, code, passing, own)
select (select max(place) from chart_account) + row_number() over (), kind, code, kind in ('GOODS', 'PASS_THROUGH_IN_KIND'),
    kind <> 'PASS_THROUGH_IN_KIND'
from (values
    ('GOODS', null),
    ('INCOME_IN_KIND', 'MEMBER'),
    ('INCOME_IN_KIND', 'UNIT'),
    ('INCOME_IN_KIND', 'OUTSIDE'),
    ('INCOME_IN_KIND', 'ANONYMOUS'),
    ('EXPENSE_IN_KIND', 'ILLNESS'),
    ('EXPENSE_IN_KIND', 'CRITICAL_ILLNESS'),
    ('EXPENSE_IN_KIND', 'BEREAVEMENT'),
    ('EXPENSE_IN_KIND', 'WEDDING'),
    ('EXPENSE_IN_KIND', 'BIRTH'),
    ('EXPENSE_IN_KIND', 'HARDSHIP'),
    ('EXPENSE_IN_KIND', 'DISASTER'),
    ('EXPENSE_IN_KIND', 'RETIREE_GIFT'),
    ('EXPENSE_IN_KIND', 'HERO_MOTHER_CARE'),
    ('EXPENSE_IN_KIND', 'HOUSE'),
    ('EXPENSE_IN_KIND', 'OTHER'),
    ('EXPENSE_IN_KIND', 'WRITTEN_OFF'),
    ('PASS_THROUGH_IN_KIND', 'MEMBER'),
    ('PASS_THROUGH_IN_KIND', 'UNIT'),
    ('PASS_THROUGH_IN_KIND', 'OUTSIDE'),
    ('PASS_THROUGH_IN_KIND', 'ANONYMOUS'),
    ('PASS_THROUGH_IN_KIND', 'PASSED_ON'),
    ('PASS_THROUGH_IN_KIND', 'WRITTEN_OFF')
) as chart (kind, code);

with opened as (
    insert into account (fund_id, kind, code)
    select fund_id, chart_account.kind, code
    from fund join chart_account on case when pass_through then passing else own end
    where chart_account.kind in ('GOODS', 'INCOME_IN_KIND', 'EXPENSE_IN_KIND', 'PASS_THROUGH_IN_KIND')
    order by fund_id, place
    returning account_id, fund_id, kind
)
insert into account_balance (account_id, fund_id, kind)
select account_id, fund_id, kind from opened;

-- Nobody can give out goods that are not there.
alter table account_balance
    add constraint account_balance_of_goods_not_negative check (kind <> 'GOODS' or balance >= 0);

-- No money moves with goods. They are given, used for a purpose, passed on where they were collected for somebody else, or
-- written off by a decision.
select pg_temp.widen('transfer', 'transfer_kind_check',
    $$kind in ('CONTRIBUTION_IN_KIND', 'EXPENSE_IN_KIND', 'PASS_ON_IN_KIND', 'WRITE_OFF_IN_KIND')$$);
select pg_temp.widen('transfer', 'transfer_has_a_purpose', $$kind = 'EXPENSE_IN_KIND' and purpose is not null$$);
select pg_temp.widen('transfer', 'transfer_moves_as_its_kind',
    $$kind in ('CONTRIBUTION_IN_KIND', 'EXPENSE_IN_KIND', 'PASS_ON_IN_KIND', 'WRITE_OFF_IN_KIND')
        and money_in = 0 and money_out = 0$$);

alter function fits_the_kind(text, text, text, bigint) rename to fits_the_kind_of_money;

-- Whether an account is where a transfer of the kind takes something from, or puts it: the database knows accounts by name.
create function fits_the_kind(kind text, purpose text, account text, amount bigint) returns boolean
    language sql immutable return case
        when kind not in ('CONTRIBUTION_IN_KIND', 'EXPENSE_IN_KIND', 'PASS_ON_IN_KIND', 'WRITE_OFF_IN_KIND')
            then fits_the_kind_of_money(kind, purpose, account, amount)
        when (kind = 'CONTRIBUTION_IN_KIND') = (amount > 0) then account = 'GOODS'
        when kind = 'EXPENSE_IN_KIND' then coalesce(account = 'EXPENSE_IN_KIND/' || purpose, false)
        when kind = 'PASS_ON_IN_KIND' then account = 'PASS_THROUGH_IN_KIND/PASSED_ON'
        when kind = 'WRITE_OFF_IN_KIND'
            then account in ('EXPENSE_IN_KIND/WRITTEN_OFF', 'PASS_THROUGH_IN_KIND/WRITTEN_OFF')
        else account in (
            'INCOME_IN_KIND/MEMBER', 'INCOME_IN_KIND/UNIT', 'INCOME_IN_KIND/OUTSIDE', 'INCOME_IN_KIND/ANONYMOUS',
            'PASS_THROUGH_IN_KIND/MEMBER', 'PASS_THROUGH_IN_KIND/UNIT', 'PASS_THROUGH_IN_KIND/OUTSIDE',
            'PASS_THROUGH_IN_KIND/ANONYMOUS') end;

select pg_temp.widen('contribution', 'contribution_method_check', $$method = 'GOODS'$$);

alter table contribution
    -- What was given in kind, as it was written down; its amount is their value.
    add column goods jsonb,
    add constraint contribution_of_money_or_goods check (
        (method = 'GOODS') = (goods is not null) and (goods is null or plan_id is null and pledge_id is null));

-- The same, row by row.
create table goods_item (
    goods_id        uuid           not null,
    contribution_id uuid           not null references contribution on delete cascade,
    fund_id         uuid           not null,
    line            int            not null check (line > 0),
    name            text           not null check (name <> ''),
    quantity        numeric(12, 3) not null check (quantity > 0),
    unit            text           not null check (unit <> ''),
    -- Of all of it, in đồng.
    value           bigint         not null check (value > 0 and value <= 1000000000000000),
    valued_by       text           not null check (valued_by in ('INVOICE', 'MARKET_PRICE', 'DONOR', 'APPRAISAL')),
    primary key (contribution_id, line),
    constraint goods_item_once_in_a_fund unique (fund_id, goods_id)
);

create function list_goods() returns trigger language plpgsql as $$
begin
    insert into goods_item (goods_id, contribution_id, fund_id, line, name, quantity, unit, value, valued_by)
    select item."goodsId", new.contribution_id, new.fund_id, item.line, item.name, item.quantity, item.unit, item.value,
        item."valuedBy"
    from rows from (jsonb_to_recordset(new.goods) as ("goodsId" uuid, name text, quantity numeric, unit text, value bigint,
        "valuedBy" text)) with ordinality as item("goodsId", name, quantity, unit, value, "valuedBy", line)
    on conflict (contribution_id, line) do nothing;
    if new.amount is distinct from (
        select sum(value) from goods_item where contribution_id = new.contribution_id)
    then
        raise exception 'goods of another value: contribution_is_worth_its_goods'
            using errcode = 'check_violation', constraint = 'contribution_is_worth_its_goods';
    end if;
    return null;
end
$$;

create trigger contribution_lists_its_goods
    after insert on contribution
    for each row when (new.goods is not null) execute function list_goods();

create trigger goods_item_follows_contributions
    before insert or update or delete on goods_item
    for each statement when (pg_trigger_depth() = 0) execute function refuse_change();

create trigger goods_item_append_only
    before truncate on goods_item
    for each statement execute function refuse_change();

-- As before, also of goods.
create or replace function require_its_transfer() returns trigger language plpgsql as $$
begin
    if not exists (
        select from transfer
        where transfer_id = new.transfer_id and reverses is null
            and kind = case when new.goods is null then 'CONTRIBUTION' else 'CONTRIBUTION_IN_KIND' end)
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
        where transfer.kind <> case when fresh.goods is null then 'CONTRIBUTION' else 'CONTRIBUTION_IN_KIND' end
            or transfer.reverses is not null or transfer.fund_id <> fresh.fund_id
            or transfer.value_date <> fresh.given_on
            or fresh.amount is distinct from (
                select sum(posting.amount) from posting join account using (account_id)
                where posting.transfer_id = transfer.transfer_id and account.kind = fresh.method)
    ) then
        raise exception 'a contribution of other money: contribution_has_its_transfer'
            using errcode = 'check_violation', constraint = 'contribution_has_its_transfer';
    end if;
    return null;
end
$$;
