-- How many members, on which day, where: kept as facts, so that nobody counts members to answer. Every placement adds
-- to some cells of its unit on its first day and takes from them on the day it ends. The database itself writes the
-- facts, whoever changes members and placements; a background job rolls them up.
--
-- Cells (see Cell in the service): 0 members, 1 women, 2 in the Party, 3 Kinh, 4 other ethnicities, 11.. category,
-- 21.. education, 31.. judicial title, 51.. came as, 61.. left as (counted downwards, on the last day there), 100.. born
-- in 1900 and later.

create function cells_of_member(
    gender text, kinh boolean, category text, education text, judicial_title text, birth_year int)
returns smallint[] language sql immutable as $$
    select array_remove(array[
        0,
        case gender when 'FEMALE' then 1 end,
        case kinh when true then 3 when false then 4 end,
        10 + array_position(array['CADRE', 'CIVIL_SERVANT', 'PUBLIC_EMPLOYEE', 'WORKER'], category),
        20 + array_position(array['SECONDARY', 'VOCATIONAL', 'COLLEGE', 'BACHELOR', 'MASTER', 'DOCTOR'], education),
        30 + array_position(array['PROCURATOR_SUPREME', 'PROCURATOR_SENIOR', 'PROCURATOR_INTERMEDIATE',
                                  'PROCURATOR_PRIMARY', 'EXAMINER_SENIOR', 'EXAMINER_PRINCIPAL', 'EXAMINER',
                                  'INVESTIGATOR_SENIOR', 'INVESTIGATOR_INTERMEDIATE', 'INVESTIGATOR_PRIMARY',
                                  'SPECIALIST', 'ACCOUNTANT', 'CLERK', 'OTHER'], judicial_title),
        100 + birth_year - 1900]::smallint[], null)
$$;

create function cell_of_arrival(began_as text) returns smallint language sql immutable as $$
    select (50 + array_position(array['ENROLLED', 'ADMITTED', 'READMITTED', 'TRANSFERRED', 'REORGANIZED'], began_as))
        ::smallint
$$;

create function cell_of_departure(ended_as text) returns smallint language sql immutable as $$
    select (60 + array_position(array['RESIGNED', 'RETIRED', 'EXPELLED', 'INELIGIBLE', 'UNIT_DISSOLVED', 'DECEASED',
                                      'TRANSFERRED', 'REORGANIZED'], ended_as))::smallint
$$;

-- What one placement adds and takes on which days. In the Party is who was probationary or official by then. Who leaves
-- does so in the unit and on the tree of the last day there: the next day there may be no such unit.
create function facts_of_placement(
    placed_in uuid, valid_from date, valid_to date, began_as text, ended_as text, traits smallint[], party_since date)
returns table (unit_id uuid, day date, cells smallint[], delta int) language sql immutable as $$
    select $1, $2, $6 || cell_of_arrival($4) || case when $7 <= $2 then '{2}'::smallint[] end, 1
    union all
    select $1, $7, '{2}'::smallint[], 1 where $7 > $2 and ($3 is null or $7 < $3)
    union all
    select $1, $3, $6 || case when $7 < $3 then '{2}'::smallint[] end, -1 where $3 is not null
    union all
    select $1, $3 - 1, array[cell_of_departure($5)], -1 where $3 is not null
$$;

