-- Members whom a reorganization has given to another node, and whose letters are still to be written: few at a time, so
-- that each transaction of them passes every link.
create table owed_letter (
    owed_letter_id uuid   primary key default uuidv7(),
    member_id      uuid   not null,
    cause_id       uuid   not null,
    from_union_id  uuid   not null,
    to_union_id    uuid   not null,
    to_node        text   not null,
    member_version bigint not null
);

create index member_letter_of_member on member_letter (member_id, member_version) where purpose = 'RECORD';
