-- The ledger: double entry in whole đồng, one set of books per fund. A debit is positive, a credit negative, so what
-- belongs together sums to zero. Nothing here is ever changed or taken away; a mistake is made good by a transfer more.
--
-- Many transfers of one fund run at the same time, and a foreign key locks the row it refers to: on a row that all of
-- them refer to (the fund, its accounts, their balances) those shared locks alone cost more than half of the speed. So
-- transfers and postings have no foreign keys to such rows. The trigger of the postings looks the accounts up instead,
-- and a look is as good as a lock, because accounts can neither change nor go, and hold their funds in place.

create table account (
    account_id uuid primary key default uuidv7(),
    fund_id    uuid not null references fund,
    kind       text not null check (kind in ('CASH', 'BANK', 'INCOME', 'EXPENSE')),
    constraint account_once_in_a_fund unique (fund_id, kind),
    unique (account_id, fund_id, kind)
);

create trigger account_append_only
    before update or delete or truncate on account
    for each statement execute function refuse_change();

-- What each account holds: always the sum of its postings, because only they change it. Apart from the accounts, so
-- that the rows that change all the time are small and stay on their pages (room is left there for the next version).
create table account_balance (
    account_id uuid   primary key,
    fund_id    uuid   not null,
    kind       text   not null,
    balance    bigint not null default 0,
    foreign key (account_id, fund_id, kind) references account (account_id, fund_id, kind),
    -- Nobody can pay with money that is not there.
    constraint account_balance_not_negative check (kind not in ('CASH', 'BANK') or balance >= 0),
    constraint account_balance_in_range check (balance between -1000000000000000000 and 1000000000000000000)
) with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
        autovacuum_vacuum_cost_delay = 0);

create index account_balance_by_fund on account_balance (fund_id);

create function refuse_a_balance_without_postings() returns trigger language plpgsql as $$
begin
    raise exception 'a balance begins at zero' using errcode = 'restrict_violation';
end
$$;

create trigger account_balance_begins_at_zero
    before insert on account_balance
    for each row when (new.balance <> 0) execute function refuse_a_balance_without_postings();

create trigger account_balance_follows_postings
    before update on account_balance
    for each statement when (pg_trigger_depth() = 0) execute function refuse_change();

create trigger account_balance_stays
    before delete or truncate on account_balance
    for each statement execute function refuse_change();

-- One movement of money, or between two places of a fund's money.
create table transfer (
    transfer_id uuid        primary key,
    fund_id     uuid        not null,
    value_date  date        not null,
    booked_at   timestamptz not null,
    -- The transaction that booked it: the pages of a statement show the books as they were for the first of them.
    booked_in   xid8        not null default pg_current_xact_id(),
    kind        text        not null check (kind in
        ('CONTRIBUTION', 'EXPENSE', 'INCOME', 'BANK_DEPOSIT', 'BANK_WITHDRAWAL')),
    purpose     text        check (purpose in
        ('ILLNESS', 'CRITICAL_ILLNESS', 'BEREAVEMENT', 'WEDDING', 'BIRTH', 'HARDSHIP', 'DISASTER', 'RETIREE_GIFT',
         'HERO_MOTHER_CARE', 'HOUSE', 'OTHER')),
    text        text        check (text <> ''),
    actor       text        not null,
    -- What came into cash and bank, and what went out; the postings prove it.
    money_in    bigint      not null check (money_in >= 0),
    money_out   bigint      not null check (money_out >= 0),
    -- What an entry was made from, to recognise a repeated request.
    created_as  text,
    constraint transfer_has_a_purpose check ((kind = 'EXPENSE') = (purpose is not null)),
    constraint transfer_moves_as_its_kind check (case
        when kind = 'EXPENSE' then money_in = 0 and money_out > 0
        when kind in ('INCOME', 'CONTRIBUTION') then money_in > 0 and money_out = 0
        else money_in = money_out and money_out > 0 end),
    -- Nothing is booked before it happens.
    constraint transfer_not_in_the_future check (value_date <= (booked_at at time zone 'Asia/Ho_Chi_Minh')::date),
    -- The order of a statement, with all that its sums need.
    constraint transfer_in_order unique (fund_id, value_date, transfer_id) include (money_in, money_out, booked_in)
);

create table posting (
    transfer_id uuid   not null references transfer,
    line        int    not null check (line > 0),
    account_id  uuid   not null,
    amount      bigint not null check (amount <> 0 and amount between -1000000000000000 and 1000000000000000),
    primary key (transfer_id, line)
);

create index posting_by_account on posting (account_id);

create trigger transfer_append_only
    before update or delete or truncate on transfer
    for each statement execute function refuse_change();

create trigger posting_append_only
    before update or delete or truncate on posting
    for each statement execute function refuse_change();

-- A transfer comes with its postings, in one statement.
create function require_postings() returns trigger language plpgsql as $$
begin
    if exists (select from fresh where not exists (select from posting where posting.transfer_id = fresh.transfer_id))
    then
        raise exception 'a transfer without postings: transfer_has_postings'
            using errcode = 'check_violation', constraint = 'transfer_has_postings';
    end if;
    return null;
end
$$;

create trigger transfer_has_postings
    after insert on transfer referencing new table as fresh
    for each statement execute function require_postings();

