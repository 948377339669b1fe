-- Of several successors the first one is the main one.
alter table directory_unit_succession add column ordinal int not null default 0;
alter table directory_unit_succession alter column ordinal drop default;
