-- What other nodes booked is kept here as well. It was proven at home, so some things need not hold here again: that it
-- happens now, and that a contribution and its money come together, for they may arrive one after the other. Also, what
-- is no longer for this node goes. Both only in a transaction that has vks.applying on, which the code of the replicas
-- sets and nothing else; all other rules hold for everybody.

-- The actor and the text of a transfer stay at its home.
alter table transfer
    -- Since when a transfer of another node is kept here; null for one that was booked here.
    add column kept_since timestamptz,
    alter column actor drop not null,
    add constraint transfer_has_an_actor check (actor is not null or kept_since is not null);

-- So does the name of a donor outside the union. Nobody created the contribution here: created_as is empty.
alter table contribution
    drop constraint contribution_knows_its_donor,
    add constraint contribution_knows_its_donor check (
        (donor_kind = 'MEMBER') = (donor_member_id is not null)
        and (donor_kind = 'UNIT') = (donor_unit_id is not null)
        and case when donor_name is null then donor_kind <> 'OUTSIDE' or created_as = ''
                 else donor_kind = 'OUTSIDE' end);

drop trigger contribution_has_its_transfer on contribution;

create constraint trigger contribution_has_its_transfer
    after insert on contribution deferrable initially deferred
    for each row when (current_setting('vks.applying', true) is distinct from 'on')
    execute function require_its_transfer();

-- Whichever of the two comes last from another node fits the other: a contribution here, a transfer below.
create function require_fitting_transfers() returns trigger language plpgsql as $$
begin
    if exists (
        select from fresh join transfer using (transfer_id)
        where transfer.kind <> 'CONTRIBUTION' or transfer.fund_id <> fresh.fund_id
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

create trigger contribution_fits_its_transfer
    after insert on contribution referencing new table as fresh
    for each statement when (current_setting('vks.applying', true) = 'on')
    execute function require_fitting_transfers();

-- As before, but for what was booked elsewhere, and for many transfers at once: each account is looked at once, from
-- the earliest day on which it pays.
create or replace function keep_the_books() returns trigger language plpgsql as $$
declare
    broken  text;
    pays    boolean;
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
        bool_or(one.money_out > 0)
    into broken, pays
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
                and account.kind in (contribution.method, 'INCOME')), transfer.kept_since is not null)
                as has_its_contribution,
            transfer.booked_in = pg_current_xact_id() and case
                when current_setting('vks.applying', true) = 'on' then transfer.kept_since is not distinct from now()
                else transfer.kept_since is null
                    and transfer.booked_at between now() - interval '1 hour' and now() + interval '1 hour'
                end as booked_now,
            transfer.money_out
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
    if pays and exists (
        select from (
            select account_id, min(transfer.value_date) as day
            from fresh join transfer using (transfer_id) join account_balance using (account_id)
            where fresh.amount < 0 and account_balance.kind in ('CASH', 'BANK')
            group by account_id
        ) paying
        where free_from(paying.account_id, paying.day) < 0
    ) then
        raise exception 'this money came only later: account_balance_not_negative'
            using errcode = 'check_violation', constraint = 'account_balance_not_negative';
    end if;
    return null;
end
$$;

-- Nothing changes as before, and nothing goes but what came from another node and is no longer for this one.
drop trigger contribution_append_only on contribution;
drop trigger transfer_append_only on transfer;
drop trigger posting_append_only on posting;
drop trigger account_append_only on account;
drop trigger account_balance_stays on account_balance;

create trigger contribution_append_only
    before update or truncate on contribution
    for each statement execute function refuse_change();

create trigger contribution_stays
    before delete on contribution
    for each statement when (current_setting('vks.applying', true) is distinct from 'on')
    execute function refuse_change();

create trigger contribution_of_our_own_stays
    before delete on contribution
    for each row when (old.created_as <> '') execute function refuse_change();

create trigger transfer_append_only
    before update or truncate on transfer
    for each statement execute function refuse_change();

create trigger transfer_stays
    before delete on transfer
    for each statement when (current_setting('vks.applying', true) is distinct from 'on')
    execute function refuse_change();

create trigger transfer_of_our_own_stays
    before delete on transfer
    for each row when (old.kept_since is null) execute function refuse_change();

create trigger posting_append_only
    before update or truncate on posting
    for each statement execute function refuse_change();

create trigger posting_stays
    before delete on posting
    for each statement when (current_setting('vks.applying', true) is distinct from 'on')
    execute function refuse_change();

create trigger account_append_only
    before update or truncate on account
    for each statement execute function refuse_change();

create trigger account_stays
    before delete on account
    for each statement when (current_setting('vks.applying', true) is distinct from 'on')
    execute function refuse_change();

create trigger account_balance_append_only
    before truncate on account_balance
    for each statement execute function refuse_change();

create trigger account_balance_stays
    before delete on account_balance
    for each statement when (current_setting('vks.applying', true) is distinct from 'on')
    execute function refuse_change();

-- Transfers go all together, with their postings: what some of them leave would be no books. The balances follow.
create function empty_the_books() returns trigger language plpgsql as $$
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
    return null;
end
$$;

create trigger posting_empties_the_books
    after delete on posting referencing old table as gone
    for each statement execute function empty_the_books();

-- Whoever books now waits for the balance, and finds none; whoever has booked is seen here.
create trigger account_balance_goes_empty
    before delete on account_balance
    for each row when (old.balance <> 0) execute function refuse_change();

create function require_empty_accounts() returns trigger language plpgsql as $$
begin
    if exists (select from gone join posting using (account_id)) then
        raise exception 'an account with postings: posting_to_an_account'
            using errcode = 'restrict_violation', constraint = 'posting_to_an_account';
    end if;
    return null;
end
$$;

create trigger account_goes_empty
    after delete on account referencing old table as gone
    for each statement execute function require_empty_accounts();
