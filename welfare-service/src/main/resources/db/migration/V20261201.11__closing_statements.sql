-- That nothing is left in the books of units that have ended: stated once for each, and true from then on.
create table closing_statement (
    statement_id   uuid        primary key,
    version        bigint      not null,
    owner_union_id uuid        not null,
    unit_ids       uuid[]      not null check (cardinality(unit_ids) > 0),
    stated_on      date        not null,
    recorded_at    timestamptz not null,
    created_as     bytea       not null
);

create index closing_statement_by_day on closing_statement (stated_on desc, statement_id desc);
create index closing_statement_by_unit on closing_statement using gin (unit_ids);

create table closed_unit (
    unit_id      uuid primary key,
    statement_id uuid not null references closing_statement on delete cascade
);

create index closed_unit_by_statement on closed_unit (statement_id);

create trigger closing_statement_append_only
    before update or delete or truncate on closing_statement
    for each statement when (coalesce(current_setting('vks.applying', true), '') <> 'on')
    execute function refuse_change();

create trigger closed_unit_append_only
    before update or truncate on closed_unit
    for each statement execute function refuse_change();

create trigger closed_unit_stays
    before delete on closed_unit
    for each statement when (coalesce(current_setting('vks.applying', true), '') <> 'on')
    execute function refuse_change();

-- Whoever begins something for a unit goes before the statement or after it, never beside it.
create function hold_open(of_unit uuid) returns void language sql begin atomic
    select pg_advisory_xact_lock_shared(hashtextextended('closing of ' || of_unit, 0));
end;

create function hold_closing(of_unit uuid) returns void language sql begin atomic
    select pg_advisory_xact_lock(hashtextextended('closing of ' || of_unit, 0));
end;

-- For a unit that is closed nothing is begun any more.
create function refuse_for_closed_unit() returns trigger language plpgsql as $$
begin
    perform hold_open(new.unit_id);
    if exists (select from closed_unit where closed_unit.unit_id = new.unit_id) then
        raise exception 'this unit has stated that nothing is left: unit_is_closed'
            using errcode = 'restrict_violation', constraint = 'unit_is_closed';
    end if;
    return new;
end
$$;

-- What other nodes wrote was right at its home.
do $$
declare
    begun text;
begin
    foreach begun in array array['fund', 'support_case', 'support_programme', 'proposal', 'contribution_plan', 'drive',
        'care_commitment', 'insurance_policy']
    loop
        execute format($make$
            create trigger %1$s_of_an_open_unit before insert on %1$s
            for each row when (coalesce(current_setting('vks.applying', true), '') <> 'on' and new.created_as <> '')
            execute function refuse_for_closed_unit()
            $make$, begun);
    end loop;
end
$$;
