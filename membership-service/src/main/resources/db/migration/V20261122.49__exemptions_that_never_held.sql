-- An exemption that ends on its first day never held: it stays as a record, without a day.
alter table dues_exemption
    drop constraint dues_exemption_ends_after_start,
    add constraint dues_exemption_ends_after_start check (valid_to >= valid_from),
    drop constraint dues_exemption_one_a_day,
    add constraint dues_exemption_one_a_day exclude using gist (member_id with =, valid with &&);
