-- What a fund of a unit that has ended holds goes to a fund of its successor, whole. The fund that it leaves is closed for
-- good; what it did stays in its own books.
insert into chart_account (place, kind, code, passing, own)
select (select max(place) from chart_account) + row_number() over (), 'PASS_THROUGH', code, true, false
from (values ('MOVED_IN'), ('MOVED_OUT')) as told (code);

alter table chart_account
    drop constraint chart_account_kind_check,
    add constraint chart_account_kind_check check (kind in
        ('CASH', 'BANK', 'INCOME', 'EXPENSE', 'PASS_THROUGH', 'OPENING', 'MOVED'));

insert into chart_account (place, kind, code, passing, own)
select (select max(place) from chart_account) + row_number() over (), 'MOVED', code, true, true
from (values ('IN'), ('OUT')) as told (code);

-- The funds that are there get the new accounts.
with opened as (
    insert into account (fund_id, kind, code)
    select fund_id, chart_account.kind, chart_account.code
    from fund join chart_account on case when pass_through then passing else own end
    where chart_account.name in ('PASS_THROUGH/MOVED_IN', 'PASS_THROUGH/MOVED_OUT', 'MOVED/IN', 'MOVED/OUT')
        and exists (select from account where account.fund_id = fund.fund_id)
    order by fund_id, place
    returning account_id, fund_id, kind
)
insert into account_balance (account_id, fund_id, kind)
select account_id, fund_id, kind from opened;

alter table transfer
    drop constraint transfer_kind_check,
    add constraint transfer_kind_check check (kind in
        ('CONTRIBUTION', 'EXPENSE', 'INCOME', 'BANK_DEPOSIT', 'BANK_WITHDRAWAL', 'OPENING', 'PASS_ON', 'MOVE_OUT',
         'MOVE_IN')),
    drop constraint transfer_moves_as_its_kind,
    add constraint transfer_moves_as_its_kind check (case
        when kind in ('BANK_DEPOSIT', 'BANK_WITHDRAWAL') then money_in = money_out and money_out > 0
        when (kind in ('EXPENSE', 'PASS_ON', 'MOVE_OUT')) = (reverses is null) then money_in = 0 and money_out > 0
        else money_in > 0 and money_out = 0 end),
    add constraint transfer_moves_for_good check (kind not in ('MOVE_OUT', 'MOVE_IN') or reverses is null);

create or replace function fits_the_kind(kind text, purpose text, account text, amount bigint) returns boolean
    language sql immutable return case
        when kind = 'BANK_DEPOSIT' then account = case when amount > 0 then 'BANK' else 'CASH' end
        when kind = 'BANK_WITHDRAWAL' then account = case when amount > 0 then 'CASH' else 'BANK' end
        when kind = 'MOVE_OUT' then case when account in ('CASH', 'BANK') then amount < 0
            else account in ('PASS_THROUGH/MOVED_OUT', 'MOVED/OUT') end
        when kind = 'MOVE_IN' then case when account in ('CASH', 'BANK') then amount > 0
            else account in ('PASS_THROUGH/MOVED_IN', 'MOVED/IN') end
        when (kind in ('EXPENSE', 'PASS_ON')) = (amount < 0) then account in ('CASH', 'BANK')
        when kind = 'EXPENSE' then account = 'EXPENSE/' || purpose
        when kind = 'PASS_ON' then account = 'PASS_THROUGH/PASSED_ON'
        when kind = 'INCOME' then account in ('INCOME/ALLOCATION', 'INCOME/INTEREST', 'INCOME/OTHER')
        when kind = 'CONTRIBUTION' then account in (
            'INCOME/MEMBER', 'INCOME/UNIT', 'INCOME/OUTSIDE', 'INCOME/ANONYMOUS', 'PASS_THROUGH/MEMBER',
            'PASS_THROUGH/UNIT', 'PASS_THROUGH/OUTSIDE', 'PASS_THROUGH/ANONYMOUS')
        else account = 'OPENING' end;

alter table fund
    -- Where everything went that it held; null: it stands.
    add column moved_to uuid;

