-- Nobody rolls facts up while everything is counted anew: a step that had begun on the old tallies would add to the new.
create or replace function recount_members() returns void language plpgsql as $$
begin
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

-- Without a person there is nobody to become a member.
alter table member add constraint member_erased_stays
    check (erased_at is null or status in ('ENDED', 'REJECTED'));