-- The least that an account holds at the end of any day from this one on: what can still be taken from it on that day.
-- Between two days on which money moved it stays the same; so it is what there is now, or what there was before one of
-- the later days. These are found by the index of the statement; for the latest day there are none.
create function free_from(of_account uuid, day date) returns bigint language sql stable begin atomic
    select least(held.balance, min(held.balance - later.moved))::bigint
    from account_balance held
    left join lateral (
        select sum(sum(side.amount)) over (order by transfer.value_date desc) as moved
        from transfer cross join lateral (
            select sum(amount) as amount from posting
            where posting.transfer_id = transfer.transfer_id and posting.account_id = held.account_id
        ) side
        where transfer.fund_id = held.fund_id and transfer.value_date > day
        group by transfer.value_date
    ) later on true
    where held.account_id = of_account
    group by held.balance;
end;

-- Whatever is wrong with the postings of a transfer. All of them come in one statement: they begin at line 1 and have no
-- gap, and the primary key has room for one line 1 only, so that nothing can be added later. A contribution (its table
-- comes in the next migration) stands there before its money is booked.
create function keep_the_books() returns trigger language plpgsql as $$
declare
    broken  text;
    paid_on date;
    changed int;
begin
    select min(case
            when one.accounts < one.lines then 'posting_to_an_account'
            when one.lines < 2 then 'transfer_has_two_sides'
            when one.first_line <> 1 or one.last_line <> one.lines then 'transfer_is_whole'
            when one.total <> 0 then 'transfer_is_balanced'
            when not one.in_its_fund then 'transfer_in_one_fund'
            when not one.tells_money then 'transfer_tells_money'
            when not one.between_its_accounts then 'transfer_between_its_accounts'
            when not one.has_its_contribution then 'transfer_has_its_contribution'
            when not one.booked_now then 'transfer_is_booked_now'
        end),
        min(one.value_date) filter (where one.money_out > 0)
    into broken, paid_on
    from (
        select count(*) as lines, count(account.account_id) as accounts, sum(fresh.amount) as total,
            min(fresh.line) as first_line, max(fresh.line) as last_line,
            bool_and(account.fund_id = transfer.fund_id) as in_its_fund,
            coalesce(sum(fresh.amount) filter (where account.kind in ('CASH', 'BANK') and fresh.amount > 0), 0)
                = transfer.money_in
            and coalesce(-sum(fresh.amount) filter (where account.kind in ('CASH', 'BANK') and fresh.amount < 0), 0)
                = transfer.money_out as tells_money,
            bool_and(account.kind = any (case
                when transfer.kind = 'EXPENSE' and fresh.amount > 0 then '{EXPENSE}'::text[]
                when transfer.kind = 'EXPENSE' then '{CASH,BANK}'
                when transfer.kind in ('INCOME', 'CONTRIBUTION') and fresh.amount > 0 then '{CASH,BANK}'
                when transfer.kind in ('INCOME', 'CONTRIBUTION') then '{INCOME}'
                when (transfer.kind = 'BANK_DEPOSIT') = (fresh.amount > 0) then '{BANK}'
                else '{CASH}' end)) as between_its_accounts,
            transfer.kind <> 'CONTRIBUTION' or coalesce(bool_and(contribution.fund_id = transfer.fund_id
                and contribution.given_on = transfer.value_date and contribution.amount = transfer.money_in
                and account.kind in (contribution.method, 'INCOME')), false) as has_its_contribution,
            transfer.booked_in = pg_current_xact_id()
                and transfer.booked_at between now() - interval '1 hour' and now() + interval '1 hour' as booked_now,
            transfer.value_date, transfer.money_out
        from fresh join transfer using (transfer_id) left join account using (account_id)
            left join contribution on transfer.kind = 'CONTRIBUTION'
                and contribution.transfer_id = transfer.transfer_id
        group by transfer.transfer_id
    ) one;
    if broken is not null then
        raise exception 'these postings are no transfer: %', broken
            using errcode = 'check_violation', constraint = broken;
    end if;

    -- Everybody locks accounts in the order of their ids, so nobody waits in a circle.
    with change as (
        select account_id, sum(amount)::bigint as amount from fresh group by account_id
    ), locked as (
        select account_balance.account_id, change.amount
        from account_balance join change using (account_id)
        order by account_balance.account_id
        for update of account_balance
    )
    update account_balance set balance = account_balance.balance + locked.amount
    from locked where account_balance.account_id = locked.account_id;
    get diagnostics changed = row_count;
    if changed <> (select count(distinct account_id) from fresh) then
        raise exception 'an account without a balance: posting_to_an_account'
            using errcode = 'check_violation', constraint = 'posting_to_an_account';
    end if;

    -- What is paid on an earlier day than others must not be the money that came only later: no statement shows less
    -- than nothing on any day. Whoever changed these accounts before has committed by now, and is seen here.
    if paid_on is not null and exists (
        select from fresh join account_balance using (account_id)
        where fresh.amount < 0 and account_balance.kind in ('CASH', 'BANK')
            and free_from(account_id, paid_on) < 0
    ) then
        raise exception 'this money came only later: account_balance_not_negative'
            using errcode = 'check_violation', constraint = 'account_balance_not_negative';
    end if;
    return null;
end
$$;

create trigger posting_keeps_the_books
    after insert on posting referencing new table as fresh
    for each statement execute function keep_the_books();

-- Opens the books of a fund, with nothing in them.
create function open_books(of_fund uuid) returns void language sql begin atomic
    with opened as (
        insert into account (fund_id, kind)
        select of_fund, kind from unnest(array['CASH', 'BANK', 'INCOME', 'EXPENSE']) kind
        returning account_id, fund_id, kind
    )
    insert into account_balance (account_id, fund_id, kind)
    select account_id, fund_id, kind from opened;
end;

select open_books(fund_id) from fund;
