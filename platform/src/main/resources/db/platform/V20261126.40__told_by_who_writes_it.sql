-- As before; and who writes the record tells others of it as its own, whoever made its last version, so that it also
-- goes where that one came from. To the same as before is no news.
create or replace function tell_audience(of_type text, of_id uuid, to_whom uuid[]) returns boolean language plpgsql as $$
declare
    known change_pending := latest_change(of_type, of_id);
begin
    if known.change_id is null then
        return false;
    end if;
    if not coalesce(to_whom <@ known.audience and known.audience <@ to_whom, to_whom is null and known.audience is null)
            and written_here(known.owner_union_id) and home_of_replica(of_type, of_id) is null then
        known.origin_node := (select node from this_node);
    end if;
    if to_whom is not null and (known.audience is null or not known.audience <@ to_whom) then
        perform append_again(known, known.audience, 'WITHDRAWAL');
    end if;
    perform append_again(known, to_whom, known.kind);
    return true;
end
$$;
