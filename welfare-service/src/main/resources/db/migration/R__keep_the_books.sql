-- Whether a transfer takes back another one of the same fund, account by account, which took back nothing itself.
create or replace function takes_back(of_transfer uuid) returns boolean language sql stable begin atomic
    select exists (
        select from transfer back join transfer original on original.transfer_id = back.reverses
        where back.transfer_id = of_transfer and original.reverses is null
            and original.fund_id = back.fund_id and original.kind = back.kind
            and original.purpose is not distinct from back.purpose
            and original.money_in = back.money_out and original.money_out = back.money_in
            and original.value_date <= back.value_date
            and not exists (
                select from posting where posting.transfer_id in (back.transfer_id, original.transfer_id)
                group by account_id having sum(amount) <> 0));
end;

-- What some transfers do to promises: a payment posts the whole of its own, and one that is taken back leaves it pending.
drop function if exists post_promises(uuid[]);

create or replace function post_promises(of_transfers uuid[], applying boolean) returns void language plpgsql as $$
declare
    posted int;
begin
    with paid as materialized (
        select fulfils, fund_id, purpose, money_out from transfer where transfer_id = any (of_transfers)
    )
    update promise set state = 'POSTED' from paid
    where promise_id = paid.fulfils and promise.state = 'PENDING'
        and promise.fund_id = paid.fund_id and promise.purpose = paid.purpose and promise.amount = paid.money_out;
    get diagnostics posted = row_count;
    -- What comes from another node, or comes back, was proven there; its promise is here only if it was made here.
    if not applying and posted <> (select count(fulfils) from transfer where transfer_id = any (of_transfers)) then
        raise exception 'a payment of something else: transfer_fulfils_its_promise'
            using errcode = 'check_violation', constraint = 'transfer_fulfils_its_promise';
    end if;
    update promise set state = 'PENDING' from transfer join transfer original on original.transfer_id = transfer.reverses
    where transfer.transfer_id = any (of_transfers) and promise_id = original.fulfils
        -- Where a node recovers, another payment of the same may have come in the same batch, or before.
        and not exists (
            select from transfer again
            where again.fulfils = original.fulfils
                and not exists (select from transfer back where back.reverses = again.transfer_id));
end
$$;

-- Whatever is wrong with the postings of transfers. All of a transfer's come in one statement: they begin at line 1 and
-- have no gap, and the primary key has room for one line 1 only, so that nothing can be added later. A contribution stands
-- there before its money is booked, and a transfer before the one that takes it back. What other nodes booked was proven at
-- its home, so some things need not hold here again (V20261123.30). By the indexes, because plans are made while few
-- transfers come or tables are empty: one that joins all transfers of large books takes seconds.
create or replace function keep_the_books() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    applying constant boolean := coalesce(current_setting('vks.applying', true), '') = 'on';
    broken   text;
    pays     boolean;
    promised boolean;
    goods_go boolean;
    funds    uuid[];
    changed  int;
