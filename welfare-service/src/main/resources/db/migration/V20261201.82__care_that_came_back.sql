-- What became of due days, as the books say: after a restore what took a payment back may have come back when the due day
-- still says that it was paid.
create view care_day_settled as
    select commitment_id, due_on, reason,
        case when came_back then 'DUE' else state end as state,
        case when not came_back then transfer_id end as transfer_id,
        case when not came_back then paid_on end as paid_on,
        case when not came_back then method end as method,
        case when not came_back then voucher end as voucher,
        case when not came_back then received_by end as received_by
    from care_payment cross join lateral (
        select exists (select from transfer back where back.reverses = care_payment.transfer_id) as came_back
    ) books;
