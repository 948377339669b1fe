-- Who gave what to which fund. The money stands in the ledger: a contribution names its transfer.
create table contribution (
    contribution_id uuid        primary key,
    version         bigint      not null,
    owner_union_id  uuid        not null,
    -- The unit that owns the fund.
    unit_id         uuid        not null,
    fund_id         uuid        not null,
    given_on        date        not null,
    transfer_id     uuid        not null unique,
    amount          bigint      not null check (amount between 1 and 1000000000000000),
    method          text        not null check (method in ('CASH', 'BANK')),
    donor_kind      text        not null check (donor_kind in ('MEMBER', 'UNIT', 'OUTSIDE', 'ANONYMOUS')),
    donor_member_id uuid,
    donor_unit_id   uuid,
    donor_name      text        check (donor_name <> ''),
    created_as      bytea       not null,
    recorded_at     timestamptz not null,
    constraint contribution_knows_its_donor check (
        (donor_kind = 'MEMBER') = (donor_member_id is not null)
        and (donor_kind = 'UNIT') = (donor_unit_id is not null)
        and (donor_kind = 'OUTSIDE') = (donor_name is not null)),
    -- The transfer is of the same fund and day. It is booked last in the transaction, because it locks what all
    -- contributions to a fund have in common; so this is looked at in the end.
    foreign key (fund_id, given_on, transfer_id) references transfer (fund_id, value_date, transfer_id)
        deferrable initially deferred
);

create index contribution_by_fund on contribution (fund_id, given_on desc, contribution_id desc);
create index contribution_by_unit on contribution (unit_id, given_on desc, contribution_id desc);
create index contribution_by_member on contribution (donor_member_id, given_on desc, contribution_id desc)
    where donor_member_id is not null;
