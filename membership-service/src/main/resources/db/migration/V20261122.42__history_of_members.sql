-- Who recorded a step: the account and the assignment that it acted by; nobody where a job of the system did.
alter table membership_step
    add column issuer        text,
    add column subject       text,
    add column assignment_id uuid;

-- The steps of before, by the audit trail, which was written in the same transaction.
alter table membership_step disable trigger membership_step_append_only;

update membership_step step set issuer = entry.issuer, subject = entry.subject, assignment_id = entry.assignment_id
from audit_entry entry
where entry.resource_id = step.member_id and entry.resource_type = 'member'
and entry.action = case step.kind
        when 'APPLIED' then 'apply' when 'ENROLLED' then 'enrol' when 'ADMITTED' then 'admit'
        when 'REJECTED' then 'reject' when 'ENDED' then 'end' end
and abs(extract(epoch from entry.at - step.recorded_at)) < 60;

alter table membership_step enable trigger membership_step_append_only;

-- What was changed in the record of a member besides the steps, from what to what: appended only.
create table member_revision (
    member_revision_id uuid        primary key,
    member_id          uuid        not null references member,
    kind               text        not null check (kind in ('REVISED', 'CORRECTED', 'MERGED', 'ERASED')),
    issuer             text,
    subject            text,
    assignment_id      uuid,
    recorded_at        timestamptz not null,
    -- The first day for which something is answered otherwise than before.
    effective_date     date        not null,
    unit_id            uuid        not null references unit,
    decision_number    text,
    decision_date      date,
    decision_signer    text,
    -- Names of the changed fields.
    changed            text[]      not null,
    -- Days and units, which are counted and stay.
    counted            jsonb       not null,
    -- Everything personal, and what was said about it, sealed with the person's own key: it goes with the key.
    sealed             bytea
);

create index member_revision_by_member on member_revision (member_id, member_revision_id);

create trigger member_revision_append_only
    before update or delete or truncate on member_revision
    for each statement execute function refuse_change();
