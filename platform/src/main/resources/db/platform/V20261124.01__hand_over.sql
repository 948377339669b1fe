-- A union whose records were written at the central node gets a node of its own: they are held still, everything that
-- stays at home is carried over, sealed, and from one moment on the province writes them.

-- What has come so far of the own union's private data, by the order of the tables and of their keys.
create table taking_over (
    only_row   boolean primary key default true check (only_row),
    -- Which hand-over: the version of the node's record since it is moving. What came with another one is out of date.
    of_version bigint  not null default 0,
    -- Which table comes next, and after which of its keys.
    place      int     not null default 0,
    after      uuid,
    complete   boolean not null default false
);

insert into taking_over (only_row) values (true);

-- The records of some unions: those of which they are told last to be the owners, in the order of their last changes.
create function records_of(unions uuid[]) returns setof change_pending language sql stable
    set enable_hashjoin = off set enable_mergejoin = off as $$
    select known.*
    from (
        select aggregate_type, aggregate_id, max(position) as position, max(pending_id) as pending_id
        from (
            select aggregate_type, aggregate_id, position, 0::bigint as pending_id
            from change where owner_union_id = any (unions)
            union all
            select aggregate_type, aggregate_id, 0, pending_id
            from change_pending where owner_union_id = any (unions)
        ) written
        group by aggregate_type, aggregate_id
    ) named
    cross join lateral latest_change(named.aggregate_type, named.aggregate_id) known
    where known.owner_union_id = any (unions)
    order by named.pending_id > 0, named.pending_id, named.position
$$;

-- From now on nobody writes the records of a union, nor those of ended unions that it inherited, which the node hears
-- of for the first time: they are told once more, in their old order. Who writes at this moment has committed before.
create function move_homes(of_union uuid, inherited uuid[], to_node text) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('home'), hashtext(whose::text))
    from (select unnest(of_union || inherited) as whose order by 1) unions;
    perform from home where union_id = of_union and (moving_to is not null or node <> 'central');
    if found then
        return;
    end if;
    perform append_again(known, known.audience, known.kind) from records_of(inherited) known;
    insert into home (union_id, node, moving_to)
    select whose, 'central', to_node from (select distinct unnest(of_union || inherited) as whose) unions
    on conflict (union_id) do update set moving_to = excluded.moving_to where home.node = 'central';
end
$$;

-- They stay, and are written again.
create function keep_homes(node_name text) returns void language sql as $$
    delete from home where node = 'central' and moving_to = node_name
$$;

-- From now on a node writes the records of some unions. Where they were written before they are replicas now, of known
-- versions; where they are written now they are replicas no longer.
create function settle_homes(unions uuid[], to_node text) returns void language plpgsql as $$
declare
    here    text;
    settled uuid[];
begin
    select node into here from this_node;
    perform pg_advisory_xact_lock(hashtext('home'), hashtext(whose::text))
    from (select unnest(unions) as whose order by 1) all_of_them;
    with written as (
        insert into home (union_id, node) select distinct unnest(unions), to_node
        on conflict (union_id) do update set node = to_node, moving_to = null
        where home.moving_to = to_node
        returning union_id
    )
    select array_agg(union_id) into settled from written;
    if settled is null then
        return;
    end if;
    if to_node = here then
        delete from replica using records_of(settled) known
        where known.aggregate_id = replica.aggregate_id and known.aggregate_type = replica.aggregate_type;
    elsif here = 'central' then
        insert into replica (aggregate_type, aggregate_id, origin_epoch, version, sender, position, audience)
        select aggregate_type, aggregate_id, coalesce(origin_epoch, head.epoch), version, to_node, 0, audience
        from records_of(settled) cross join change_head head
        on conflict do nothing;
    end if;
end
$$;

-- Versions compare as (epoch, version): who goes on where another node stopped must not begin in an older epoch.
create function reach_epoch(least_epoch int) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('sequence_changes'), 0);
    if (select epoch from change_head) < least_epoch then
        update change_pending set origin_epoch = head.epoch, origin_position = head.position
        from change_head head where change_pending.origin_epoch is null;
        update change_head set epoch = least_epoch;
        insert into change_epoch (epoch, begins_after, begun_at)
        select epoch, position, clock_timestamp() from change_head;
    end if;
end
$$;
