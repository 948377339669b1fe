-- The service works under a role that may add to the books and not change them (afterMigrate__rights.sql). What takes
-- books away or makes them our own, because a fund moves from node to node, is done by these functions, which act for the
-- owner of the tables: they do this and nothing else, and all rules of the tables hold for them.

-- Books of other nodes go with everything in them, and the fund with them.
create function forget_books(of_funds uuid[]) returns void language plpgsql as $$
begin
    delete from contribution where fund_id = any (of_funds);
    delete from goods_issue where fund_id = any (of_funds);
    with gone as (
        delete from posting using transfer
        where transfer.transfer_id = posting.transfer_id and transfer.fund_id = any (of_funds)
    )
    delete from transfer where fund_id = any (of_funds);
    delete from promise where fund_id = any (of_funds);
    delete from fund_promise where fund_id = any (of_funds);
    delete from account_balance where fund_id = any (of_funds);
    delete from account where fund_id = any (of_funds);
    delete from fund where fund_id = any (of_funds);
end
$$;

create function forget_transfers(ids uuid[]) returns void language plpgsql as $$
begin
    with gone as (delete from posting where transfer_id = any (ids))
    delete from transfer where transfer_id = any (ids);
end
$$;

create function forget_contributions(ids uuid[]) returns void language sql as $$
    delete from contribution where contribution_id = any (ids)
$$;

create function forget_goods_issues(ids uuid[]) returns void language sql as $$
    delete from goods_issue where issue_id = any (ids)
$$;

create function forget_fund_moves(ids uuid[]) returns void language sql as $$
    delete from fund_move where move_id = any (ids)
$$;

create function forget_closing_statements(ids uuid[]) returns void language sql as $$
    delete from closing_statement where statement_id = any (ids)
$$;

create function forget_periods(ids uuid[]) returns void language sql as $$
    delete from period where period_id = any (ids)
$$;

-- Where one was closed here, it stays, whatever is said.
create trigger period_of_our_own_stays
    before delete on period
    for each row when (old.created_as <> '') execute function refuse_change();

-- What stays at home of records comes with their union, once: what has become our own stays as it is. The records
-- themselves were told of before.
create function require_told_of(ids uuid[], known uuid[]) returns void language plpgsql as $$
declare
    unknown uuid[] := array(select unnest(ids) except select unnest(known));
begin
    if unknown <> '{}' then
        raise exception 'nobody told of %', unknown using errcode = 'foreign_key_violation';
    end if;
end
$$;

create function bring_funds(told jsonb) returns void language plpgsql as $$
declare
    ids uuid[] := array(select fund_id from jsonb_populate_recordset(null::fund, told));
begin
    perform require_told_of(ids, array(select fund_id from fund where fund_id = any (ids)));
    update fund set created_as = brought.created_as, recorded_at = brought.recorded_at
    from jsonb_populate_recordset(null::fund, told) brought
    where fund.fund_id = brought.fund_id and fund.created_as = '';
end
$$;

create function bring_transfers(told jsonb) returns void language plpgsql as $$
declare
    ids uuid[] := array(select transfer_id from jsonb_populate_recordset(null::transfer, told));
begin
    perform require_told_of(ids, array(select transfer_id from transfer where transfer_id = any (ids)));
    update transfer set kept_since = null, actor = brought.actor, text = brought.text, created_as = brought.created_as,
        fulfils = brought.fulfils
    from jsonb_populate_recordset(null::transfer, told) brought
    where transfer.transfer_id = brought.transfer_id and transfer.kept_since is not null;
end
$$;

create function bring_contributions(told jsonb) returns void language plpgsql as $$
declare
    ids uuid[] := array(select contribution_id from jsonb_populate_recordset(null::contribution, told));
begin
    perform require_told_of(ids, array(select contribution_id from contribution where contribution_id = any (ids)));
    update contribution set donor_name = brought.donor_name, pledge_id = brought.pledge_id, created_as = brought.created_as
    from jsonb_populate_recordset(null::contribution, told) brought
    where contribution.contribution_id = brought.contribution_id and contribution.created_as = '';
end
$$;

create function bring_periods(told jsonb) returns void language plpgsql as $$
declare
    ids uuid[] := array(select period_id from jsonb_populate_recordset(null::period, told));
begin
    perform require_told_of(ids, array(select period_id from period where period_id = any (ids)));
    update period set reason = brought.reason, created_as = brought.created_as
    from jsonb_populate_recordset(null::period, told) brought
    where period.period_id = brought.period_id and period.created_as = '';
