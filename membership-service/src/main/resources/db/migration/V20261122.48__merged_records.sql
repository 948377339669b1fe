-- A record that was taken in by another of the same person: it stays, without a placement, and leads to the other one.
alter table member
    add column merged_into uuid references member,
    drop constraint member_status_check,
    add constraint member_status_known check (status in ('APPLIED', 'ACTIVE', 'REJECTED', 'ENDED', 'MERGED')),
    add constraint member_merged_into_one check ((status = 'MERGED') = (merged_into is not null)),
    add constraint member_not_merged_into_itself check (merged_into <> member_id),
    drop constraint member_erased_stays,
    add constraint member_erased_stays check (erased_at is null or status in ('ENDED', 'REJECTED', 'MERGED'));

create index member_merged_into on member (merged_into) where merged_into is not null;

-- One step is enough: what a record had taken in goes on to the one that takes it in.
create function require_merged_into_whole() returns trigger language plpgsql as $$
begin
    if exists (select from member where member_id = new.merged_into and status = 'MERGED')
            or exists (select from member where merged_into = new.member_id) then
        raise exception 'A merged record leads to another merged one'
            using errcode = 'check_violation', constraint = 'member_merged_into_whole', table = 'member';
    end if;
    return null;
end
$$;

create constraint trigger member_merged_into_whole
    after update of status, merged_into on member deferrable initially deferred
    for each row when (new.status = 'MERGED') execute function require_merged_into_whole();

-- Lists leave merged records out without looking at them.
drop index member_by_unit;
create index member_by_unit on member (unit_id, given_name, rest_of_name, member_id) include (searchable)
    where status <> 'MERGED';
drop index member_in_name_order;
create index member_in_name_order on member (given_name, rest_of_name, member_id) where status <> 'MERGED';
drop index member_by_part_of_name;
create index member_by_part_of_name on member using gin (searchable gin_trgm_ops) where status <> 'MERGED';
create index member_merged_by_unit on member (unit_id) where status = 'MERGED';
