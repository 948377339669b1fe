-- Who ordered what is done on its day, and why a due one could not be done the last time it was tried.
alter table reorganization
    add column scheduled_by_issuer text,
    add column scheduled_by_subject text,
    add column scheduled_by_assignment uuid,
    add column refused_at timestamptz,
    add column refusals text,
    add constraint reorganization_refused_for_reasons check ((refused_at is null) = (refusals is null));

-- What was scheduled before orders were kept must be ordered again.
update reorganization set status = 'DRAFT' where status = 'SCHEDULED';

alter table reorganization add constraint reorganization_scheduled_by_somebody
    check (status <> 'SCHEDULED' or scheduled_by_subject is not null);
