-- Closed books: everything of a unit's funds up to a day stays as it is. A period begins where the one before ended, and is
-- opened again from the latest on, so what is closed of a unit is always everything up to one day.
create table period (
    period_id       uuid        primary key,
    version         bigint      not null,
    owner_union_id  uuid        not null,
    unit_id         uuid        not null,
    -- Null for everything before.
    first_day       date,
    last_day        date        not null check (last_day = (date_trunc('month', last_day) + interval '1 month - 1 day')::date),
    during          daterange   not null generated always as (daterange(first_day, last_day, '[]')) stored,
    state           text        not null check (state in ('CLOSED', 'REOPENED')),
    closed_at       timestamptz not null,
    reopened_at     timestamptz,
    decision_number text,
    decision_date   date,
    decision_signer text,
    -- Why it was opened again; stays in this service, because it may name people.
    reason          text        check (reason <> ''),
    created_as      bytea       not null,
    constraint period_closed_once exclude using gist (unit_id with =, during with &&) where (state = 'CLOSED'),
    constraint period_reopened_by_decision check ((state = 'REOPENED') = (reopened_at is not null)
        and (state = 'REOPENED') = (decision_number is not null) and (state = 'REOPENED') = (decision_date is not null))
);

create index period_by_unit on period (unit_id, last_day desc, period_id desc);

-- What each fund held when it was closed, and how far its chain was: whoever has this knows whether it was changed since.
create table period_fund (
    period_id uuid   not null references period on delete cascade,
    fund_id   uuid   not null,
    cash      bigint not null,
    bank      bigint not null,
    links     bigint not null,
    hash      bytea  not null check (length(hash) = 32),
    primary key (period_id, fund_id)
);

-- The last day up to which the books of a unit are closed; null where they are open.
create function closed_through(of_unit uuid) returns date language sql stable begin atomic
    select max(last_day) from period where period.unit_id = of_unit and period.state = 'CLOSED';
end;

-- Whoever closes waits for those who are booking, and those who come wait for it: it locks the balances of all funds of the
-- unit, in the order in which everybody locks them. Nothing is booked into what is closed by then.
create function hold_the_books(of_unit uuid) returns void language plpgsql as $$
begin
    perform from account_balance join fund using (fund_id) where fund.unit_id = of_unit
    order by account_id for update of account_balance;
end
$$;

-- A period stays closed until it is opened again, and what it was closed with stays.
create function keep_periods() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) <> ('CLOSED', 'REOPENED')
        or (new.owner_union_id, new.unit_id, new.first_day, new.last_day, new.closed_at)
            is distinct from (old.owner_union_id, old.unit_id, old.first_day, old.last_day, old.closed_at)
    then
        raise exception 'a period changes by being opened again: period_stays'
            using errcode = 'restrict_violation', constraint = 'period_stays';
    end if;
    return new;
end
$$;

create trigger period_stays
    before update on period
    for each row when (coalesce(current_setting('vks.applying', true), '') <> 'on') execute function keep_periods();

create trigger period_goes_not
    before delete on period
    for each statement when (coalesce(current_setting('vks.applying', true), '') <> 'on')
    execute function refuse_change();

create trigger period_fund_append_only
    before update or truncate on period_fund
    for each statement execute function refuse_change();

create trigger period_fund_goes_with_its_period
    before delete on period_fund
    for each statement when (pg_trigger_depth() = 0) execute function refuse_change();

-- What funds held is noted when the period is closed, and not later.
create function refuse_a_late_note() returns trigger language plpgsql as $$
begin
    if not exists (
        select from period where period_id = new.period_id and period.xmin = pg_current_xact_id()::xid
    ) then
        raise exception 'the period was closed before' using errcode = 'restrict_violation';
    end if;
    return null;
end
$$;

create trigger period_fund_noted_with_its_period
    after insert on period_fund
    for each row when (coalesce(current_setting('vks.applying', true), '') <> 'on')
    execute function refuse_a_late_note();
