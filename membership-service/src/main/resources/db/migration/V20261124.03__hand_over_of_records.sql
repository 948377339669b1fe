-- A union that has worked at the central node hands its records over to its own.
alter table node
    drop constraint node_status_check,
    add constraint node_status_check check (status in ('PREPARING', 'MOVING', 'ACTIVE', 'SUSPENDED')),
    drop constraint node_active_since_a_time,
    add constraint node_active_since_a_time check (case status when 'ACTIVE' then activated_at is not null
        when 'SUSPENDED' then true else activated_at is null end),
    -- The ended unions whose records go along with those of the union.
    add column inherited uuid[] not null default '{}';

create or replace view directory_node as
select node_id, name, union_id, status, version from node;
