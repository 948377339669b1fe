-- Begins a new epoch, after this database was brought back to a backup: positions that were given after the backup have
-- been seen by others and will now be given again, to other changes, so they must not be mistaken for the same. An epoch
-- is named by the second of its beginning, because what is restored does not know how often it was restored before.
-- Kafka is told the whole log again: its data were deleted with what the database no longer knows. Events that were
-- parked come again with that.
create function begin_epoch() returns int language plpgsql as $$
declare
    seconds_since_2020 int := extract(epoch from clock_timestamp() - timestamptz '2020-01-01T00:00:00Z')::int;
    begun int;
begin
    -- The sequencer's lock: no batch may begin in one epoch and end in the next.
    perform pg_advisory_xact_lock(hashtext('sequence_changes'), 0);
    update change_head set epoch = greatest(epoch + 1, seconds_since_2020) returning epoch into begun;
    insert into change_epoch (epoch, begins_after, begun_at) select begun, position, clock_timestamp() from change_head;
    update relay set holder = null, held_until = clock_timestamp(), epoch = 0, position = 0;
    delete from parked_event;
    return begun;
end
$$;
