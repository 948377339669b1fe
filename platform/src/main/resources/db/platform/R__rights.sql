-- The owner of the tables only migrates. The service works under a role of its own, <owner>_app, which may read
-- everything, add rows, and change or delete those of the tables that are named: nothing else, whatever comes. So a table
-- of which nobody has said otherwise is append-only. Called after each migration (afterMigrate__rights.sql), because
-- tables come, and a function that is replaced forgets on whose behalf it acts.
--
-- changing: tables whose rows the service changes and deletes, or changes in some columns: 'period (state, version)'
-- kept:     tables that only the functions below write
-- acting:   functions that act for the owner, whoever calls them
create or replace function grant_rights(changing text[], kept text[], acting text[]) returns void language plpgsql as $$
declare
    app              constant text   := current_user || '_app';
    changing_in_all  constant text[] := array[
        'answered_request', 'compared_difference', 'comparison', 'directory_account', 'directory_assignment',
        'directory_member', 'directory_node', 'directory_stamp', 'directory_unit', 'directory_unit_succession',
        'directory_unit_version', 'directory_up_to_date', 'feed_reader', 'home', 'parked_event', 'quarantined_change',
        'quarantined_elsewhere', 'relay', 'replica', 'sync_cursor', 'taking_over', 'this_node'];
    kept_in_all      constant text[] := array['change', 'change_epoch', 'change_head', 'flyway_schema_history'];
    acting_in_all    constant text[] := array[
        'create_change_partition', 'reach_epoch', 'retire_change_partition', 'sequence_changes'];
    one              record;
    named            text;
begin
    if not exists (select from pg_roles where rolname = app) then
        -- Nobody works here but the owner.
        return;
    end if;
    -- One after the other, where several instances start.
    perform pg_advisory_xact_lock(hashtext('grant_rights'), 0);

    foreach named in array changing || kept loop
        if to_regclass(split_part(named, ' ', 1)) is null then
            raise exception 'there is no table %', named;
        end if;
    end loop;
    foreach named in array acting loop
        if to_regproc(named) is null then
            raise exception 'there is no function %, or more than one', named;
        end if;
    end loop;

    execute format('grant usage on schema public to %I', app);
    execute format('alter default privileges in schema public grant select on tables to %I', app);
    for one in
        select relname::text as name, relkind as kind, relispartition as is_part from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
            and relowner = current_user::regrole
    loop
        execute format('revoke all on %s %I from public, %I',
            case when one.kind = 'S' then 'sequence' else 'table' end, one.name, app);
        if one.kind = 'S' then
            execute format('grant usage on sequence %I to %I', one.name, app);
        elsif one.kind = 'v' or one.is_part or one.name = any (kept || kept_in_all) then
            execute format('grant select on %I to %I', one.name, app);
        elsif one.name = any (changing || changing_in_all) then
            execute format('grant select, insert, update, delete on %I to %I', one.name, app);
        else
            execute format('grant select, insert on %I to %I', one.name, app);
        end if;
    end loop;
    foreach named in array changing loop
        if position('(' in named) > 0 then
            execute format('grant update %s on %I to %I',
                substr(named, position('(' in named)), split_part(named, ' ', 1), app);
        end if;
    end loop;

    -- In this schema alone, whatever the caller may have set.
    for one in
        select oid::regprocedure as signature from pg_proc
        where pronamespace = 'public'::regnamespace and proname = any (acting || acting_in_all)
            and not (prosecdef and coalesce(proconfig, '{}') @> '{"search_path=public, pg_temp"}')
    loop
        execute format('alter function %s security definer set search_path = public, pg_temp', one.signature);
    end loop;
end
$$;