create table fund_move (
    move_id          uuid        primary key,
    version          bigint      not null,
    owner_union_id   uuid        not null,
    -- The unit that ended.
    unit_id          uuid        not null,
    from_fund_id     uuid        not null unique,
    to_unit_id       uuid        not null,
    to_fund_id       uuid        not null,
    moved_on         date        not null,
    decision_number  text        not null,
    decision_date    date        not null,
    decision_signer  text,
    -- What was there before and went: in cash, at the bank, and what of both is owed to whom it was collected for.
    cash             bigint      not null check (cash >= 0),
    bank             bigint      not null check (bank >= 0),
    owed             bigint      not null,
    -- What was there before at the other fund.
    to_cash_before   bigint      not null check (to_cash_before >= 0),
    to_bank_before   bigint      not null check (to_bank_before >= 0),
    to_owed_before   bigint      not null,
    -- Null where there was nothing.
    from_transfer_id uuid        unique,
    to_transfer_id   uuid        unique,
    recorded_at      timestamptz not null,
    created_as       bytea       not null,
    constraint fund_move_to_another_fund check (from_fund_id <> to_fund_id),
    constraint fund_move_is_booked check (
        (from_transfer_id is null) = (cash + bank = 0) and (to_transfer_id is null) = (cash + bank = 0)
        and (cash + bank > 0 or owed = 0))
);

create index fund_move_by_unit on fund_move (unit_id, moved_on desc, move_id desc);

create trigger fund_move_append_only
    before update on fund_move
    for each statement when (coalesce(current_setting('vks.applying', true), '') <> 'on')
    execute function refuse_change();

create trigger fund_move_stays
    before delete or truncate on fund_move
    for each statement when (coalesce(current_setting('vks.applying', true), '') <> 'on')
    execute function refuse_change();

-- Whoever moves waits for those who are booking in either fund, and those who come wait for it: it holds all balances of
-- both, in the order in which everybody holds them.
create function hold_funds(of_funds uuid[]) returns void language plpgsql as $$
begin
    perform from account_balance where account_balance.fund_id = any (of_funds)
    order by account_id for update of account_balance;
end
$$;

-- Runs after keep_the_books, when the balances are held and changed: into a fund that was moved away nothing is booked any
-- more, and what moves is what the record of it says, whole, to the đồng.
create function keep_moves() returns trigger language plpgsql as $$
declare
    late  boolean;
    moves boolean;
begin
    if coalesce(current_setting('vks.applying', true), '') = 'on' then
        return null;
    end if;
    select bool_or(moved_to is not null and transfer.kind <> 'MOVE_OUT'), bool_or(transfer.kind in ('MOVE_OUT', 'MOVE_IN'))
    into late, moves
    from transfer join fund using (fund_id) where transfer_id in (select transfer_id from fresh);
    if late then
        raise exception 'this fund was moved away: fund_is_moved'
            using errcode = 'restrict_violation', constraint = 'fund_is_moved';
    end if;
    if moves and exists (
        select from transfer join lateral (
            select coalesce(sum(balance) filter (where account_balance.kind = 'CASH'), 0) as cash,
                coalesce(sum(balance) filter (where account_balance.kind = 'BANK'), 0) as bank,
                -coalesce(sum(balance) filter (where account_balance.kind = 'PASS_THROUGH'), 0) as owed,
                count(*) filter (where balance <> 0 and account_balance.kind not in
                    ('CASH', 'BANK', 'PASS_THROUGH', 'INCOME', 'EXPENSE', 'OPENING', 'MOVED', 'INCOME_IN_KIND',
                     'EXPENSE_IN_KIND', 'PASS_THROUGH_IN_KIND')) as others
            from account_balance where account_balance.fund_id = transfer.fund_id
        ) held on true
        where transfer_id in (select transfer_id from fresh) and transfer.kind in ('MOVE_OUT', 'MOVE_IN')
            and not exists (
                select from fund_move
                where moved_on = transfer.value_date and cash + bank = transfer.money_in + transfer.money_out
                    and case when transfer.kind = 'MOVE_OUT'
                        then from_transfer_id = transfer.transfer_id and from_fund_id = transfer.fund_id
                            and (held.cash, held.bank, held.owed, held.others) = (0, 0, 0, 0)
                        else to_transfer_id = transfer.transfer_id and to_fund_id = transfer.fund_id
                            and (held.cash, held.bank, held.owed)
                                = (to_cash_before + cash, to_bank_before + bank, to_owed_before + owed) end)
    ) then
        raise exception 'not all of it, or more than that: move_is_whole'
            using errcode = 'check_violation', constraint = 'move_is_whole';
    end if;
    return null;
end
$$;

create trigger posting_moves_whole
    after insert on posting referencing new table as fresh
    for each statement execute function keep_moves();
