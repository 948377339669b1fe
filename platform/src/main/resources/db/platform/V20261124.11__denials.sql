-- Answers a node that doubts what it holds: with the record as far as it may have it, or that there is none for it. That
-- there is none is for the asker alone. Whoever asks again and again is told once: until something is known of the record
-- since, or the log lost its end again, the same answer still stands in the feed.
create or replace function tell_again(of_type text, of_id uuid, reader text, here text, unions uuid[]) returns void
    language plpgsql as $$
declare
    known change_pending := latest_change(of_type, of_id);
    asker uuid[] := case when reader <> 'central' then unions end;
begin
    if known.change_id is not null
            and (case when reader = 'central' then known.origin_node = here
                           and (known.audience is null or not known.audience <@ unions)
                      else known.audience is null or known.audience && unions end) then
        perform append_again(known, known.audience, known.kind);
    elsif not denied_already(of_type, of_id, asker) then
        insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node,
            origin_epoch, origin_position, owner_union_id, audience, recorded_at, effective_date, happened,
            schema_version)
        values (uuidv7(), 'WITHDRAWAL', of_type, of_id, of_id, 0, here, 0, 0,
            coalesce((select union_id from home where node = here limit 1), of_id), asker,
            now(), (now() at time zone 'Asia/Ho_Chi_Minh')::date, 'denied', 1);
    end if;
end
$$;

-- Whether the last that was written down of a record, in this epoch, is that there is none for somebody.
create function denied_already(of_type text, of_id uuid, asker uuid[]) returns boolean language sql stable
    set enable_seqscan = off set enable_bitmapscan = off as $$
    select coalesce((
        select happened = 'denied' and audience is not distinct from asker
        from (
            (select happened, audience, pending_id as late, 0::bigint as place from change_pending
             where aggregate_id = of_id and aggregate_type = of_type order by pending_id desc limit 1)
            union all
            (select happened, audience, 0, change.position from change join change_head using (epoch)
             where aggregate_id = of_id and aggregate_type = of_type order by change.position desc limit 1)
        ) written
        order by late desc limit 1), false)
$$;
