-- The nodes that provincial unions have. Registered by the central union; a name is given once for ever, because it stands
-- in every change that is made there.
create table node (
    node_id           uuid primary key,
    version           bigint      not null,
    name              text        not null check (name ~ '^[a-z][a-z0-9-]{1,30}$' and name <> 'central'),
    union_id          uuid        not null references unit,
    owner_union_id    uuid        not null references unit,
    status            text        not null check (status in ('PREPARING', 'ACTIVE', 'SUSPENDED')),
    -- Told to nobody else: unknown at other nodes.
    suspension_reason text        check (status = 'SUSPENDED' or suspension_reason is null),
    -- Since when the union's records are written there.
    activated_at      timestamptz,
    created_as        bytea       not null,
    recorded_at       timestamptz not null,
    constraint node_name_once unique (name),
    constraint node_one_of_a_union unique (union_id),
    constraint node_active_since_a_time check (case status when 'ACTIVE' then activated_at is not null
        when 'PREPARING' then activated_at is null else true end)
);

create view directory_node as
select node_id, name, union_id, status from node;
