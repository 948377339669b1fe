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

-- Whatever is wrong with the postings of a transfer. All of them come in one statement: they begin at line 1 and have no
-- gap, and the primary key has room for one line 1 only, so that nothing can be added later.
create function keep_the_books() returns trigger language plpgsql as $$
declare
    broken  text;
    changed int;
begin
    select case
            when one.accounts < one.lines then 'posting_to_an_account'
            when one.lines < 2 then 'transfer_has_two_sides'
            when one.first_line <> 1 or one.last_line <> one.lines then 'transfer_is_whole'
            when one.total <> 0 then 'transfer_is_balanced'
            when not one.in_its_fund then 'transfer_in_one_fund'
            when not one.tells_money then 'transfer_tells_money'
        end
    into broken
    from (
        select count(*) as lines, count(account.account_id) as accounts, sum(fresh.amount) as total,
            min(fresh.line) as first_line, max(fresh.line) as last_line,
            bool_and(account.fund_id = transfer.fund_id) as in_its_fund,
            coalesce(sum(fresh.amount) filter (where account.kind in ('CASH', 'BANK') and fresh.amount > 0), 0)
                = transfer.money_in
            and coalesce(-sum(fresh.amount) filter (where account.kind in ('CASH', 'BANK') and fresh.amount < 0), 0)
                = transfer.money_out as tells_money
        from fresh join transfer using (transfer_id) left join account using (account_id)
        group by transfer.transfer_id
    ) one
    order by 1 nulls last
    limit 1;
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
