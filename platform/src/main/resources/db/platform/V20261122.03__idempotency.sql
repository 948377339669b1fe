-- Requests that carried an Idempotency-Key and succeeded: what a repetition is answered with. Hashes only.
create table answered_request (
    request_hash bytea       primary key,
    body_hash    bytea       not null,
    status       int         not null,
    resource_id  uuid,
    location     text,
    answered_at  timestamptz not null
);

create index answered_request_by_age on answered_request (answered_at);
