-- What members are expected to give, and what is collected for an occasion. What was given stands with the
-- contributions, each of which may say what it counts towards; nothing here is a second record of money.
create table contribution_plan (
    plan_id          uuid        primary key,
    version          bigint      not null,
    owner_union_id   uuid        not null,
    -- Whose members, with everything below it in its union.
    unit_id          uuid        not null,
    fund_id          uuid        not null,
    name             text        not null check (name <> ''),
    due_on           date        not null,
    -- The same of everybody, or a share of the pay, which itself is not kept; else each as told.
    amount           bigint      check (amount between 1 and 1000000000000000),
    share_of         int         check (share_of > 0),
    share_per        int         check (share_per > 0),
    expected_members int         not null default 0 check (expected_members >= 0),
    expected_amount  bigint      not null default 0 check (expected_amount >= 0),
    list_changes     int         not null default 0,
    status           text        not null check (status in ('OPEN', 'CLOSED')),
    recorded_at      timestamptz not null,
    created_as       bytea       not null,
    constraint contribution_plan_has_one_rule check (
        (share_of is null) = (share_per is null) and (amount is null or share_of is null) and share_of <= share_per)
);

create index contribution_plan_by_unit on contribution_plan (unit_id, due_on desc, plan_id desc);

-- Of whom how much. Stays in this service.
create table contribution_plan_line (
    line_id   uuid   primary key,
    plan_id   uuid   not null references contribution_plan on delete cascade,
    member_id uuid   not null,
    expected  bigint not null check (expected between 1 and 1000000000000000),
    -- Why nothing is expected any more.
    excuse    text   check (excuse <> ''),
    constraint contribution_plan_line_once unique (plan_id, member_id)
);

create index contribution_plan_line_in_order on contribution_plan_line (plan_id, line_id);

create table drive (
    drive_id       uuid        primary key,
    version        bigint      not null,
    owner_union_id uuid        not null,
    unit_id        uuid        not null,
    fund_id        uuid        not null,
    name           text        not null check (name <> ''),
    legal_basis    text        check (legal_basis <> ''),
    goal           bigint      check (goal between 1 and 1000000000000000),
    opens_on       date        not null,
    -- The last day.
    closes_on      date        not null,
    -- What stands promised by donors, given or not.
    pledged        bigint      not null default 0 check (pledged >= 0),
    recorded_at    timestamptz not null,
    created_as     bytea       not null,
    constraint drive_ends_after_its_start check (closes_on >= opens_on)
);

create index drive_by_unit on drive (unit_id, opens_on desc, drive_id desc);

-- What somebody promises to give. Stays in this service.
create table pledge (
    pledge_id       uuid        primary key,
    drive_id        uuid        not null references drive on delete cascade,
    donor_kind      text        not null check (donor_kind in ('MEMBER', 'UNIT', 'OUTSIDE', 'ANONYMOUS')),
    donor_member_id uuid,
    donor_unit_id   uuid,
    donor_name      text        check (donor_name <> ''),
    amount          bigint      not null check (amount between 1 and 1000000000000000),
    pledged_on      date        not null,
    withdrawn       boolean     not null default false,
    constraint pledge_knows_its_donor check (
        (donor_kind = 'MEMBER') = (donor_member_id is not null)
        and (donor_kind = 'UNIT') = (donor_unit_id is not null)
        and (donor_kind = 'OUTSIDE') = (donor_name is not null))
);

create index pledge_in_order on pledge (drive_id, pledge_id);

alter table contribution
    add column plan_id   uuid,
    add column drive_id  uuid,
    add column pledge_id uuid,
    add constraint contribution_counts_once check (plan_id is null or drive_id is null),
    add constraint contribution_keeps_a_pledge_of_its_drive check (pledge_id is null or drive_id is not null);

-- Which pledge a contribution keeps stays at home, and is told with the books that become our own.
drop trigger contribution_becomes_our_own on contribution;

create trigger contribution_becomes_our_own
    before update on contribution
    for each row when (not (
        coalesce(current_setting('vks.applying', true), '') = 'on'
        and same_but(to_jsonb(old), to_jsonb(new), '{donor_name,pledge_id,created_as}')))
    execute function refuse_change();

alter table contribution_import
    add column plan_id  uuid,
    add column drive_id uuid;

create index contribution_by_plan on contribution (plan_id, donor_member_id) include (amount, transfer_id)
    where plan_id is not null;
create index contribution_by_drive on contribution (drive_id, pledge_id) include (amount, transfer_id)
    where drive_id is not null;

-- What counts: a contribution whose money was taken back does not.
create view standing_contribution as
    select contribution.* from contribution
    where not exists (select from transfer back where back.reverses = contribution.transfer_id);

-- A contribution counts towards what its own fund collects. Plans and drives never change their fund and go only with
-- all that is theirs, so a look is as good as the lock of a foreign key.
create function require_its_cause() returns trigger language plpgsql as $$
begin
    if new.plan_id is not null
        and not exists (select from contribution_plan where plan_id = new.plan_id and fund_id = new.fund_id)
        or new.drive_id is not null
        and not exists (select from drive where drive_id = new.drive_id and fund_id = new.fund_id) then
        raise exception 'a contribution towards nothing of its fund: contribution_has_its_cause'
            using errcode = 'check_violation', constraint = 'contribution_has_its_cause';
    end if;
    return null;
end
$$;

create constraint trigger contribution_has_its_cause
    after insert on contribution deferrable initially deferred
    for each row when (new.plan_id is not null or new.drive_id is not null) execute function require_its_cause();
