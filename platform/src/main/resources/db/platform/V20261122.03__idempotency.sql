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

-- Takes the lock of a request until the end of the transaction, and then looks whether it was answered before: one row
-- that tells whether the lock was free, and the answer if there is one. Volatile, so that the look sees what whoever
-- held the lock before has committed.
create function begin_request(request bytea, body bytea,
    out is_free boolean, out is_same_body boolean, out status int, out resource_id uuid, out location text)
    language plpgsql as $$
begin
    is_free := pg_try_advisory_xact_lock(('x' || encode(substr(request, 1, 8), 'hex'))::bit(64)::bigint);
    if is_free then
        select answered.body_hash = body, answered.status, answered.resource_id, answered.location
        into is_same_body, begin_request.status, begin_request.resource_id, begin_request.location
        from answered_request answered where answered.request_hash = request;
    end if;
end
$$;
