-- Begins a new epoch, after this database was brought back to a backup: positions that were given after the backup have
-- been seen by others and will now be given again, to other changes, so they must not be mistaken for the same. Kafka
-- is told the whole log again: its data were deleted with what the database no longer knows. Events that were parked
-- come again with that, under other offsets, which would clash with the old ones.
create function begin_epoch() returns int language plpgsql as $$
declare
    begun int;
begin
    -- The sequencer's lock: no batch may begin in one epoch and end in the next.
    perform pg_advisory_xact_lock(hashtext('sequence_changes'), 0);
    update change_head set epoch = epoch + 1, position = 0 returning epoch into begun;
    update relay set holder = null, held_until = clock_timestamp(), epoch = 0, position = 0;
    delete from parked_event;
    return begun;
end
$$;
