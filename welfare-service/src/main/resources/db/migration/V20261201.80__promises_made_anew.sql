-- A promise that was ended may be made anew, as it was: money that is kept back for some lines of a list is kept back for
-- others when these are paid first.
create or replace function keep_promises() returns trigger language plpgsql as $$
begin
    if (new.promise_id, new.fund_id, new.purpose, new.amount)
            is distinct from (old.promise_id, old.fund_id, old.purpose, old.amount)
        or not (case
            when pg_trigger_depth() > 1
                then (old.state, new.state) in (('PENDING', 'POSTED'), ('POSTED', 'PENDING'), ('VOIDED', 'PENDING'))
            else (old.state, new.state) in (('PENDING', 'VOIDED'), ('VOIDED', 'PENDING')) end)
    then
        raise exception 'a promise is kept or ended: promise_is_kept'
            using errcode = 'restrict_violation', constraint = 'promise_is_kept';
    end if;
    return new;
end
$$;

create trigger promise_made_anew_is_not_paid
    before update on promise
    for each row when (old.state = 'VOIDED' and coalesce(current_setting('vks.applying', true), '') <> 'on')
    execute function refuse_what_is_paid();

create or replace function count_changed_promises() returns trigger language plpgsql as $$
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
    if pg_trigger_depth() = 1 and coalesce(current_setting('vks.applying', true), '') <> 'on' and exists (
        select from (select distinct fund_id from before_it where state = 'VOIDED') funds where unpromised(fund_id) < 0)
    then
        raise exception 'more than the fund has: promise_of_money_that_is_there'
            using errcode = 'check_violation', constraint = 'promise_of_money_that_is_there';
    end if;
    return null;
end
$$;

-- Promises money for many things at once, or says that there is too little.
create or replace function make_promises(of_ids uuid[], of_fund uuid, for_purpose text, of_amounts bigint[])
    returns boolean language plpgsql as $$
declare
    made int;
begin
    perform from account_balance
    where account_balance.fund_id = of_fund and kind in ('CASH', 'BANK') order by account_id for update;
    if unpromised(of_fund) < (select coalesce(sum(each), 0) from unnest(of_amounts) each) then
        return false;
    end if;
    insert into promise (promise_id, fund_id, purpose, amount, state)
    select id, of_fund, for_purpose, amount, 'PENDING' from unnest(of_ids, of_amounts) as told (id, amount)
    on conflict (promise_id) do update set state = excluded.state
    where promise.state = 'VOIDED' and (promise.fund_id, promise.purpose, promise.amount)
        = (excluded.fund_id, excluded.purpose, excluded.amount);
    get diagnostics made = row_count;
    if made <> cardinality(of_ids) then
        raise exception 'promised already: promise_pkey'
            using errcode = 'unique_violation', constraint = 'promise_pkey';
    end if;
    return true;
end
$$;

-- What a promise of an answer to a proposal is called: by the answer, and by the line or the kind of support that it is
-- for, as the service names it (java.util.UUID.nameUUIDFromBytes).
create function proposal_promise(of_answer uuid, part text) returns uuid language sql immutable parallel safe
    return (select encode(
        set_byte(set_byte(name, 6, get_byte(name, 6) & 15 | 48), 8, get_byte(name, 8) & 63 | 128), 'hex')::uuid
        from decode(md5(of_answer::text || '/' || part), 'hex') as name);

-- Those that the superior may make, one for each kind of support.
create function proposal_promises(of_answer uuid) returns uuid[] language sql immutable parallel safe
    return array[
        proposal_promise(of_answer, 'ILLNESS'), proposal_promise(of_answer, 'CRITICAL_ILLNESS'),
        proposal_promise(of_answer, 'BEREAVEMENT'), proposal_promise(of_answer, 'WEDDING'),
        proposal_promise(of_answer, 'BIRTH'), proposal_promise(of_answer, 'HARDSHIP'),
        proposal_promise(of_answer, 'DISASTER'), proposal_promise(of_answer, 'RETIREE_GIFT'),
        proposal_promise(of_answer, 'HERO_MOTHER_CARE'), proposal_promise(of_answer, 'HOUSE'),
        proposal_promise(of_answer, 'OTHER')];

create index proposal_grant_by_promise on proposal_grant (proposal_promise(answer_id, line_id::text));
create index proposal_answer_by_promise on proposal_answer using gin (proposal_promises(answer_id));
