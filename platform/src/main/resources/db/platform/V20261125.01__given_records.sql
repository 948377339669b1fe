-- A record may pass to a union that another node writes for: its home's last change of it names the new owner. Who does that
-- says so before, in the same transaction; nothing passes by mistake, for what stays at home has to go along.

-- Whose a record was before something was written down of it. Null: there was none.
create function owner_before(of_type text, of_id uuid, before_pending bigint) returns uuid language plpgsql stable as $$
declare
    owner uuid;
begin
    select owner_union_id into owner
    from change_pending
    where aggregate_id = of_id and aggregate_type = of_type and kind <> 'WITHDRAWAL' and pending_id < before_pending
    order by pending_id desc limit 1;
    if owner is null then
        select (array_agg(owner_union_id order by position desc))[1] into owner
        from change where aggregate_id = of_id and aggregate_type = of_type and kind <> 'WITHDRAWAL';
    end if;
    return owner;
end
$$;

-- Whether this node writes the records of a union, which stay.
create function written_here(of_union uuid) returns boolean language plpgsql stable as $$
begin
    return of_union is not null
        and coalesce((select node from home where union_id = of_union), 'central') = (select node from this_node)
        and (select moving_to from home where union_id = of_union) is null;
end
$$;

-- Where a record is written that is a replica here. Null: it is none. By the index, because plans are made while tables
-- are empty.
create function home_of_replica(of_type text, of_id uuid) returns text language plpgsql stable
    set enable_seqscan = off set enable_bitmapscan = off as $$
begin
    if not exists (select from replica where aggregate_id = of_id and aggregate_type = of_type) then
        return null;
    end if;
    return coalesce((select node from home where union_id = owner_of(of_type, of_id)), 'central');
end
$$;

-- As before; and the home of a record may give it to a union that it named (vks.giving) and that another node writes for.
-- From then on it is a replica here, of a known version. Whoever moves the home of the one or the other union waits.
create or replace function require_home() returns trigger language plpgsql as $$
declare
    here    text;
    waiting boolean;
    refused record;
    giving  uuid[] := coalesce(string_to_array(nullif(current_setting('vks.giving', true), ''), ',')::uuid[], '{}');
begin
    select node, recovering into here, waiting from this_node;
    if not found then
        return null;
    end if;
    perform pg_advisory_xact_lock_shared(hashtext('home'), hashtext(own.whose::text))
    from (select owner_union_id as whose from fresh where origin_epoch is null
          union
          select owner_before(aggregate_type, aggregate_id, pending_id) from fresh
          where origin_epoch is null and owner_union_id = any (giving)
          order by whose) own
    where own.whose is not null;
    if waiting and exists (select from fresh where origin_epoch is null) then
        raise exception 'this node recovers' using errcode = 'VK003';
    end if;
    select coalesce(home.node, 'central') as owner, home.moving_to into refused
    from fresh left join home on home.union_id = fresh.owner_union_id
    where fresh.origin_epoch is null and (coalesce(home.node, 'central') <> here or home.moving_to is not null)
        and case
            when home.moving_to is null and fresh.kind = 'STATE' and fresh.owner_union_id = any (giving)
            then not written_here(owner_before(fresh.aggregate_type, fresh.aggregate_id, fresh.pending_id))
            else true end
    limit 1;
    if found then
        if refused.moving_to is not null then
            raise exception 'the records move to %', refused.moving_to using errcode = 'VK002';
        end if;
        raise exception 'the records are written at %', refused.owner using errcode = 'VK001', detail = refused.owner;
    end if;
    -- What was given away is nobody's here, whoever is said to own it.
    select home_of_replica(aggregate_type, aggregate_id) as owner, aggregate_id into refused
    from fresh where origin_epoch is null and home_of_replica(aggregate_type, aggregate_id) is not null
    limit 1;
    if found then
        raise exception 'the record % is a replica', refused.aggregate_id using errcode = 'VK001', detail = refused.owner;
    end if;
    if giving <> '{}' then
        insert into replica (aggregate_type, aggregate_id, origin_epoch, version, sender, position, audience)
        select distinct on (aggregate_id, aggregate_type) aggregate_type, aggregate_id, head.epoch, version,
            case when here = 'central' then coalesce(home.node, 'central') else 'central' end, 0, audience
        from fresh cross join change_head head left join home on home.union_id = fresh.owner_union_id
        where fresh.origin_epoch is null and coalesce(home.node, 'central') <> here
        order by aggregate_id, aggregate_type, pending_id desc
        on conflict (aggregate_id, aggregate_type) do update set origin_epoch = excluded.origin_epoch,
            version = excluded.version, sender = excluded.sender, position = excluded.position,
            audience = excluded.audience, doubted = false;
    end if;
    return null;