begin
    select min(case
            when one.accounts < one.lines then 'posting_to_an_account'
            when one.lines < 2 then 'transfer_has_two_sides'
            when one.first_line <> 1 or one.last_line <> one.lines then 'transfer_is_whole'
            when one.total <> 0 then 'transfer_is_balanced'
            when not one.in_its_fund then 'transfer_in_one_fund'
            when not one.tells_money then 'transfer_tells_money'
            when not one.between_its_accounts then 'transfer_between_its_accounts'
            when not one.takes_back then 'transfer_takes_back'
            when not one.has_its_contribution then 'transfer_has_its_contribution'
            when not one.gives_out then 'transfer_gives_out_goods'
            when not one.booked_now then 'transfer_is_booked_now'
        end),
        bool_or(one.money_out > 0), bool_or(one.promised), bool_or(one.takes_goods), array_agg(distinct one.fund_id)
    into broken, pays, promised, goods_go, funds
    from (
        select count(*) as lines, count(account.account_id) as accounts, sum(fresh.amount) as total,
            min(fresh.line) as first_line, max(fresh.line) as last_line,
            bool_and(account.fund_id = transfer.fund_id) as in_its_fund,
            coalesce(sum(fresh.amount) filter (where account.kind in ('CASH', 'BANK') and fresh.amount > 0), 0)
                = transfer.money_in
            and coalesce(-sum(fresh.amount) filter (where account.kind in ('CASH', 'BANK') and fresh.amount < 0), 0)
                = transfer.money_out as tells_money,
            -- One that takes back another one is between the same accounts as that.
            bool_and(transfer.reverses is not null
                or coalesce(fits_what_is_owed(transfer.kind, transfer.purpose, account.name, fresh.amount),
                    fits_the_kind(transfer.kind, transfer.purpose, account.name, fresh.amount))) as between_its_accounts,
            case when transfer.reverses is null then true else takes_back(transfer.transfer_id) end as takes_back,
            transfer.kind not in ('CONTRIBUTION', 'CONTRIBUTION_IN_KIND') or transfer.reverses is not null
                or coalesce(bool_and(contribution.fund_id = transfer.fund_id
                    and contribution.given_on = transfer.value_date
                    and coalesce(account.code, account.kind) in (contribution.method, contribution.donor_kind))
                    and max(contribution.amount) = sum(fresh.amount) filter (where fresh.amount > 0),
                    transfer.kept_since is not null)
                as has_its_contribution,
            case
                when applying or transfer.reverses is not null
                    or transfer.kind not in ('EXPENSE_IN_KIND', 'PASS_ON_IN_KIND', 'WRITE_OFF_IN_KIND') then true
                else gives_out(transfer.transfer_id) end as gives_out,
            bool_or(account.kind = 'GOODS' and fresh.amount < 0) as takes_goods,
            transfer.booked_in = pg_current_xact_id() and case
                when applying then transfer.kept_since is not distinct from now()
                else transfer.kept_since is null
                    and transfer.booked_at between now() - interval '1 hour' and now() + interval '1 hour'
                end as booked_now,
            transfer.fund_id, transfer.money_out,
            transfer.fulfils is not null
                or transfer.kind in ('EXPENSE', 'SETTLEMENT') and transfer.reverses is not null as promised
        from fresh join transfer using (transfer_id) left join account using (account_id)
            left join contribution on transfer.kind in ('CONTRIBUTION', 'CONTRIBUTION_IN_KIND')
                and contribution.transfer_id = transfer.transfer_id
        group by transfer.transfer_id
    ) one;
    if broken is not null then
        raise exception 'these postings are no transfer: %', broken
            using errcode = 'check_violation', constraint = broken;
    end if;

    -- What other nodes book comes into their books, never into those that are kept here.
    if applying and exists (
        select from (select distinct fund_id from fresh join transfer using (transfer_id)) booked where kept_here(fund_id)
    ) then
        raise exception 'these books are kept here: transfer_in_other_books'
            using errcode = 'restrict_violation', constraint = 'transfer_in_other_books';
    end if;

    -- Whoever takes money out holds both of the fund's balances of money: together they are what is promised of.
    if pays and not applying then
        perform from account_balance
        where fund_id = any (funds) and kind in ('CASH', 'BANK')
        order by account_id for update;
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

    -- Looked at when the balances are held: whoever closes holds them too. What other nodes closed was proven at its home.
    if not applying and exists (
        select from (
            select transfer.fund_id, min(transfer.value_date) as day
            from fresh join transfer using (transfer_id) group by transfer.fund_id
        ) earliest join fund using (fund_id)
        where day <= closed_through(fund.unit_id)
    ) then
        raise exception 'these books are closed: transfer_in_open_books'
            using errcode = 'check_violation', constraint = 'transfer_in_open_books';
    end if;

    if promised then
        perform post_promises(array(select distinct transfer_id from fresh), applying);
    end if;

    insert into account_day (account_id, day, debit, credit)
    select account_id, value_date, coalesce(sum(amount) filter (where amount > 0), 0),
        coalesce(-sum(amount) filter (where amount < 0), 0)
    from fresh join transfer using (transfer_id)
    group by account_id, value_date
    on conflict (account_id, day) do update
    set debit = account_day.debit + excluded.debit, credit = account_day.credit + excluded.credit;

    -- What is paid on an earlier day than others must not be the money that came only later: no statement shows less
    -- than nothing on any day. Whoever changed these accounts before has committed by now, and is seen here.
    if pays and exists (
        select from (
            select account_id, min(transfer.value_date) as day
            from fresh join transfer using (transfer_id)
            where fresh.amount < 0
            group by account_id
        ) paying join account_balance using (account_id)
        where account_balance.kind in ('CASH', 'BANK') and free_from(paying.account_id, paying.day) < 0
    ) then
        raise exception 'this money came only later: account_balance_not_negative'
            using errcode = 'check_violation', constraint = 'account_balance_not_negative';
    end if;
    if goods_go and not applying and goods_come_short(array(select distinct transfer_id from fresh)) then
        raise exception 'these goods are not there: goods_are_there'
            using errcode = 'check_violation', constraint = 'goods_are_there';
    end if;
    if pays and not applying and exists (select from unnest(funds) as paying where unpromised(paying) < 0) then
        raise exception 'this money is promised: money_is_promised'
            using errcode = 'check_violation', constraint = 'money_is_promised';
    end if;
    return null;
end
$$;

create or replace trigger posting_keeps_the_books
    after insert on posting referencing new table as fresh
    for each statement execute function keep_the_books();
