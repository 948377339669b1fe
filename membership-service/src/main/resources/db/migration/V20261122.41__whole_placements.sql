-- Exactly one placement on every day of a membership, and none outside it. That there is not more than one says
-- placement_one_a_day. That there is one is judged when a transaction ends, because a member, and placements one after
-- the other, are written by several statements:
--   one placement is open while somebody is a member, and none of anybody else;
--   what ended by going on elsewhere goes on there the same day, and what began as a continuation continues something.
create index placement_by_member on placement (member_id, valid_from);

-- The tables may have been empty when a session made its plans: it looks people up all the same.
create function require_open_placements(persons uuid[]) returns void
    language plpgsql set enable_seqscan = off as $$
begin
    if exists (
        select from unnest(persons) as person (id)
        join member on member.member_id = person.id
        where (member.status = 'ACTIVE') <> exists (
            select from placement where placement.member_id = person.id and placement.valid_to is null))
    then
        raise exception 'A member without a placement, or a placement without a membership'
            using errcode = 'check_violation', constraint = 'placement_open_while_member', table = 'placement';
    end if;
end
$$;

create function require_unbroken_placements(persons uuid[]) returns void
    language plpgsql set enable_seqscan = off as $$
begin
    if exists (
        select from unnest(persons) as person (id)
        join placement one on one.member_id = person.id
        where one.ended_as in ('TRANSFERRED', 'REORGANIZED') and not exists (
                  select from placement following
                  where following.member_id = person.id and following.valid_from = one.valid_to
                    and following.began_as = one.ended_as)
           or one.began_as in ('TRANSFERRED', 'REORGANIZED') and not exists (
                  select from placement before
                  where before.member_id = person.id and before.valid_to = one.valid_from
                    and before.ended_as = one.began_as))
    then
        raise exception 'A gap between the placements of a membership'
            using errcode = 'check_violation', constraint = 'placement_without_gap', table = 'placement';
    end if;
end
$$;

-- Many are inserted by one statement: whom it concerns waits here, in one row, until the transaction ends. Nobody else
-- ever sees a row, and nothing is lost with them.
create unlogged table placement_doubt (
    placement_doubt_id bigint generated always as identity primary key,
    -- Who may be a member without an open placement, or the other way round.
    persons            uuid[],
    -- Whose placements may have a gap.
    continuing         uuid[]
);

create function doubt_members() returns trigger language plpgsql as $$
begin
    insert into placement_doubt (persons)
    select array_agg(member_id) from written where status = 'ACTIVE' having count(*) > 0;
    return null;
end
$$;

create function doubt_placements() returns trigger language plpgsql as $$
begin
    insert into placement_doubt (persons, continuing)
    select array_agg(member_id) filter (where valid_to is null),
           array_agg(member_id) filter (where began_as in ('TRANSFERRED', 'REORGANIZED')
                                           or ended_as in ('TRANSFERRED', 'REORGANIZED'))
    from written having count(*) > 0;
    return null;
end
$$;

create function settle_placement_doubt() returns trigger language plpgsql as $$
begin
    perform require_open_placements(new.persons);
    if new.continuing is not null then
        perform require_unbroken_placements(new.continuing);
    end if;
    delete from placement_doubt where placement_doubt_id = new.placement_doubt_id;
    return null;
end
$$;

create constraint trigger placement_doubt_settled
    after insert on placement_doubt deferrable initially deferred
    for each row execute function settle_placement_doubt();

create trigger member_inserted
    after insert on member referencing new table as written
    for each statement execute function doubt_members();

create trigger placement_inserted
    after insert on placement referencing new table as written
    for each statement execute function doubt_placements();

-- Changes come one by one, and only some matter.
create function settle_status() returns trigger language plpgsql as $$
begin
    perform require_open_placements(array[new.member_id]);
    return null;
end
$$;

create function settle_placements() returns trigger language plpgsql as $$
begin
    perform require_open_placements(array[old.member_id]);
    perform require_unbroken_placements(array[old.member_id]);
    if tg_op = 'UPDATE' and new.member_id <> old.member_id then
        perform require_open_placements(array[new.member_id]);
        perform require_unbroken_placements(array[new.member_id]);
    end if;
    return null;
end
$$;

create constraint trigger member_status_settled
    after update of status on member deferrable initially deferred
    for each row when (old.status <> new.status) execute function settle_status();

create constraint trigger placement_change_settled
    after update on placement deferrable initially deferred
    for each row when ((old.member_id, old.valid_from, old.valid_to, old.began_as, old.ended_as)
                       is distinct from (new.member_id, new.valid_from, new.valid_to, new.began_as, new.ended_as))
    execute function settle_placements();

create constraint trigger placement_removal_settled
    after delete on placement deferrable initially deferred
    for each row execute function settle_placements();
