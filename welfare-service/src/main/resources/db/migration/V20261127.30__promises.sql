-- Money that is promised before it is paid: decided for a purpose, and kept back until it is paid or the promise ends. A
-- fund never promises more than it holds, and nothing else spends what is promised. A payment posts its promise whole;
-- one that is taken back (a transfer that the bank returns) leaves it as it was before.
create table promise (
    -- That of what it is made for.
    promise_id uuid   primary key,
    fund_id    uuid   not null references fund,
    purpose    text   not null,
    amount     bigint not null check (amount > 0 and amount <= 1000000000000000),
    state      text   not null check (state in ('PENDING', 'POSTED', 'VOIDED'))
);

-- What is promised of a fund and not yet paid: always the sum of its pending promises. None: nothing.
create table fund_promise (
    fund_id uuid   primary key,
    amount  bigint not null check (amount >= 0)
);

create trigger fund_promise_follows_promises
    before insert or update on fund_promise
    for each statement when (pg_trigger_depth() = 0) execute function refuse_change();

create trigger fund_promise_stays
    before delete or truncate on fund_promise
    for each statement when (coalesce(current_setting('vks.applying', true), '') <> 'on')
    execute function refuse_change();

alter table transfer
    -- The promise that this payment posts: by the id of what it was made for. Stays in this service.
    add column fulfils uuid references promise,
    add constraint transfer_fulfils_as_an_expense check (fulfils is null or kind = 'EXPENSE' and reverses is null);

-- One payment of a promise stands at a time; which one was taken back says the transfer that did.
create index transfer_by_promise on transfer (fulfils) where fulfils is not null;

create index promise_by_fund on promise (fund_id);

-- A hand-over that is begun once more tells the same rows again.
drop trigger transfer_becomes_our_own on transfer;
drop trigger contribution_becomes_our_own on contribution;

create trigger contribution_becomes_our_own
    before update on contribution
    for each row when (not (
        coalesce(current_setting('vks.applying', true), '') = 'on'
        and same_but(to_jsonb(old), to_jsonb(new), '{donor_name,created_as}')))
    execute function refuse_change();

create trigger transfer_becomes_our_own
    before update on transfer
    for each row when (not (
        coalesce(current_setting('vks.applying', true), '') = 'on' and new.kept_since is null
        and same_but(to_jsonb(old), to_jsonb(new), '{kept_since,actor,text,created_as,fulfils}')))
    execute function refuse_change();

-- What could be promised of a fund, or paid without a promise.
create function unpromised(of_fund uuid) returns bigint language sql stable begin atomic
    select coalesce(sum(balance), 0)::bigint
        - coalesce((select amount from fund_promise where fund_promise.fund_id = of_fund), 0)
    from account_balance where account_balance.fund_id = of_fund and kind in ('CASH', 'BANK');
end;

-- A promise is made, paid, made again by a payment that is taken back, or ended. Only the books post it and take that back.
create function keep_promises() returns trigger language plpgsql as $$
declare
    from_books constant boolean := pg_trigger_depth() > 1;
    applying   constant boolean := coalesce(current_setting('vks.applying', true), '') = 'on';
begin
    if not applying then
        if tg_op = 'UPDATE' and ((new.promise_id, new.fund_id, new.purpose, new.amount)
                    is distinct from (old.promise_id, old.fund_id, old.purpose, old.amount)
                or not case
                    when from_books then (old.state, new.state) in (('PENDING', 'POSTED'), ('POSTED', 'PENDING'))
                    else (old.state, new.state) = ('PENDING', 'VOIDED') end)
            or tg_op = 'INSERT' and new.state <> 'PENDING'
        then
            raise exception 'a promise is kept or ended: promise_is_kept'
                using errcode = 'restrict_violation', constraint = 'promise_is_kept';
        end if;
        if tg_op = 'INSERT' then
            -- Whoever pays holds the same balances: what is there now is there when this is committed.
            perform from account_balance where account_balance.fund_id = new.fund_id order by account_id for update;
            if unpromised(new.fund_id) < new.amount then
                raise exception 'more than the fund has: promise_of_money_that_is_there'
                    using errcode = 'check_violation', constraint = 'promise_of_money_that_is_there';
            end if;
        end if;
    end if;
    return new;
end
$$;

create function count_promises() returns trigger language plpgsql as $$
begin
    insert into fund_promise (fund_id, amount)
    select new.fund_id, 0 where new.state = 'PENDING'
    on conflict do nothing;
    update fund_promise set amount = fund_promise.amount
        + case when new.state = 'PENDING' then new.amount else 0 end
        - case when tg_op = 'UPDATE' and old.state = 'PENDING' then old.amount else 0 end
    where fund_promise.fund_id = new.fund_id;
    return null;
end
$$;

create trigger promise_is_kept
    before insert or update on promise
    for each row execute function keep_promises();

create trigger promise_counts
    after insert or update on promise
    for each row execute function count_promises();

create trigger promise_stays
    before delete or truncate on promise
    for each statement when (coalesce(current_setting('vks.applying', true), '') <> 'on')
    execute function refuse_change();

-- Promises money, or says that there is too little.
create function make_promise(of_id uuid, of_fund uuid, for_purpose text, of_amount bigint) returns boolean
    language plpgsql as $$
begin
    perform from account_balance where account_balance.fund_id = of_fund order by account_id for update;
    if unpromised(of_fund) < of_amount then
        return false;
    end if;
    insert into promise (promise_id, fund_id, purpose, amount, state)
    values (of_id, of_fund, for_purpose, of_amount, 'PENDING');
    return true;
end
$$;
