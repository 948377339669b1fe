-- Names the state of the units' tree, so that a service can keep the tree in memory and still be sure that it is
-- today's: every statement that changes units takes a new number, and sequences never give one twice, not even after a
-- rollback. The row is locked until the end of the transaction; whoever changes several units locks it first.
create sequence directory_stamp_numbers;

create table directory_stamp (
    only_row boolean primary key default true check (only_row),
    stamp    bigint  not null
) with (fillfactor = 20);

insert into directory_stamp (stamp) values (nextval('directory_stamp_numbers'));

create function stamp_directory() returns trigger language plpgsql as $$
begin
    update directory_stamp set stamp = nextval('directory_stamp_numbers');
    return null;
end
$$;
