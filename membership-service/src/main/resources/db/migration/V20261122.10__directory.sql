-- The organization as the platform reads it in every service: here it is the record itself, elsewhere a replica.
create view directory_unit_version as
select unit_id, union_id, parent_id, kind, code, name, valid_from, valid_to, valid from unit_version;

create trigger unit_version_stamps
    after insert or update or delete or truncate on unit_version
    for each statement execute function stamp_directory();

create view directory_assignment as
select assignment_id, issuer, subject, role, unit_id, valid_from, valid_to, valid from assignment;

create view directory_member as
select member_id, owner_union_id, unit_id, full_name, status from member;

create view directory_account as
select member_id, issuer, subject from account_link;
