-- The provincial nodes, and whether the records of their unions are written there.
create table directory_node (
    node_id  uuid    primary key,
    epoch    int     not null,
    version  bigint  not null,
    name     text    not null,
    union_id uuid    not null,
    status   text    not null,
    writes   boolean not null
);
