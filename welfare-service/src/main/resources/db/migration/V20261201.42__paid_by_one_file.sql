-- What is on its way to a bank is paid by its file and in no other way, and what is kept back for it stays so: whatever
-- feature pays, and whatever program runs. A file settles its line before it books the payment.
create function keep_out_of_payment_files() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('vks.applying', true), '') <> 'on' and exists (
        select from fresh join payment_file_line on promise_id = fresh.fulfils and payment_file_line.state = 'OPEN')
    then
        raise exception 'a payment file is on its way with it: not_while_in_a_payment_file'
            using errcode = 'restrict_violation', constraint = 'not_while_in_a_payment_file';
    end if;
    return null;
end
$$;

create trigger transfer_by_its_payment_file
    after insert on transfer referencing new table as fresh
    for each statement execute function keep_out_of_payment_files();

create function keep_promises_in_payment_files() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('vks.applying', true), '') <> 'on' and exists (
        select from fresh join payment_file_line using (promise_id)
        where fresh.state = 'VOIDED' and payment_file_line.state = 'OPEN')
    then
        raise exception 'a payment file is on its way with it: not_while_in_a_payment_file'
            using errcode = 'restrict_violation', constraint = 'not_while_in_a_payment_file';
    end if;
    return null;
end
$$;

create trigger promise_in_its_payment_file
    after update on promise referencing new table as fresh
    for each statement execute function keep_promises_in_payment_files();

-- Care is promised when its file is approved, and may not be left out even before that. A due day has the id of its
-- promise.
create function keep_care_in_payment_files() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('vks.applying', true), '') <> 'on' and exists (
        select from payment_file_line
        where payment_file_line.promise_id = new.payment_id and payment_file_line.state = 'OPEN')
    then
        raise exception 'a payment file is on its way with it: not_while_in_a_payment_file'
            using errcode = 'restrict_violation', constraint = 'not_while_in_a_payment_file';
    end if;
    return null;
end
$$;

create trigger care_left_out_in_its_payment_file
    after insert or update on care_payment
    for each row when (new.state = 'LEFT_OUT') execute function keep_care_in_payment_files();
