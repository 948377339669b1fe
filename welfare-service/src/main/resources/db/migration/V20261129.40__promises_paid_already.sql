-- After a restore a payment may come back before what it was promised by is known again: no such promise is made anew,
-- because its payment stands.
create function refuse_what_is_paid() returns trigger language plpgsql as $$
begin
    if exists (
        select from transfer
        where fulfils = new.promise_id
            and not exists (select from transfer back where back.reverses = transfer.transfer_id)
    ) then
        raise exception 'paid already: promise_is_paid_already'
            using errcode = 'restrict_violation', constraint = 'promise_is_paid_already';
    end if;
    return new;
end
$$;

create trigger promise_is_paid_already
    before insert on promise
    for each row when (coalesce(current_setting('vks.applying', true), '') <> 'on')
    execute function refuse_what_is_paid();
