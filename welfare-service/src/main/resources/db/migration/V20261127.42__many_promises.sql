-- As before, and thousands of promises in one statement: what is there is looked at once for each fund, and what is
-- promised of it is counted once.
drop trigger promise_is_kept on promise;
drop trigger promise_counts on promise;
drop function count_promises();

-- A promise is paid, made again by a payment that is taken back, or ended. Only the books post it and take that back.
create or replace function keep_promises() returns trigger language plpgsql as $$
begin
    if (new.promise_id, new.fund_id, new.purpose, new.amount)
            is distinct from (old.promise_id, old.fund_id, old.purpose, old.amount)
        or not (case
            when pg_trigger_depth() > 1 then (old.state, new.state) in (('PENDING', 'POSTED'), ('POSTED', 'PENDING'))
            else (old.state, new.state) = ('PENDING', 'VOIDED') end)
    then
        raise exception 'a promise is kept or ended: promise_is_kept'
            using errcode = 'restrict_violation', constraint = 'promise_is_kept';
    end if;
    return new;
end
$$;

create trigger promise_is_kept
    before update on promise
    for each row when (coalesce(current_setting('vks.applying', true), '') <> 'on')
    execute function keep_promises();

create function count_new_promises() returns trigger language plpgsql as $$
declare
    applying constant boolean := coalesce(current_setting('vks.applying', true), '') = 'on';
begin
    if not applying then
        if exists (select from fresh where state <> 'PENDING') then
            raise exception 'a promise begins pending: promise_is_kept'
                using errcode = 'restrict_violation', constraint = 'promise_is_kept';
        end if;
        -- Whoever pays holds the same balances: what is there now is there when this is committed.
        perform from account_balance
        where account_balance.fund_id in (select fund_id from fresh) and kind in ('CASH', 'BANK')
        order by account_id for update;
    end if;
    insert into fund_promise (fund_id, amount)
    select fund_id, sum(amount) from fresh where state = 'PENDING' group by fund_id
    on conflict (fund_id) do update set amount = fund_promise.amount + excluded.amount;
    if not applying and exists (
        select from (select distinct fund_id from fresh) funds where unpromised(fund_id) < 0)
    then
        raise exception 'more than the fund has: promise_of_money_that_is_there'
            using errcode = 'check_violation', constraint = 'promise_of_money_that_is_there';
    end if;
    return null;
end
$$;

create trigger promise_counts
    after insert on promise referencing new table as fresh
    for each statement execute function count_new_promises();

create function count_changed_promises() returns trigger language plpgsql as $$
begin
    insert into fund_promise (fund_id, amount)
    select fund_id, 0 from after_it where state = 'PENDING'
    on conflict do nothing;
    update fund_promise set amount = fund_promise.amount + changed.amount
    from (
        select fund_id, sum(amount) as amount from (
            select fund_id, amount from after_it where state = 'PENDING'
            union all
            select fund_id, -amount from before_it where state = 'PENDING'
        ) each_one group by fund_id
    ) changed
    where fund_promise.fund_id = changed.fund_id and changed.amount <> 0;
    return null;
end
$$;

create trigger promise_counts_anew
    after update on promise referencing old table as before_it new table as after_it
    for each statement execute function count_changed_promises();

-- Promises money for many things at once, or says that there is too little.
create function make_promises(of_ids uuid[], of_fund uuid, for_purpose text, of_amounts bigint[]) returns boolean
    language plpgsql as $$
begin
    perform from account_balance
    where account_balance.fund_id = of_fund and kind in ('CASH', 'BANK') order by account_id for update;
    if unpromised(of_fund) < (select coalesce(sum(each), 0) from unnest(of_amounts) each) then
        return false;
    end if;
    insert into promise (promise_id, fund_id, purpose, amount, state)
    select id, of_fund, for_purpose, amount, 'PENDING' from unnest(of_ids, of_amounts) as told (id, amount);
    return true;
end
$$;

drop function make_promise(uuid, uuid, text, bigint);
