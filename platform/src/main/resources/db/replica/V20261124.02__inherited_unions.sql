-- The ended unions whose records a node takes over with those of its own union.
alter table directory_node add column inherited uuid[] not null default '{}';
