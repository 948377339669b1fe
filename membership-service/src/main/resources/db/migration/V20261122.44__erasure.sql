-- When the personal data of a record was destroyed, on the person's request.
alter table member add column erased_at timestamptz;

-- The one permitted update of the log: an erasure takes the person out of the states that were logged. Nothing but the
-- state may change, and only where the function below says that this is what it does.
drop trigger change_append_only on change;

create trigger change_append_only
    before delete on change
    for each row when (current_setting('vks.retiring', true) is distinct from 'on') execute function refuse_change();

create trigger change_not_rewritten
    before update on change
    for each row when (
        current_setting('vks.retiring', true) is distinct from 'on'
        and (current_setting('vks.erasing', true) is distinct from 'on'
             or (old.epoch, old.position, old.change_id, old.kind, old.aggregate_type, old.aggregate_id, old.version)
                is distinct from
                (new.epoch, new.position, new.change_id, new.kind, new.aggregate_type, new.aggregate_id, new.version)
             or (old.owner_union_id, old.audience, old.actor, old.recorded_at, old.effective_date, old.happened)
                is distinct from
                (new.owner_union_id, new.audience, new.actor, new.recorded_at, new.effective_date, new.happened)))
    execute function refuse_change();

-- Takes a person out of everything that was logged of the record and of its account. What was sequenced and what waits
-- for it: the sequencer stands still meanwhile, so that nothing slips from one to the other unseen.
create function erase_from_log(person uuid, pseudonym text) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('sequence_changes'), 0);
    perform set_config('vks.erasing', 'on', true);
    update change set state = jsonb_set(state, '{fullName}', to_jsonb(pseudonym))
    where aggregate_id = person and aggregate_type = 'member' and state is not null;
    update change set state = jsonb_set(state, '{principal}',
        jsonb_build_object('issuer', 'erased', 'subject', person::text))
    where aggregate_id = person and aggregate_type = 'account' and state is not null;
    update change_pending set state = jsonb_set(state, '{fullName}', to_jsonb(pseudonym))
    where aggregate_id = person and aggregate_type = 'member' and state is not null;
    update change_pending set state = jsonb_set(state, '{principal}',
        jsonb_build_object('issuer', 'erased', 'subject', person::text))
    where aggregate_id = person and aggregate_type = 'account' and state is not null;
    perform set_config('vks.erasing', 'off', true);
end
$$;