end
$$;

-- As before; what was given away is another's, whosever it was once.
create or replace function end_recovery() returns void language plpgsql as $$
begin
    update this_node set recovering = false;
    delete from replica using home, this_node
    where home.union_id = owner_of(replica.aggregate_type, replica.aggregate_id) and home.node = this_node.node;
end
$$;

-- Some records that others gave belong here from now on: they are no replicas any more.
create function adopt_records(types text[], ids uuid[], least_epoch int) returns void language plpgsql as $$
begin
    delete from replica using unnest(types, ids) as given (aggregate_type, aggregate_id)
    where (replica.aggregate_type, replica.aggregate_id) = (given.aggregate_type, given.aggregate_id);
    perform reach_epoch(least_epoch);
end
$$;

-- As before, without what the node gave away: whoever has it now tells of it.
create or replace function compared_digests(of_node text, of_type text, since timestamptz, until timestamptz)
    returns table (aggregate_type text, month text, records bigint, digest text) language sql stable as $$
    with own as materialized (
        select this_node.node = of_node as here, array(select union_id from home where home.node = of_node) as unions
        from this_node
    ), newest as (
        select aggregate_type, aggregate_id, max(position) as position
        from change cross join own
        where origin_node = of_node and (of_type is null or aggregate_type = of_type)
            and case when here then audience is null or not audience <@ unions else kind <> 'WITHDRAWAL' end
        group by aggregate_type, aggregate_id
    ), hashed as (
        select aggregate_type, recorded_at, state_hash(aggregate_id, version, state) as hash
        from newest join change using (aggregate_type, aggregate_id, position) cross join own
        where kind <> 'WITHDRAWAL' and recorded_at >= since and recorded_at < until and owner_union_id = any (unions)
            and (here or exists (select from replica where replica.aggregate_id = newest.aggregate_id
                                 and replica.aggregate_type = newest.aggregate_type and sender = of_node))
    )
    select aggregate_type, to_char(recorded_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM'), count(*),
        lpad(to_hex(bit_xor(substr(hash, 1, 8)::bigint)), 16, '0')
            || lpad(to_hex(bit_xor(substr(hash, 9, 8)::bigint)), 16, '0')
    from hashed group by 1, 2 order by 1, 2
$$;

create or replace function compared_records(of_node text, of_type text, since timestamptz, until timestamptz, after uuid,
        up_to uuid, most int)
    returns table (aggregate_id uuid, origin_epoch int, version bigint, hash bytea) language plpgsql stable as $$
#variable_conflict use_column
declare
    here   boolean := exists (select from this_node where node = of_node);
    unions uuid[]  := array(select union_id from home where node = of_node);
    known  record;
    latest change;
    sent   int := 0;
begin
    for known in
        select distinct aggregate_id as id from change
        where origin_node = of_node and aggregate_type = of_type and recorded_at >= since and recorded_at < until
            and aggregate_id > after and aggregate_id <= up_to
            and (here or exists (select from replica where replica.aggregate_id = change.aggregate_id
                                 and replica.aggregate_type = of_type and sender = of_node))
        order by id
    loop
        select * into latest from change
        where aggregate_id = known.id and aggregate_type = of_type and origin_node = of_node
            and case when here then audience is null or not audience <@ unions else kind <> 'WITHDRAWAL' end
        order by position desc limit 1;
        if found and latest.kind <> 'WITHDRAWAL' and latest.recorded_at >= since and latest.recorded_at < until
                and latest.owner_union_id = any (unions) then
            aggregate_id := latest.aggregate_id;
            origin_epoch := latest.origin_epoch;
            version := latest.version;
            hash := state_hash(latest.aggregate_id, latest.version, latest.state);
            return next;
            sent := sent + 1;
            exit when sent >= most;
        end if;
    end loop;
end
$$;
