-- Which node this database belongs to. Written once, by the first start: a database that came from another node must
-- not go on under a name that is not its own.
create table this_node (
    only_row   boolean primary key default true check (only_row),
    node       text    not null,
    -- After a restore from a backup: until everything is back that other nodes still have of this one, nobody writes.
    recovering boolean not null default false
);

-- Where the records of a union are written. Without a row: at the central node.
create table home (
    union_id  uuid primary key,
    node      text not null,
    -- While it moves nobody writes.
    moving_to text
);

-- What is known here of records that are written elsewhere: the newest version, and where in whose feed it came.
create table replica (
    aggregate_type text   not null,
    aggregate_id   uuid   not null,
    origin_epoch   int    not null,
    version        bigint not null,
    sender         text   not null,
    position       bigint not null,
    -- To whom it was told, by which those who read here lose or gain it. Null: to everybody.
    audience       uuid[],
    -- The sender has lost the stretch of its log in which it told this, and is asked what it knows now.
    doubted        boolean not null default false,
    primary key (aggregate_id, aggregate_type)
);

create index replica_doubted on replica (sender) where doubted;

create index replica_by_position on replica (sender, position);

-- How far each feed has been taken. The receiver keeps it, in the transaction that applies the changes.
create table sync_cursor (
    sender     text        primary key,
    epoch      int         not null,
    position   bigint      not null,
    -- The sender's last position when it was last heard of.
    head       bigint      not null,
    heard_at   timestamptz not null
);

-- Changes that could not be applied, whole, and those that wait behind them.
create table quarantined_change (
    quarantined_id bigint      generated always as identity primary key,
    sender         text        not null,
    change_id      uuid        not null,
    aggregate_type text        not null,
    aggregate_id   uuid        not null,
    stream_key     uuid        not null,
    -- REFUSED: the database did not take it; UNKNOWN: of a kind or shape that this software does not know; HELD: it waits
    -- for one of its stream before it.
    reason         text        not null check (reason in ('REFUSED', 'UNKNOWN', 'HELD')),
    detail         text,
    -- As it came, to the letter.
    change         json        not null,
    since          timestamptz not null,
    tried_at       timestamptz not null,
    tries          int         not null default 1
);

create index quarantined_change_by_stream on quarantined_change (stream_key);

-- What a transaction changed stays together: nobody outside ever has one half of it without the other.
alter table change_pending add column written_in xid8 not null default pg_current_xact_id();
create index change_pending_by_transaction on change_pending (written_in, pending_id);
-- The last position of the transaction that wrote it. Unknown where it was logged before: then it stands alone.
alter table change add column transaction_end bigint;

-- As before, but whole transactions, one after the other in the order in which they wrote last: one that builds on
-- another has written after it. The rows up to a bound may belong to transactions that go beyond it, and what these
-- build on lies before their ends, so the bound moves on until it divides none.
create or replace function sequence_changes(most int) returns int language plpgsql
    set enable_seqscan = off set enable_bitmapscan = off as $$
declare
    bound bigint;
    furthest bigint;
    whole xid8[];
    moved int;
begin
    if not pg_try_advisory_xact_lock(hashtext('sequence_changes'), 0) then
        return -1;
    end if;
    select max(pending_id) into bound from (select pending_id from change_pending order by pending_id limit most) first;
    if bound is null then
        return 0;
    end if;
    loop
        with begun as materialized (select distinct written_in from change_pending where pending_id <= bound)
        select array_agg(written_in), max((
            select max(pending_id) from change_pending one where one.written_in = begun.written_in))
        into whole, furthest from begun;
        exit when furthest <= bound;
        bound := furthest;
    end loop;
    with taken as (
        delete from change_pending where written_in = any (whole) returning *
    ), ordered as (
        select taken.*, max(pending_id) over (partition by written_in) as written_last from taken
    ), numbered as (
        select head.epoch, head.position + row_number() over (order by written_last, pending_id) as position,
            head.position + count(*) over (order by written_last) as transaction_end, ordered.*
        from ordered cross join change_head head
    ), logged as (
        insert into change (epoch, position, change_id, kind, aggregate_type, aggregate_id, stream_key, version,
            origin_node, origin_epoch, origin_position, owner_union_id, audience, actor, assignment_id, request_id,
            recorded_at, effective_date, happened, schema_version, state, transaction_end)
        select epoch, position, change_id, kind, aggregate_type, aggregate_id, stream_key, version,
            origin_node, coalesce(origin_epoch, epoch), coalesce(origin_position, position), owner_union_id, audience,
            actor, assignment_id, request_id, recorded_at, effective_date, happened, schema_version, state,
            transaction_end
        from numbered
        returning 1
    ), counted as (
        select count(*)::int as changes from logged
    ), moved_on as (
        update change_head set position = position + changes from counted where changes > 0
        returning 1
    )
    select changes into moved from counted;
    return moved;
end
$$;

