-- Lists of the members of some units look for a part of the name inside the index that holds their order.
drop index member_by_unit;
create index member_by_unit on member (unit_id, given_name, rest_of_name, member_id) include (searchable);

-- How common a part of a name is decides how the members that have it are found.
alter table member alter column searchable set statistics 1000;

-- Numbers are found by their beginning, without regard to case.
create index member_by_member_number on member ((lower(member_number collate "und-x-icu") collate "C"))
    where member_number is not null;
create index member_by_card_number on member ((lower(card_number collate "und-x-icu") collate "C"))
    where card_number is not null;

