-- As before; and what holds for a whole union or year is looked at once, however many receipts there are.
create or replace function number_receipts(of_transfers uuid[]) returns void language sql as $$
    with given as materialized (
        select contribution_id, contribution.fund_id, owner_union_id, proof_link.number as place,
            extract(year from recorded_at at time zone 'Asia/Ho_Chi_Minh')::int as year
        from proof_link join contribution using (transfer_id)
        where proof_link.transfer_id = any (of_transfers)
            and not exists (select from receipt where receipt.contribution_id = contribution.contribution_id)
    ), writing as (
        select owner_union_id from (select distinct owner_union_id from given) of_unions
        where written_here(owner_union_id)
            and not exists (select from home where home.union_id = owner_union_id and moving_to is not null)
    ), now as (
        select max(epoch) as epoch from change_epoch
    ), last as (
        select fund_id, year, (
            select number from receipt
            where receipt.fund_id = years.fund_id and receipt.year = years.year and receipt.epoch = now.epoch
            order by number desc limit 1) as number
        from (select distinct fund_id, year from given) years cross join now
    )
    insert into receipt (contribution_id, fund_id, year, epoch, number)
    select contribution_id, fund_id, year, now.epoch,
        coalesce(last.number, 0) + row_number() over (partition by fund_id, year order by place)
    from given join writing using (owner_union_id) join last using (fund_id, year) cross join now
    on conflict (contribution_id) do nothing
$$;