-- Only the home of a union writes its records. Judged where every change passes: a write that logs nothing changes no
-- record. Who moves a home takes the same lock alone, so that those who write have committed before, or see the move.
create function require_home() returns trigger language plpgsql as $$
declare
    here    text;
    waiting boolean;
    refused record;
begin
    select node, recovering into here, waiting from this_node;
    if not found then
        return null;
    end if;
    perform pg_advisory_xact_lock_shared(hashtext('home'), hashtext(own.owner_union_id::text))
    from (select distinct owner_union_id from fresh where origin_epoch is null order by owner_union_id) own;
    if waiting and exists (select from fresh where origin_epoch is null) then
        raise exception 'this node recovers' using errcode = 'VK003';
    end if;
    select coalesce(home.node, 'central') as owner, home.moving_to into refused
    from fresh left join home on home.union_id = fresh.owner_union_id
    where fresh.origin_epoch is null and (coalesce(home.node, 'central') <> here or home.moving_to is not null)
    limit 1;
    if found then
        if refused.moving_to is not null then
            raise exception 'the records move to %', refused.moving_to using errcode = 'VK002';
        end if;
        raise exception 'the records are written at %', refused.owner using errcode = 'VK001', detail = refused.owner;
    end if;
    return null;
end
$$;

create trigger change_pending_at_home
    after insert on change_pending referencing new table as fresh
    for each statement execute function require_home();

-- The changes after a position that a node may have, in whole transactions: of as many as fit into the number, or of
-- one. For a province: what concerns its unions, without what it made itself, unless it asks for that to recover. For
-- the central node: what was made here and does not stay here.
create function changes_for(reader text, here text, unions uuid[], own boolean, after bigint, up_to bigint, most int)
    returns setof change language plpgsql stable set enable_seqscan = off set enable_bitmapscan = off as $$
declare
    one change;
    sent int := 0;
    sent_up_to bigint := 0;
begin
    for one in
        select change.* from change
        where position > after and position <= up_to
            and case when reader = 'central' then origin_node = here and (audience is null or not audience <@ unions)
                     else (own or origin_node <> reader) and (audience is null or audience && unions) end
        order by position
    loop
        exit when sent >= most and one.position > sent_up_to;
        return next one;
        sent := sent + 1;
        sent_up_to := coalesce(one.transaction_end, one.position);
    end loop;
end
$$;

-- The last state of a record that was written down, with or without a position by now.
create function latest_change(of_type text, of_id uuid) returns change_pending language sql stable as $$
    select * from (
        (select * from change_pending where aggregate_id = of_id and aggregate_type = of_type and kind <> 'WITHDRAWAL'
         order by pending_id desc limit 1)
        union all
        (select 0, change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node, origin_epoch,
            origin_position, owner_union_id, audience, actor, assignment_id, request_id, recorded_at, effective_date,
            happened, schema_version, state, '0'::xid8
         from change where aggregate_id = of_id and aggregate_type = of_type and kind <> 'WITHDRAWAL'
         order by position desc limit 1)
    ) known
    order by pending_id desc limit 1
$$;

-- Writes a change down once more, to others than before: a change of its own. Of a record that is written here it comes
-- from here, of another one still from where it was made. Whoever has the record has it already.
create function append_again(known change_pending, to_whom uuid[], as_kind text) returns void language sql as $$
    insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node,
        origin_epoch, origin_position, owner_union_id, audience, actor, assignment_id, request_id, recorded_at,
        effective_date, happened, schema_version, state)
    select uuidv7(), as_kind, known.aggregate_type, known.aggregate_id, known.stream_key, known.version,
        known.origin_node, case when not own then coalesce(known.origin_epoch, head.epoch) end,
        case when not own then coalesce(known.origin_position, head.position) end, known.owner_union_id, to_whom,
        known.actor, known.assignment_id, known.request_id, known.recorded_at, known.effective_date, known.happened,
        known.schema_version, case when as_kind = 'WITHDRAWAL' then null else known.state end
    from change_head head cross join (
        select known.origin_node = this_node.node and coalesce(home.node, 'central') = this_node.node as own
        from this_node left join home on home.union_id = known.owner_union_id) whose
$$;

-- Tells a record to another audience from now on (null: everybody), without a change of the record. Whoever had it and
-- is not among them loses it: it is withdrawn from all and told again to those who keep it, so that each reader
-- understands by its own rows alone.
create function tell_audience(of_type text, of_id uuid, to_whom uuid[]) returns boolean language plpgsql as $$
declare
    known change_pending := latest_change(of_type, of_id);
begin
    if known.change_id is null then
        return false;
    end if;
    if to_whom is not null and (known.audience is null or not known.audience <@ to_whom) then
        perform append_again(known, known.audience, 'WITHDRAWAL');
    end if;
    perform append_again(known, to_whom, known.kind);
    return true;
end
$$;

-- Answers a node that doubts what it holds: with the record as far as it may have it, or that there is none.
create function tell_again(of_type text, of_id uuid, reader text, here text, unions uuid[]) returns void
    language plpgsql as $$
