-- Books that move from another node become our own: who booked, what was written beside it, and who gave are told then,
-- once. Nothing else of them changes.
drop trigger transfer_append_only on transfer;
drop trigger contribution_append_only on contribution;

create trigger transfer_append_only
    before truncate on transfer
    for each statement execute function refuse_change();

create trigger contribution_append_only
    before truncate on contribution
    for each statement execute function refuse_change();

create function same_but(one jsonb, other jsonb, changing text[]) returns boolean language sql immutable as $$
    select one - changing = other - changing
$$;

create trigger transfer_becomes_our_own
    before update on transfer
    for each row when (not (
        coalesce(current_setting('vks.applying', true), '') = 'on' and old.kept_since is not null
        and new.kept_since is null
        and same_but(to_jsonb(old), to_jsonb(new), '{kept_since,actor,text,created_as}')))
    execute function refuse_change();

create trigger contribution_becomes_our_own
    before update on contribution
    for each row when (not (
        coalesce(current_setting('vks.applying', true), '') = 'on' and old.created_as = ''
        and same_but(to_jsonb(old), to_jsonb(new), '{donor_name,created_as}')))
    execute function refuse_change();
