-- The union that kept the member's record when the request was last told of: a member may go to another one.
alter table change_request add column owner_union_id uuid references unit;

update change_request set owner_union_id = coalesce(
    (select (state->>'ownerUnionId')::uuid from change
     where aggregate_id = change_request_id and aggregate_type = 'change-request' and state is not null
     order by epoch desc, version desc limit 1),
    (select owner_union_id from member where member.member_id = change_request.member_id));

alter table change_request alter column owner_union_id set not null;
