-- Goods that a fund gives out: for one of its purposes, on to whoever they were collected for, or written off. What is left of
-- goods follows from what was given and what was given out of it, each on its day; it is kept nowhere.
create table goods_issue (
    issue_id        uuid        primary key,
    version         bigint      not null,
    owner_union_id  uuid        not null,
    -- The unit that owns the fund.
    unit_id         uuid        not null,
    fund_id         uuid        not null,
    kind            text        not null check (kind in ('SUPPORT', 'PASS_ON', 'WRITE_OFF')),
    purpose         text,
    issued_on       date        not null,
    value           bigint      not null check (value between 1 and 1000000000000000),
    transfer_id     uuid        not null unique,
    decision_number text,
    decision_date   date,
    decision_signer text,
    items           jsonb       not null,
    recorded_at     timestamptz not null,
    -- From here on what stays in this service.
    case_id         uuid,
    visit_id        uuid,
    programme_id    uuid,
    text            text        check (text <> ''),
    received_by     text        check (received_by <> ''),
    issued_by       text,
    created_as      bytea       not null,
    constraint goods_issue_has_what_belongs_to_its_kind check (
        (kind = 'SUPPORT') = (purpose is not null) and (kind = 'WRITE_OFF') = (decision_number is not null)
        and (kind = 'SUPPORT' or case_id is null and programme_id is null)
        and (visit_id is null or case_id is not null))
);

create index goods_issue_by_fund on goods_issue (fund_id, issued_on desc, issue_id desc);
create index goods_issue_by_case on goods_issue (case_id) where case_id is not null;
create index goods_issue_by_visit on goods_issue (visit_id) where visit_id is not null;
create index goods_issue_by_programme on goods_issue (programme_id) where programme_id is not null;

-- The items of it, row by row.
create table goods_issue_item (
    issue_id uuid           not null references goods_issue on delete cascade,
    line     int            not null check (line > 0),
    goods_id uuid           not null,
    quantity numeric(12, 3) not null check (quantity > 0),
    value    bigint         not null check (value >= 0),
    primary key (issue_id, line),
    unique (goods_id, issue_id)
);

create function list_issued_goods() returns trigger language plpgsql as $$
begin
    insert into goods_issue_item (issue_id, line, goods_id, quantity, value)
    select new.issue_id, item.line, item."goodsId", item.quantity, item.value
    from rows from (jsonb_to_recordset(new.items) as ("goodsId" uuid, quantity numeric, value bigint))
        with ordinality as item("goodsId", quantity, value, line)
    on conflict (issue_id, line) do nothing;
    if new.value is distinct from (select sum(value) from goods_issue_item where issue_id = new.issue_id) then
        raise exception 'goods of another value: goods_issue_is_worth_its_goods'
            using errcode = 'check_violation', constraint = 'goods_issue_is_worth_its_goods';
    end if;
    return null;
end
$$;

create trigger goods_issue_lists_its_goods
    after insert on goods_issue
    for each row execute function list_issued_goods();

create trigger goods_issue_item_follows_issues
    before insert or update or delete on goods_issue_item
    for each statement when (pg_trigger_depth() = 0) execute function refuse_change();

create trigger goods_issue_item_append_only
    before truncate on goods_issue_item
    for each statement execute function refuse_change();

-- It is booked last in its transaction; that it is the same value is proven when it is booked.
create function require_its_goods_transfer() returns trigger language plpgsql as $$
begin
    if not exists (
        select from transfer
        where transfer_id = new.transfer_id and reverses is null and fund_id = new.fund_id
            and kind in ('EXPENSE_IN_KIND', 'PASS_ON_IN_KIND', 'WRITE_OFF_IN_KIND'))
    then
        raise exception 'goods that are not booked: goods_issue_has_its_transfer'
            using errcode = 'check_violation', constraint = 'goods_issue_has_its_transfer';
    end if;
    return null;
end
$$;

create constraint trigger goods_issue_has_its_transfer
    after insert on goods_issue deferrable initially deferred
    for each row when (current_setting('vks.applying', true) is distinct from 'on')
    execute function require_its_goods_transfer();

-- As with contributions: nothing changes but what is told when books become our own, nothing goes but other nodes'.
create trigger goods_issue_append_only
    before truncate on goods_issue
    for each statement execute function refuse_change();

create trigger goods_issue_becomes_our_own
    before update on goods_issue
    for each row when (not (
        coalesce(current_setting('vks.applying', true), '') = 'on'
        and same_but(to_jsonb(old), to_jsonb(new), '{case_id,visit_id,programme_id,text,received_by,issued_by,created_as}')))
    execute function refuse_change();

create trigger goods_issue_stays
    before delete on goods_issue
    for each statement when (current_setting('vks.applying', true) is distinct from 'on')
    execute function refuse_change();

create trigger goods_issue_of_our_own_stays
    before delete on goods_issue
    for each row when (old.created_as <> '') execute function refuse_change();

-- Whatever came, went and came back of goods, on its day.
create view goods_moved as
    select goods_id, contribution.fund_id, given_on as day, quantity, goods_item.value
    from goods_item join contribution using (contribution_id)
    union all
    select goods_id, contribution.fund_id, back.value_date, -quantity, -goods_item.value
    from goods_item join contribution using (contribution_id) join transfer back on back.reverses = contribution.transfer_id
    union all
    select goods_id, goods_issue.fund_id, issued_on, -quantity, -item.value
    from goods_issue_item item join goods_issue using (issue_id)
    union all
    select goods_id, goods_issue.fund_id, back.value_date, quantity, item.value
    from goods_issue_item item join goods_issue using (issue_id) join transfer back on back.reverses = goods_issue.transfer_id;

-- Whether a transfer that takes goods out of a fund is what was given out.
create function gives_out(of_transfer uuid) returns boolean language sql stable begin atomic
    select exists (
        select from transfer join goods_issue using (transfer_id)
        where transfer.transfer_id = of_transfer and goods_issue.fund_id = transfer.fund_id
            and goods_issue.issued_on = transfer.value_date and goods_issue.purpose is not distinct from transfer.purpose
            and transfer.kind = case goods_issue.kind
                when 'SUPPORT' then 'EXPENSE_IN_KIND' when 'PASS_ON' then 'PASS_ON_IN_KIND' else 'WRITE_OFF_IN_KIND' end
            and goods_issue.value = (
                select sum(posting.amount) from posting where posting.transfer_id = of_transfer and posting.amount > 0));
end;

-- Whether less than nothing would be left, on any day, of the goods that some transfers took.
create function goods_come_short(of_transfers uuid[]) returns boolean language sql stable begin atomic
    select exists (
        select from (
            select sum(sum(quantity)) over goods_so_far as quantity, sum(sum(value)) over goods_so_far as value
            from goods_moved
            where (fund_id, goods_id) in (
                select fund_id, goods_id from goods_issue join goods_issue_item using (issue_id)
                where transfer_id = any (of_transfers)
                union
                select goods_item.fund_id, goods_id from transfer back join contribution on contribution.transfer_id = back.reverses
                    join goods_item using (contribution_id)
                where back.transfer_id = any (of_transfers))
            group by fund_id, goods_id, day
            window goods_so_far as (partition by fund_id, goods_id order by day)
        ) left_of_it
        where quantity < 0 or value < 0);
end;
