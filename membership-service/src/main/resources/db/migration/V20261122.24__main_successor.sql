-- Of several successors the first one is the main one: figures of the unit count there.
alter table unit_succession add column ordinal int;

update unit_succession set ordinal = ranked.ordinal
from (select unit_id, successor_id, row_number() over (partition by unit_id order by successor_id) - 1 as ordinal
      from unit_succession) ranked
where ranked.unit_id = unit_succession.unit_id and ranked.successor_id = unit_succession.successor_id;

alter table unit_succession
    alter column ordinal set not null,
    add constraint unit_succession_one_place_each unique (unit_id, ordinal);

create or replace view directory_unit_succession as
select unit_id, successor_id, ordinal from unit_succession;