end
$$;

create function bring_goods_issues(told jsonb) returns void language plpgsql as $$
declare
    ids uuid[] := array(select issue_id from jsonb_populate_recordset(null::goods_issue, told));
begin
    perform require_told_of(ids, array(select issue_id from goods_issue where issue_id = any (ids)));
    update goods_issue set case_id = brought.case_id, visit_id = brought.visit_id, programme_id = brought.programme_id,
        text = brought.text, received_by = brought.received_by, issued_by = brought.issued_by,
        created_as = brought.created_as
    from jsonb_populate_recordset(null::goods_issue, told) brought
    where goods_issue.issue_id = brought.issue_id and goods_issue.created_as = '';
end
$$;

create function bring_fund_moves(told jsonb) returns void language plpgsql as $$
declare
    ids uuid[] := array(select move_id from jsonb_populate_recordset(null::fund_move, told));
begin
    perform require_told_of(ids, array(select move_id from fund_move where move_id = any (ids)));
    update fund_move set created_as = brought.created_as
    from jsonb_populate_recordset(null::fund_move, told) brought
    where fund_move.move_id = brought.move_id and fund_move.created_as = '';
end
$$;

create function bring_closing_statements(told jsonb) returns void language plpgsql as $$
declare
    ids uuid[] := array(select statement_id from jsonb_populate_recordset(null::closing_statement, told));
begin
    perform require_told_of(ids, array(select statement_id from closing_statement where statement_id = any (ids)));
    update closing_statement set created_as = brought.created_as
    from jsonb_populate_recordset(null::closing_statement, told) brought
    where closing_statement.statement_id = brought.statement_id and closing_statement.created_as = '';
end
$$;

create function bring_receipts(told jsonb) returns void language sql as $$
    insert into receipt (contribution_id, fund_id, year, epoch, number)
    select contribution_id, fund_id, year, epoch, number from jsonb_populate_recordset(null::receipt, told)
    on conflict (contribution_id) do nothing
$$;

-- Whether the books of a fund are kept here, and nothing of them comes from elsewhere: not while this node recovers, which
-- takes back its own.
create function kept_here(of_fund uuid) returns boolean language sql stable begin atomic
    select exists (
        select from fund
        where fund_id = of_fund and created_as <> '' and coalesce(written_here(owner_union_id), false)
            and not coalesce((select recovering from this_node), false));
end;

create function bring_promises(told jsonb) returns void language plpgsql as $$
begin
    if exists (select from jsonb_populate_recordset(null::promise, told) brought where kept_here(brought.fund_id)) then
        raise exception 'promises of our own: promise_is_kept'
            using errcode = 'restrict_violation', constraint = 'promise_is_kept';
    end if;
    insert into promise (promise_id, fund_id, purpose, amount, state)
    select promise_id, fund_id, purpose, amount, state from jsonb_populate_recordset(null::promise, told)
    on conflict (promise_id) do update set state = excluded.state;
end
$$;

-- Gives back what was kept for payments that will not come. Returns how many of them were pending.
create function end_promises(ids uuid[]) returns int language plpgsql as $$
declare
    ended int;
begin
    update promise set state = 'VOIDED' where promise_id = any (ids) and state = 'PENDING';
    get diagnostics ended = row_count;
    return ended;
end
$$;

-- As before, and of other nodes' periods as well: they change by being opened again, and what is not told of them is
-- brought once.
create or replace function keep_periods() returns trigger language plpgsql as $$
declare
    applying constant boolean := coalesce(current_setting('vks.applying', true), '') = 'on';
begin
    if (new.period_id, new.owner_union_id, new.unit_id, new.first_day, new.last_day, new.closed_at)
            is distinct from (old.period_id, old.owner_union_id, old.unit_id, old.first_day, old.last_day, old.closed_at)
        or new.created_as <> old.created_as and not (applying and old.created_as = '')
        or not ((old.state, new.state) = ('CLOSED', 'REOPENED')
            or applying and (old.state, old.reopened_at, old.decision_number, old.decision_date, old.decision_signer)
                is not distinct from
                (new.state, new.reopened_at, new.decision_number, new.decision_date, new.decision_signer))
    then
        raise exception 'a period changes by being opened again: period_stays'
            using errcode = 'restrict_violation', constraint = 'period_stays';
    end if;
    return new;
end
$$;

create or replace trigger period_stays
    before update on period
    for each row execute function keep_periods();
