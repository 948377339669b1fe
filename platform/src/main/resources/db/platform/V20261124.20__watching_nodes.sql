-- Since when what the sender has told lies before what it said it has. Null: all was taken that it spoke of.
alter table sync_cursor add column behind_since timestamptz;

-- The nodes that read this one's feed: where each was when it asked last, and what lies in its quarantine.
create table feed_reader (
    reader        text        primary key,
    epoch         int         not null,
    position      bigint      not null,
    asked_at      timestamptz not null,
    quarantined   int         not null default 0
);

-- What a reader has set aside of this node's changes, as it told last; where there are many, the first of them.
create table quarantined_elsewhere (
    reader         text        not null,
    change_id      uuid        not null,
    aggregate_type text        not null,
    aggregate_id   uuid        not null,
    stream_key     uuid        not null,
    origin_node    text        not null,
    position       bigint      not null,
    reason         text        not null,
    detail         text,
    since          timestamptz not null,
    tried_at       timestamptz not null,
    tries          int         not null,
    primary key (change_id, reader)
);

create index quarantined_change_by_change on quarantined_change (change_id);
create index quarantined_change_by_record on quarantined_change (aggregate_id);

-- Comparisons of what a node has of its own records with what the central node has of them. Kept at both ends.
create table comparison (
    comparison_id uuid        primary key,
    node          text        not null,
    -- Where it was asked for. There it waits until the node's link comes for it.
    asked_at      timestamptz not null,
    begun_at      timestamptz,
    ended_at      timestamptz,
    -- How many records the node has, and how many differ. Null until the end.
    records       bigint,
    differences   bigint
);

create index comparison_by_node on comparison (node, comparison_id);

create table compared_difference (
    comparison_id   uuid   not null references comparison on delete cascade,
    aggregate_type  text   not null,
    aggregate_id    uuid   not null,
    difference      text   not null check (difference in ('MISSING_AT_CENTRAL', 'MISSING_AT_NODE', 'DIFFERENT')),
    node_version    bigint,
    central_version bigint,
    primary key (comparison_id, aggregate_type, aggregate_id)
);

-- Two ends have the same state of a record if this is the same: jsonb has one text, whoever wrote it.
create function state_hash(of_id uuid, at_version bigint, of_state jsonb) returns bytea language sql immutable as $$
    select sha256(convert_to(concat_ws(' ', of_id, at_version, of_state), 'UTF8'))
$$;

-- What a node's records are compared by: the latest state that the node wrote of each and that is logged here, as far as
-- the central node has it as well: at the node itself its own, at the central one the replicas. At its home a record that
-- was withdrawn from the central node last is none of those. First all of them condensed, in one pass over the log:
-- each half of the hashes by itself is the same whatever the order, in no more memory than one takes.
create function compared_digests(of_node text, of_type text, since timestamptz, until timestamptz)
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
        where kind <> 'WITHDRAWAL' and recorded_at >= since and recorded_at < until
            and (here or exists (select from replica where replica.aggregate_id = newest.aggregate_id
                                 and replica.aggregate_type = newest.aggregate_type and sender = of_node))
    )
    select aggregate_type, to_char(recorded_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM'), count(*),
        lpad(to_hex(bit_xor(substr(hash, 1, 8)::bigint)), 16, '0')
            || lpad(to_hex(bit_xor(substr(hash, 9, 8)::bigint)), 16, '0')
    from hashed group by 1, 2 order by 1, 2
$$;

-- Then those of one kind that changed last in a period, in the order of their ids from one to another, at most so many
-- (null: all): a record at a time, so that a page costs no more than a page.
create function compared_records(of_node text, of_type text, since timestamptz, until timestamptz, after uuid,
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
        if found and latest.kind <> 'WITHDRAWAL' and latest.recorded_at >= since and latest.recorded_at < until then
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