declare
    known change_pending := latest_change(of_type, of_id);
begin
    if known.change_id is not null
            and (case when reader = 'central' then known.origin_node = here
                           and (known.audience is null or not known.audience <@ unions)
                      else known.audience is null or known.audience && unions end) then
        perform append_again(known, known.audience, known.kind);
    else
        insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node,
            origin_epoch, origin_position, owner_union_id, audience, recorded_at, effective_date, happened,
            schema_version)
        values (uuidv7(), 'WITHDRAWAL', of_type, of_id, of_id, 0, here, 0, 0,
            coalesce((select union_id from home where node = here limit 1), of_id),
            case when reader <> 'central' then unions end,
            now(), (now() at time zone 'Asia/Ho_Chi_Minh')::date, 'denied', 1);
    end if;
end
$$;

-- A province's database was brought back to a backup: until it has from the central node what was sent there since,
-- nobody writes. What is known of the own records meanwhile, so that only newer states are taken back.
create function begin_recovery() returns void language plpgsql as $$
begin
    update this_node set recovering = true where node <> 'central';
    if found then
        insert into replica (aggregate_type, aggregate_id, origin_epoch, version, sender, position, audience)
        select distinct on (aggregate_id, aggregate_type) aggregate_type, aggregate_id, origin_epoch, version, '', 0,
            audience
        from (
            select aggregate_type, aggregate_id, origin_epoch, version, audience, owner_union_id, kind, 0 as pending_id,
                position
            from change
            union all
            select aggregate_type, aggregate_id, origin_epoch, version, audience, owner_union_id, kind, pending_id, 0
            from change_pending
        ) written
        join home on home.union_id = written.owner_union_id join this_node using (node)
        where kind <> 'WITHDRAWAL'
        order by aggregate_id, aggregate_type, pending_id desc, position desc
        on conflict do nothing;
    end if;
end
$$;

create function end_recovery() returns void language plpgsql as $$
begin
    update this_node set recovering = false;
    delete from replica using change, home, this_node
    where change.aggregate_id = replica.aggregate_id and change.aggregate_type = replica.aggregate_type
        and home.union_id = change.owner_union_id and home.node = this_node.node;
    -- What came back last may have no position yet.
    delete from replica using change_pending, home, this_node
    where change_pending.aggregate_id = replica.aggregate_id and change_pending.aggregate_type = replica.aggregate_type
        and home.union_id = change_pending.owner_union_id and home.node = this_node.node;
end
$$;

-- As before, and a province recovers. What waits for a position was written in the epoch that ends, and others may have
-- it already: its versions are still of that epoch.
create or replace function begin_epoch() returns int language plpgsql as $$
declare
    seconds_since_2020 int := extract(epoch from clock_timestamp() - timestamptz '2020-01-01T00:00:00Z')::int;
    begun int;
begin
    -- The sequencer's lock: no batch may begin in one epoch and end in the next.
    perform pg_advisory_xact_lock(hashtext('sequence_changes'), 0);
    update change_pending set origin_epoch = head.epoch, origin_position = head.position
    from change_head head where change_pending.origin_epoch is null;
    perform begin_recovery();
    update change_head set epoch = greatest(epoch + 1, seconds_since_2020) returning epoch into begun;
    insert into change_epoch (epoch, begins_after, begun_at) select begun, position, clock_timestamp() from change_head;
    update relay set holder = null, held_until = clock_timestamp(), epoch = 0, position = 0;
    delete from parked_event;
    return begun;
end
$$;

-- As before; that others lost a record says nothing of it, so a withdrawal takes the place of no state.
create or replace function retire_change_partition(partition_name text) returns void language plpgsql as $$
declare
    untold boolean;
begin
    execute format('select exists (select from %I month cross join relay where month.position > relay.position)',
                   partition_name)
        into strict untold;
    if untold then
        raise exception '% holds changes that Kafka has not been told', partition_name;
    end if;
    perform set_config('vks.retiring', 'on', true);
    delete from change_beyond_months old
    where exists (select from change newer
                  where newer.aggregate_id = old.aggregate_id and newer.aggregate_type = old.aggregate_type
                  and newer.position > old.position and (newer.kind <> 'WITHDRAWAL' or old.kind = 'WITHDRAWAL'));
    execute format('create temporary table kept_change on commit drop as
                    select month.* from %I month
                    where not exists (select from change newer
                                      where newer.aggregate_id = month.aggregate_id
                                      and newer.aggregate_type = month.aggregate_type
                                      and newer.position > month.position
                                      and (newer.kind <> ''WITHDRAWAL'' or month.kind = ''WITHDRAWAL''))',
                   partition_name);
    execute format('alter table change detach partition %I', partition_name);
    insert into change_beyond_months select * from kept_change;
    execute format('drop table %I', partition_name);
    drop table kept_change;
    perform set_config('vks.retiring', 'off', true);
end
$$;
