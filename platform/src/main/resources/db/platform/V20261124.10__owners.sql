-- Whose a record is, is asked for whole batches.
create index change_pending_by_aggregate on change_pending (aggregate_id, aggregate_type);

-- Those of some records that were ever written down here, by their places, and whose they were last. By the indexes,
-- because plans are made while tables are empty; all states of a record are few.
create function owners_of(types text[], ids uuid[]) returns table (place int, owner uuid) language sql stable
    set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
    with told as materialized (
        select * from unnest(types, ids) with ordinality as told (aggregate_type, aggregate_id, place)
    ), written as (
        select told.place, owner_union_id, pending_id, null::bigint as position
        from told join change_pending using (aggregate_id, aggregate_type) where kind <> 'WITHDRAWAL'
        union all
        select told.place, owner_union_id, null, position
        from told join change using (aggregate_id, aggregate_type) where kind <> 'WITHDRAWAL'
    )
    select place::int, (array_agg(owner_union_id order by pending_id desc nulls last, position desc))[1]
    from written group by place
$$;

-- Whose one record is, as it was last written down. Null: there is none.
create function owner_of(of_type text, of_id uuid) returns uuid language plpgsql stable as $$
declare
    owner uuid;
begin
    if of_id is null then
        return null;
    end if;
    select (array_agg(owner_union_id order by pending_id desc))[1] into owner
    from change_pending where aggregate_id = of_id and aggregate_type = of_type and kind <> 'WITHDRAWAL';
    if owner is null then
        select (array_agg(owner_union_id order by position desc))[1] into owner
        from change where aggregate_id = of_id and aggregate_type = of_type and kind <> 'WITHDRAWAL';
    end if;
    return owner;
end
$$;

-- The union that a unit is in today, else was in last or will be in first. Null: nobody knows the unit here. In plpgsql
-- because the table comes later.
create function union_of(of_unit uuid) returns uuid language plpgsql stable as $$
begin
    return (select union_id from directory_unit_version
            where unit_id = of_unit
            order by valid @> (now() at time zone 'Asia/Ho_Chi_Minh')::date desc, valid_from desc limit 1);
end
$$;
