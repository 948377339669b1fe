-- Records of one person that were merged: what was written down by any of them counts for all. The record that took in the
-- others took in theirs as well, so that each of them names it.
create index directory_member_by_merged on directory_member ((state->>'mergedInto'))
    where state->>'mergedInto' is not null;

-- The record that stands for the person.
create function person_of(of_member uuid) returns uuid language sql stable parallel safe begin atomic
    select coalesce(
        (select (state->>'mergedInto')::uuid from directory_member where member_id = of_member), of_member);
end;

-- That record, and those that it has taken in.
create function records_of_person(of_member uuid) returns setof uuid language sql stable parallel safe rows 1 begin atomic
    select person_of(of_member)
    union all
    select member_id from directory_member where state->>'mergedInto' = person_of(of_member)::text;
end;

-- Who on the list of a plan has given what somebody gave: that record, or another one of the same person.
create function payer_of(of_plan uuid, donor uuid) returns uuid language sql stable parallel safe begin atomic
    select member_id from contribution_plan_line
    where plan_id = of_plan and member_id in (select records_of_person(donor))
    order by member_id <> donor, member_id limit 1;
end;
