-- Which column of a bank's statement, or of somebody's workbook, holds what: told once, by the unit that imports.
create table contribution_layout (
    layout_id          uuid        primary key,
    version            bigint      not null,
    owner_union_id     uuid        not null,
    unit_id            uuid        not null,
    name               text        not null check (name <> ''),
    -- Without regard to capitals and to where a tone is written.
    name_key           text        not null,
    date_column        text        not null,
    amount_column      text        not null,
    reference_column   text,
    description_column text,
    member_column      text,
    donor_column       text,
    note_column        text,
    date_pattern       text        not null,
    group_separator    text,
    decimal_separator  text,
    delimiter          text,
    header_row         int         check (header_row > 0),
    sheet              text,
    created_as         bytea       not null,
    recorded_at        timestamptz not null,
    constraint contribution_layout_name_once unique (unit_id, name_key),
    constraint contribution_layout_separators_differ check (group_separator <> decimal_separator)
);

-- Working papers are not logged, and move with their union all the same. As whatever is logged, they are written at its
-- home, by nobody while they move, and not before a restored node has back what others have of it. Who moves a home takes
-- the same lock alone, so that those who write have committed before, or see the move. Not where rows are brought by a
-- hand-over.
create function require_home_of_papers() returns trigger language plpgsql as $$
declare
    here    text;
    waiting boolean;
    unions  uuid[] := array(select distinct owner_union_id from written order by owner_union_id);
    refused record;
begin
    select node, recovering into here, waiting from this_node;
    if not found or unions = '{}' or coalesce(current_setting('vks.applying', true), '') = 'on' then
        return null;
    end if;
    perform pg_advisory_xact_lock_shared(hashtext('home'), hashtext(whose::text)) from unnest(unions) whose;
    if waiting then
        raise exception 'this node recovers' using errcode = 'VK003';
    end if;
    select coalesce(home.node, 'central') as owner, home.moving_to into refused
    from unnest(unions) whose left join home on home.union_id = whose
    where coalesce(home.node, 'central') <> here or home.moving_to is not null
    limit 1;
    if found then
        if refused.moving_to is not null then
            raise exception 'the records move to %', refused.moving_to using errcode = 'VK002';
        end if;
        raise exception 'the records are written at %', refused.owner using errcode = 'VK001', detail = refused.owner;
    end if;
    return null;
end
$$;

create function write_papers_at_home(papers regclass) returns void language plpgsql as $$
begin
    execute format('create trigger %I after insert on %s referencing new table as written
                    for each statement execute function require_home_of_papers()', papers || '_at_home', papers);
    execute format('create trigger %I after update on %s referencing new table as written
                    for each statement execute function require_home_of_papers()', papers || '_changed_at_home', papers);
    execute format('create trigger %I after delete on %s referencing old table as written
                    for each statement execute function require_home_of_papers()', papers || '_gone_at_home', papers);
end
$$;

select write_papers_at_home('contribution_layout');
