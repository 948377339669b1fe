-- Who did what to which record, and who read sensitive data: appended only.
create table audit_entry (
    audit_entry_id uuid primary key,
    at             timestamptz not null,
    issuer         text        not null,
    subject        text        not null,
    assignment_id  uuid,
    action         text        not null,
    resource_type  text        not null,
    resource_id    uuid        not null,
    unit_id        uuid        not null,
    purpose        text,
    request_id     text,
    changed        text[]      not null
);

create index audit_entry_by_resource on audit_entry (resource_id, audit_entry_id desc);
create index audit_entry_by_actor on audit_entry (subject, audit_entry_id desc);
create index audit_entry_by_unit on audit_entry (unit_id, audit_entry_id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_entry_append_only
    before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
