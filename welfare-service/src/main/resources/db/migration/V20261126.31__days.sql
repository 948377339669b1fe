-- What moved on each account on each day, so that a balance on any date is a sum over days and not over all that was ever
-- booked. Always the sum of the postings, like the balances: written together with them, and by nothing else. Whoever
-- writes here holds the balance of the account, so nobody waits once more.
--
-- Until R__keep_the_books, which follows at once, knows of the days, nobody books: the books would have no days for it.
lock table transfer, posting in share row exclusive mode;

create or replace trigger posting_keeps_the_books
    after insert on posting
    for each statement execute function refuse_change();

create table account_day (
    account_id uuid   not null references account,
    day        date   not null,
    debit      bigint not null check (debit >= 0),
    credit     bigint not null check (credit >= 0),
    primary key (account_id, day)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
        autovacuum_vacuum_cost_delay = 0);

insert into account_day (account_id, day, debit, credit)
select account_id, value_date, coalesce(sum(amount) filter (where amount > 0), 0),
    coalesce(-sum(amount) filter (where amount < 0), 0)
from posting join transfer using (transfer_id)
group by account_id, value_date;

create trigger account_day_follows_postings
    before insert or update on account_day
    for each statement when (pg_trigger_depth() = 0) execute function refuse_change();

create trigger account_day_stays
    before delete on account_day
    for each statement when (pg_trigger_depth() = 0) execute function refuse_change();

create trigger account_day_append_only
    before truncate on account_day
    for each statement execute function refuse_change();

-- The least that an account holds at the end of any day from this one on, as before, from the days.
create or replace function free_from(of_account uuid, day date) returns bigint language sql stable begin atomic
    select least(held.balance, min(held.balance - later.moved))::bigint
    from account_balance held
    left join lateral (
        select sum(one.debit - one.credit) over (order by one.day desc) as moved
        from account_day one where one.account_id = held.account_id and one.day > free_from.day
    ) later on true
    where held.account_id = of_account
    group by held.balance;
end;

-- Transfers go all together, with their postings: what some of them leave would be no books. Balances and days follow.
create or replace function empty_the_books() returns trigger language plpgsql as $$
begin
    if exists (select from transfer where fund_id in (
        select account.fund_id from gone join account using (account_id)))
    then
        raise exception 'a transfer without the others of its fund: transfer_goes_with_its_fund'
            using errcode = 'restrict_violation', constraint = 'transfer_goes_with_its_fund';
    end if;
    with change as (
        select account_id, sum(amount)::bigint as amount from gone group by account_id
    ), locked as (
        select account_balance.account_id, change.amount
        from account_balance join change using (account_id)
        order by account_balance.account_id
        for update of account_balance
    )
    update account_balance set balance = account_balance.balance - locked.amount
    from locked where account_balance.account_id = locked.account_id;
    delete from account_day where account_id in (select account_id from gone);
    return null;
end
$$;
