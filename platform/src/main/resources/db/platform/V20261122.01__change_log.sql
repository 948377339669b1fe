-- What changed, as written by the transactions that made the changes. The sequencer moves each row into the log once
-- its transaction has committed; a row is here for milliseconds.
create table change_pending (
    pending_id      bigint generated always as identity primary key,
    change_id       uuid        not null,
    kind            text        not null check (kind in ('STATE', 'ENTRY', 'WITHDRAWAL')),
    aggregate_type  text        not null,
    aggregate_id    uuid        not null,
    stream_key      uuid        not null,
    version         bigint      not null,
    origin_node     text        not null,
    -- Given for a change that came from another node; for one of our own it is the position it gets here.
    origin_epoch    int,
    origin_position bigint,
    owner_union_id  uuid        not null,
    -- Unions that may read it; null: everybody.
    audience        uuid[],
    actor           text,
    assignment_id   uuid,
    request_id      text,
    recorded_at     timestamptz not null,
    effective_date  date        not null,
    happened        text        not null,
    schema_version  int         not null,
    state           jsonb,
    constraint change_pending_has_a_state check ((kind = 'WITHDRAWAL') = (state is null))
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

-- The log. Position and commit agree: a reader that has seen a position is never shown a smaller one afterwards. By
-- month, so that old months go as a whole; what must outlive its month stands in the default partition.
create table change (
    epoch           int         not null,
    position        bigint      not null,
    change_id       uuid        not null,
    kind            text        not null,
    aggregate_type  text        not null,
    aggregate_id    uuid        not null,
    stream_key      uuid        not null,
    version         bigint      not null,
    origin_node     text        not null,
    origin_epoch    int         not null,
    origin_position bigint      not null,
    owner_union_id  uuid        not null,
    audience        uuid[],
    actor           text,
    assignment_id   uuid,
    request_id      text,
    recorded_at     timestamptz not null,
    effective_date  date        not null,
    happened        text        not null,
    schema_version  int         not null,
    state           jsonb,
    -- Positions go on through all epochs, so that they alone are the order of the log.
    primary key (position, recorded_at)
) partition by range (recorded_at);

create index change_by_aggregate on change (aggregate_id, aggregate_type, epoch desc, version desc);

create table change_beyond_months partition of change default;

-- Nothing in the log is changed, and nothing goes but by its retirement.
create trigger change_append_only
    before update or delete on change
    for each row when (current_setting('vks.retiring', true) is distinct from 'on') execute function refuse_change();

-- An epoch is the time between two restores of this database from a backup.
create table change_epoch (
    epoch        int         primary key,
    -- The last position of the log when it began.
    begins_after bigint      not null,
    begun_at     timestamptz not null
);

insert into change_epoch (epoch, begins_after, begun_at) values (1, 0, now());

-- The last position that was given.
create table change_head (
    only_row boolean primary key default true check (only_row),
    epoch    int    not null,
    position bigint not null
);

insert into change_head (epoch, position) values (1, 0);

-- Gives positions to what has committed, oldest first. One caller at a time: -1 tells that another one is at it. Within
-- one aggregate the order of pending_id is that of its versions, because a transaction can only make the next version
-- after it has read the one before. Without scans of the whole: the table is empty when it is analyzed, and a plan made
-- for an empty table reads a backlog anew for every batch.
create function sequence_changes(most int) returns int language plpgsql
    set enable_seqscan = off set enable_bitmapscan = off as $$
declare
    next_ones tid[];
    moved int;
begin
    if not pg_try_advisory_xact_lock(hashtext('sequence_changes'), 0) then
        return -1;
    end if;
    next_ones := array(select ctid from change_pending order by pending_id limit most);
    with taken as (
        delete from change_pending where ctid = any (next_ones) returning *
    ), numbered as (
        select head.epoch, head.position + row_number() over (order by taken.pending_id) as position, taken.*
        from taken cross join change_head head
    ), logged as (
        insert into change (epoch, position, change_id, kind, aggregate_type, aggregate_id, stream_key, version,
            origin_node, origin_epoch, origin_position, owner_union_id, audience, actor, assignment_id, request_id,
            recorded_at, effective_date, happened, schema_version, state)
        select epoch, position, change_id, kind, aggregate_type, aggregate_id, stream_key, version,
            origin_node, coalesce(origin_epoch, epoch), coalesce(origin_position, position), owner_union_id, audience,
            actor, assignment_id, request_id, recorded_at, effective_date, happened, schema_version, state
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

-- The changes after a position. Without scans of the whole, for the same reason: a month begins empty.
create function changes_after(after bigint, most int) returns setof change language sql stable
    set enable_seqscan = off set enable_bitmapscan = off as $$
    select * from change where position > after order by position limit most
$$;

-- Months have partitions of their own, made ahead of time. What was logged of a month before its partition was there
-- stands beyond the months, and moves.
create function create_change_partition(month date) returns void language plpgsql as $$
declare
    first_day date := date_trunc('month', month);
    partition_name text := 'change_' || to_char(first_day, 'YYYY_MM');
    first_moment timestamptz := first_day::timestamp at time zone 'Asia/Ho_Chi_Minh';
    next_moment timestamptz := (first_day + interval '1 month')::timestamp at time zone 'Asia/Ho_Chi_Minh';
begin
    if to_regclass(partition_name) is not null then
        return;
    end if;
    perform set_config('vks.retiring', 'on', true);
    execute format('create table %I (like change including defaults including constraints)', partition_name);
    execute format('with early as (
                        delete from change_beyond_months where recorded_at >= $1 and recorded_at < $2 returning *)
                    insert into %I select * from early', partition_name)
        using first_moment, next_moment;
    execute format('alter table change attach partition %I for values from (%L) to (%L)',
        partition_name, first_moment::text, next_moment::text);
    perform set_config('vks.retiring', 'off', true);
end
$$;

select create_change_partition((now() at time zone 'Asia/Ho_Chi_Minh')::date);
select create_change_partition(((now() at time zone 'Asia/Ho_Chi_Minh') + interval '1 month')::date);

-- How far Kafka has been told, and which instance tells it.
create table relay (
    only_row   boolean     primary key default true check (only_row),
    holder     uuid,
    held_until timestamptz not null,
    epoch      int         not null,
    position   bigint      not null,
    -- Kafka's ids of the topics it was told to: where one is another, its data was lost and is told anew.
    topic_ids  jsonb       not null
);

insert into relay (held_until, epoch, position, topic_ids) values (now(), 0, 0, '{}');

-- Drops a month but keeps the latest state of every aggregate that has not changed since, so that the log alone can
-- still rebuild whatever lives on it. Only what Kafka has been told may go. What takes long comes before the month is
-- detached, which nobody may read the log meanwhile.
create function retire_change_partition(partition_name text) returns void language plpgsql as $$
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
                  and newer.position > old.position);
    execute format('create temporary table kept_change on commit drop as
                    select month.* from %I month
                    where not exists (select from change newer
                                      where newer.aggregate_id = month.aggregate_id
                                      and newer.aggregate_type = month.aggregate_type
                                      and newer.position > month.position)', partition_name);
    execute format('alter table change detach partition %I', partition_name);
    insert into change_beyond_months select * from kept_change;
    execute format('drop table %I', partition_name);
    drop table kept_change;
    perform set_config('vks.retiring', 'off', true);
end
$$;

-- Tells how far Kafka has been told; false if another instance tells it by now. What is lost with the machine is told
-- again, so no need to wait for the disk.
create function relayed_up_to(teller uuid, told_epoch int, told_position bigint) returns boolean language plpgsql as $$
begin
    perform set_config('synchronous_commit', 'off', true);
    update relay set epoch = told_epoch, position = told_position where holder = teller;
    return found;
end
$$;

-- Events that could not be taken, as they came.
create table parked_event (
    topic           text        not null,
    kafka_partition int         not null,
    kafka_offset    bigint      not null,
    key             text,
    header_names    text[]      not null,
    header_values   bytea[]     not null,
    value           bytea,
    reason          text        not null check (reason in ('UNREADABLE', 'UNKNOWN_SHAPE', 'REFUSED')),
    detail          text,
    parked_at       timestamptz not null,
    -- Of headers and value: the same event may come again at another offset, and another one at the same offset.
    fingerprint     uuid        not null,
    primary key (topic, fingerprint)
);
