-- A chain over the transfers of each fund, in the order of the change log: each link is a hash over the link before and
-- what was booked, never a text or a name. Made after commit. Whoever noted the last link finds out whether anything
-- before it was changed since, also by somebody who has power over this database.
create table proof_link (
    fund_id     uuid   not null,
    number      bigint not null check (number > 0),
    transfer_id uuid   not null unique references transfer on delete cascade,
    hash        bytea  not null check (length(hash) = 32),
    primary key (fund_id, number)
);

create trigger proof_link_append_only
    before update or truncate on proof_link
    for each statement execute function refuse_change();

-- Links go with the transfers of another node's fund, and never alone.
create trigger proof_link_stays
    before delete on proof_link
    for each statement when (pg_trigger_depth() = 0) execute function refuse_change();

-- How far the log has been read.
create table proof_place (
    single   boolean primary key default true check (single),
    position bigint  not null
);

insert into proof_place (position) values (0);
