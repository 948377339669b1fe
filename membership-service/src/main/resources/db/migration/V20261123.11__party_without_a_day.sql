-- Of members of other nodes it is published whether they are in the Party, not since when: they count on all days, as
-- everything else does that is known of a member today.
alter table member add column in_party_undated boolean not null default false;

create function party_since(probationary date, official date, undated boolean) returns date language sql immutable as $$
    select coalesce(least($1, $2), case when $3 then '-infinity'::date end)
$$;

create or replace function count_placements_added() returns trigger language plpgsql as $$
begin
    insert into count_pending (unit_id, day, cells, delta)
    select fact.unit_id, fact.day, fact.cells, sum(fact.delta)
    from (select placement.*, cells_of_member(gender, kinh, category, education, judicial_title, birth_year) as traits,
                 party_since(party_probationary_on, party_official_on, in_party_undated) as party_since
          from added placement join member using (member_id) for share of member) placed
    cross join lateral facts_of_placement(
        placed.unit_id, valid_from, valid_to, began_as, ended_as, traits, party_since) fact
    group by 1, 2, 3;
    return null;
end
$$;

create or replace function count_placements_removed() returns trigger language plpgsql as $$
begin
    insert into count_pending (unit_id, day, cells, delta)
    select fact.unit_id, fact.day, fact.cells, -sum(fact.delta)
    from (select placement.*, cells_of_member(gender, kinh, category, education, judicial_title, birth_year) as traits,
                 party_since(party_probationary_on, party_official_on, in_party_undated) as party_since
          from removed placement join member using (member_id) for share of member) placed
    cross join lateral facts_of_placement(
        placed.unit_id, valid_from, valid_to, began_as, ended_as, traits, party_since) fact
    group by 1, 2, 3;
    return null;
end
$$;

create or replace function count_placements_changed() returns trigger language plpgsql as $$
begin
    insert into count_pending (unit_id, day, cells, delta)
    select fact.unit_id, fact.day, fact.cells, sum(fact.delta * placed.sign)
    from (select placement.*, cells_of_member(gender, kinh, category, education, judicial_title, birth_year) as traits,
                 party_since(party_probationary_on, party_official_on, in_party_undated) as party_since
          from (select added.*, 1 as sign from added union all select removed.*, -1 from removed) placement
          join member using (member_id) for share of member) placed
    cross join lateral facts_of_placement(
        placed.unit_id, valid_from, valid_to, began_as, ended_as, traits, party_since) fact
    group by 1, 2, 3 having sum(fact.delta * placed.sign) <> 0;
    return null;
end
$$;

create or replace function count_member_again() returns trigger language plpgsql as $$
begin
    insert into count_pending (unit_id, day, cells, delta)
    select fact.unit_id, fact.day, fact.cells, sum(fact.delta * known.sign)
    from placement
    cross join (values
        (1, cells_of_member(
                new.gender, new.kinh, new.category, new.education, new.judicial_title, new.birth_year),
            party_since(new.party_probationary_on, new.party_official_on, new.in_party_undated)),
        (-1, cells_of_member(
                old.gender, old.kinh, old.category, old.education, old.judicial_title, old.birth_year),
            party_since(old.party_probationary_on, old.party_official_on, old.in_party_undated)))
        known (sign, traits, party_since)
    cross join lateral facts_of_placement(
        placement.unit_id, valid_from, valid_to, began_as, ended_as, traits, party_since) fact
    where placement.member_id = new.member_id
    group by 1, 2, 3 having sum(fact.delta * known.sign) <> 0;
    return null;
end
$$;

drop trigger member_counted_again on member;

create trigger member_counted_again after update on member
    for each row when (
        (old.gender, old.kinh, old.category, old.education, old.judicial_title, old.birth_year,
            party_since(old.party_probationary_on, old.party_official_on, old.in_party_undated))
        is distinct from
        (new.gender, new.kinh, new.category, new.education, new.judicial_title, new.birth_year,
            party_since(new.party_probationary_on, new.party_official_on, new.in_party_undated)))
    execute function count_member_again();

create or replace function recount_members() returns void language plpgsql as $$
begin
    -- Nobody rolls facts up meanwhile: a step that had begun on the old tallies would add to the new.
    perform pg_advisory_xact_lock(hashtextextended('rolling counts', 0));
    lock table member, placement in share mode;
    truncate count_pending, count_page, count_span;
    update count_rolled set stamp = 0;
    insert into count_pending (unit_id, day, cells, delta)
    select fact.unit_id, fact.day, fact.cells, sum(fact.delta)
    from (select placement.*, cells_of_member(gender, kinh, category, education, judicial_title, birth_year) as traits,
                 party_since(party_probationary_on, party_official_on, in_party_undated) as party_since
          from placement join member using (member_id)) placed
    cross join lateral facts_of_placement(
        placed.unit_id, valid_from, valid_to, began_as, ended_as, traits, party_since) fact
    join (select distinct on (unit_id) unit_id, union_id from unit_version order by unit_id, valid_from desc) home
        on home.unit_id = fact.unit_id
    group by home.union_id, 1, 2, 3
    order by home.union_id, 1, 2;
end
$$;
