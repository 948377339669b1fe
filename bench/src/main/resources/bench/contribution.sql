-- The statements of one POST /contributions by a member, alone in its transaction, in their order, as PostgreSQL's log shows
-- them. :funds, :member, :subject, :unit, :union, :center and :run come from outside; each transaction makes ids of its own.
\set n :n + 1
\set fund random(1, :funds)
\set id :run * 1000000000 + :n
select directory_stamp.stamp, held.assignment_id, held.role, held.unit_id, account.member_id, member.unit_id
    from directory_stamp
    left join directory_account account on account.issuer = 'congdoan' and account.subject = :subject
    left join directory_member member using (member_id)
    left join directory_assignment held
        on held.issuer = 'congdoan' and held.subject = :subject and held.valid @> current_date
    order by held.assignment_id;
select fund_id, unit_id, owner_union_id, opens_on, closes_on, takes_outside_donors, purposes, pass_through from fund
    where fund_id = ('b0000000-0000-7000-8000-' || lpad(to_hex(:fund::bigint), 12, '0'))::uuid;
select stamp from directory_stamp;
select node from home where union_id = union_of(:unit::uuid);
select member_id, owner_union_id, unit_id, full_name, status, state->>'placements' from directory_member
    where member_id = :member::uuid;
begin;
select * from begin_request(sha256((:id::bigint || '-' || :client_id::bigint)::bytea), '\x00'::bytea);
insert into answered_request (request_hash, body_hash, status, resource_id, location, answered_at) values (
    sha256((:id::bigint || '-' || :client_id::bigint)::bytea), sha256('body'), 201,
    (lpad(to_hex(:id::bigint), 16, '0') || lpad(to_hex(:client_id::bigint * 16 + 1), 16, '0'))::uuid,
    '/api/v1/contributions/00000000-0000-0000-0000-000000000000', clock_timestamp());
insert into contribution (amount, created_as, donor_kind, donor_member_id, donor_name, donor_unit_id, fund_id, given_on,
    method, owner_union_id, recorded_at, transfer_id, unit_id, version, contribution_id) values (
    350000, sha256('body'), 'MEMBER', :member::uuid, null, null,
    ('b0000000-0000-7000-8000-' || lpad(to_hex(:fund::bigint), 12, '0'))::uuid, '2026-10-20', 'CASH', :union::uuid,
    clock_timestamp(), (lpad(to_hex(:id::bigint), 16, '0') || lpad(to_hex(:client_id::bigint * 16 + 2), 16, '0'))::uuid, :unit::uuid, 0,
    (lpad(to_hex(:id::bigint), 16, '0') || lpad(to_hex(:client_id::bigint * 16 + 1), 16, '0'))::uuid);
insert into audit_entry (action, issuer, subject, assignment_id, at, changed, purpose, request_id, resource_id,
    resource_type, unit_id, audit_entry_id) values (
    'record', 'congdoan', :subject, '017e12ef-9c00-7859-ba04-0256a8200728', clock_timestamp(),
    array['fundId', 'amount', 'donor', 'method', 'date'], null, 'b0fbb48f-d06d-4bfd-ab4f-feca4fa87787',
    (lpad(to_hex(:id::bigint), 16, '0') || lpad(to_hex(:client_id::bigint * 16 + 1), 16, '0'))::uuid, 'contribution', :unit::uuid,
    (lpad(to_hex(:id::bigint), 16, '0') || lpad(to_hex(:client_id::bigint * 16 + 3), 16, '0'))::uuid);
insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node,
    owner_union_id, audience, actor, assignment_id, request_id, recorded_at, effective_date, happened, schema_version,
    state)
    select (lpad(to_hex(:id::bigint), 16, '0') || lpad(to_hex(:client_id::bigint * 16 + 4 + line), 16, '0'))::uuid, kind, type,
        (lpad(to_hex(:id::bigint), 16, '0') || lpad(to_hex(:client_id::bigint * 16 + line), 16, '0'))::uuid,
        ('b0000000-0000-7000-8000-' || lpad(to_hex(:fund::bigint), 12, '0'))::uuid, 0, 'central', :union::uuid,
        array[:union::uuid, :center::uuid], 'congdoan/' || :subject, '017e12ef-9c00-7859-ba04-0256a8200728',
        'b0fbb48f-d06d-4bfd-ab4f-feca4fa87787', clock_timestamp(), '2026-10-20', happened, 1, state
    from (values
        (1, 'STATE', 'contribution', 'recorded', '{"id": "01a2019f-540c-74f1-8c38-39f22fcc99c3", "date": "2026-11-22",
            "donor": {"kind": "MEMBER", "memberId": "01a2019f-4f6c-73f9-8a7f-6ffc29c12c28"}, "amount": 1000,
            "fundId": "01a2019d-6d9d-7590-ab41-d76d643723e8", "method": "CASH",
            "unitId": "017e12ef-9c00-74fe-afd5-8cf6d8179c11", "transferId": "01a2019f-540c-74f1-8c38-39f22fcc99c4",
            "ownerUnionId": "017e12ef-9c00-74fe-afd5-8cf6d8179c11"}'::jsonb),
        (2, 'ENTRY', 'transfer', 'booked', '{"id": "01a2019f-540c-74f1-8c38-39f22fcc99c4", "date": "2026-11-22",
            "kind": "CONTRIBUTION", "fundId": "01a2019d-6d9d-7590-ab41-d76d643723e8", "postings":
            [{"amount": 1000, "account": "CASH"}, {"code": "MEMBER", "amount": -1000, "account": "INCOME"}],
            "ownerUnionId": "017e12ef-9c00-74fe-afd5-8cf6d8179c11"}'::jsonb)) as change (line, kind, type, happened, state);
with head as (
    insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, text, actor, money_in, money_out,
        created_as)
    values ((lpad(to_hex(:id::bigint), 16, '0') || lpad(to_hex(:client_id::bigint * 16 + 2), 16, '0'))::uuid,
        ('b0000000-0000-7000-8000-' || lpad(to_hex(:fund::bigint), 12, '0'))::uuid, '2026-10-20', clock_timestamp(),
        'CONTRIBUTION', null, null, 'congdoan/' || :subject, 350000, 0, null)
    returning transfer_id, fund_id
)
insert into posting (transfer_id, line, account_id, amount)
    select head.transfer_id, side.line, account.account_id, side.amount
    from head
    cross join unnest(array['CASH', 'INCOME/MEMBER'], array[350000, -350000]::bigint[])
        with ordinality as side (account, amount, line)
    join account on account.fund_id = head.fund_id and account.name = side.account;
commit;