-- Facts that are not rolled up yet. An answer adds them to what is.
create table count_pending (
    pending_id bigint generated always as identity primary key,
    unit_id    uuid       not null,
    day        date       not null,
    cells      smallint[] not null,
    delta      int        not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

-- Rolled up: of a unit in a scope (0 the unit itself, 1 with all below it in its union, 2 with the unions below) the
-- counts at the beginning of a page and the changes from its day until the next page, both as CountCodec writes them.
-- A change of long ago shifts the counts of all later pages; their changes stay where they are, out of line.
create table count_page (
    unit_id uuid     not null,
    scope   smallint not null,
    day     date     not null,
    counts  bytea    not null,
    changes bytea    not null,
    primary key (unit_id, scope, day)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, toast.autovacuum_vacuum_scale_factor = 0.05);

alter table count_page alter column changes set storage external;

-- Where each unit stood when the facts were rolled up, and under which stamp of the organization that was read.
create table count_span (
    unit_id    uuid    not null,
    parent_id  uuid,
    is_union   boolean not null,
    valid_from date    not null,
    valid_to   date,
    primary key (unit_id, valid_from)
);

create table count_rolled (
    only_row boolean primary key default true check (only_row),
    stamp    bigint  not null
);

insert into count_rolled (stamp) values (0);

-- A member that is revised at the same time waits, or is waited for: facts go by what stands in the end.
create function count_placements_added() returns trigger language plpgsql as $$
begin
    insert into count_pending (unit_id, day, cells, delta)
    select fact.unit_id, fact.day, fact.cells, sum(fact.delta)
    from (select placement.*, cells_of_member(gender, kinh, category, education, judicial_title, birth_year) as traits,
                 least(party_probationary_on, party_official_on) as party_since
          from added placement join member using (member_id) for share of member) placed
    cross join lateral facts_of_placement(
        placed.unit_id, valid_from, valid_to, began_as, ended_as, traits, party_since) fact
    group by 1, 2, 3;
    return null;
end
$$;

create function count_placements_removed() returns trigger language plpgsql as $$
begin
    insert into count_pending (unit_id, day, cells, delta)
    select fact.unit_id, fact.day, fact.cells, -sum(fact.delta)
    from (select placement.*, cells_of_member(gender, kinh, category, education, judicial_title, birth_year) as traits,
                 least(party_probationary_on, party_official_on) as party_since
          from removed placement join member using (member_id) for share of member) placed
    cross join lateral facts_of_placement(
        placed.unit_id, valid_from, valid_to, began_as, ended_as, traits, party_since) fact
    group by 1, 2, 3;
    return null;
end
$$;

create function count_placements_changed() returns trigger language plpgsql as $$
begin
    insert into count_pending (unit_id, day, cells, delta)
    select fact.unit_id, fact.day, fact.cells, sum(fact.delta * placed.sign)
    from (select placement.*, cells_of_member(gender, kinh, category, education, judicial_title, birth_year) as traits,
                 least(party_probationary_on, party_official_on) as party_since
          from (select added.*, 1 as sign from added union all select removed.*, -1 from removed) placement
          join member using (member_id) for share of member) placed
    cross join lateral facts_of_placement(
        placed.unit_id, valid_from, valid_to, began_as, ended_as, traits, party_since) fact
    group by 1, 2, 3 having sum(fact.delta * placed.sign) <> 0;
    return null;
end
$$;

create trigger placement_added after insert on placement
    referencing new table as added for each statement execute function count_placements_added();
create trigger placement_removed after delete on placement
    referencing old table as removed for each statement execute function count_placements_removed();
create trigger placement_changed after update on placement
    referencing old table as removed new table as added for each statement execute function count_placements_changed();

-- What is known of a member today counts on all days.
create function count_member_again() returns trigger language plpgsql as $$
begin
    insert into count_pending (unit_id, day, cells, delta)
    select fact.unit_id, fact.day, fact.cells, sum(fact.delta * known.sign)
    from placement
    cross join (values
        (1, cells_of_member(
                new.gender, new.kinh, new.category, new.education, new.judicial_title, new.birth_year),
            least(new.party_probationary_on, new.party_official_on)),
        (-1, cells_of_member(
                old.gender, old.kinh, old.category, old.education, old.judicial_title, old.birth_year),
            least(old.party_probationary_on, old.party_official_on))) known (sign, traits, party_since)
    cross join lateral facts_of_placement(
        placement.unit_id, valid_from, valid_to, began_as, ended_as, traits, party_since) fact
    where placement.member_id = new.member_id
    group by 1, 2, 3 having sum(fact.delta * known.sign) <> 0;
    return null;
end
$$;

create trigger member_counted_again after update on member
    for each row when (
        (old.gender, old.kinh, old.category, old.education, old.judicial_title, old.birth_year,
            least(old.party_probationary_on, old.party_official_on))
        is distinct from
        (new.gender, new.kinh, new.category, new.education, new.judicial_title, new.birth_year,
            least(new.party_probationary_on, new.party_official_on)))
    execute function count_member_again();

-- All facts anew from the placements, union by union, since those near to each other are rolled up faster: for rows
-- written with the triggers off.
create function recount_members() returns void language plpgsql as $$
begin
    -- Nobody rolls facts up meanwhile: a step that had begun on the old tallies would add to the new.
    perform pg_advisory_xact_lock(hashtextextended('rolling counts', 0));
    lock table member, placement in share mode;
    truncate count_pending, count_page, count_span;
    update count_rolled set stamp = 0;
    insert into count_pending (unit_id, day, cells, delta)
    select fact.unit_id, fact.day, fact.cells, sum(fact.delta)
    from (select placement.*, cells_of_member(gender, kinh, category, education, judicial_title, birth_year) as traits,
                 least(party_probationary_on, party_official_on) as party_since
          from placement join member using (member_id)) placed
    cross join lateral facts_of_placement(
        placed.unit_id, valid_from, valid_to, began_as, ended_as, traits, party_since) fact
    join (select distinct on (unit_id) unit_id, union_id from unit_version order by unit_id, valid_from desc) home
        on home.unit_id = fact.unit_id
    group by home.union_id, 1, 2, 3
    order by home.union_id, 1, 2;
end
$$;

create function recount_members_after_truncate() returns trigger language plpgsql as $$
begin
    perform recount_members();
    return null;
end
$$;

create trigger placement_emptied after truncate on placement
    for each statement execute function recount_members_after_truncate();

select recount_members();
