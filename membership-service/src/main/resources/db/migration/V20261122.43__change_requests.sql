-- What members ask to have changed in their own records. Names of fields stand in clear; values, reasons and answers are
-- sealed with the person's own key.
create table change_request (
    change_request_id uuid        primary key,
    version           bigint      not null,
    member_id         uuid        not null references member,
    status            text        not null check (status in ('WAITING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    fields            text[]      not null,
    asked             bytea       not null,
    answer            bytea,
    recorded_at       timestamptz not null,
    decided_at        timestamptz,
    constraint change_request_decided_at_a_moment check ((status = 'WAITING') = (decided_at is null))
);

create index change_request_by_member on change_request (member_id, change_request_id);
create index change_request_waiting on change_request (change_request_id) where status = 'WAITING';
