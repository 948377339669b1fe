-- Whoever was refused or has left may apply again, on the same record. The day of joining stays the first one.
alter table member add column rejoined_on date;

-- A readmission is decided by the superior: a unit above, or a body outside the organization.
alter table membership_step
    add column decided_by_unit_id uuid references unit,
    add column decided_by_body_id uuid references external_body,
    add constraint membership_step_decided_by_one
        check (decided_by_unit_id is null or decided_by_body_id is null);
