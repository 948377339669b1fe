-- The receipts of contributions to our own funds: numbered without a gap within a fund and a year, in the order of the
-- chain, after commit. So nobody who records a contribution waits for a number.
create table receipt (
    contribution_id uuid   primary key references contribution on delete cascade,
    fund_id         uuid   not null,
    -- In which it was recorded, in Vietnam.
    year            int    not null,
    -- Since which restore of this database: which numbers were given out after the backup nobody knows any more, so they
    -- begin anew in a series of their own.
    epoch           int    not null,
    number          bigint not null check (number > 0),
    constraint receipt_number_once unique (fund_id, year, epoch, number)
);

create trigger receipt_append_only
    before update or truncate on receipt
    for each statement execute function refuse_change();

-- Receipts go with the contributions of a fund that moves, and never alone.
create trigger receipt_stays
    before delete on receipt
    for each statement when (pg_trigger_depth() = 0
        and coalesce(current_setting('vks.applying', true), '') <> 'on') execute function refuse_change();

-- What a unit was called on a day, or what it is called that day nearest to it on which it was called anything.
create function name_on(of_unit uuid, day date) returns text language sql stable as $$
    select name from directory_unit_version where unit_id = of_unit
    order by valid @> day desc, abs(valid_from - day) limit 1
$$;

-- Gives the next numbers to those of some transfers that are contributions to funds whose books are kept here. One at a
-- time: whoever holds the place of the chain.
create function number_receipts(of_transfers uuid[]) returns void language sql as $$
    insert into receipt (contribution_id, fund_id, year, epoch, number)
    select contribution_id, given.fund_id, given.year, now.epoch,
        coalesce(last.number, 0) + row_number() over (partition by given.fund_id, given.year order by place)
    from (
        select contribution_id, contribution.fund_id, proof_link.number as place,
            extract(year from recorded_at at time zone 'Asia/Ho_Chi_Minh')::int as year
        from proof_link join contribution using (transfer_id)
        where proof_link.transfer_id = any (of_transfers) and written_here(owner_union_id)
            and not exists (select from home where home.union_id = owner_union_id and moving_to is not null)
            and not exists (select from receipt where receipt.contribution_id = contribution.contribution_id)
    ) given
    cross join (select max(epoch) as epoch from change_epoch) now
    left join lateral (
        select number from receipt
        where receipt.fund_id = given.fund_id and receipt.year = given.year and receipt.epoch = now.epoch
        order by number desc limit 1
    ) last on true
    on conflict (contribution_id) do nothing
$$;

select number_receipts(array(select transfer_id from proof_link));
