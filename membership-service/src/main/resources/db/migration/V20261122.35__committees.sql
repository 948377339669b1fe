-- The elected bodies of a unit for a term. A draft gives nothing; what a superior recognised cannot be changed, only ended.
create table committee (
    committee_id        uuid primary key,
    version             bigint      not null,
    unit_id             uuid        not null references unit,
    owner_union_id      uuid        not null references unit,
    kind                text        not null check (kind in ('COMMITTEE', 'INSPECTION_COMMITTEE', 'WOMENS_BOARD')),
    status              text        not null check (status in ('DRAFT', 'RECOGNIZED', 'CANCELLED')),
    term                text        not null,
    valid_from          date        not null,
    valid_to            date        not null,
    ended_on            date,
    valid               daterange generated always as (daterange(valid_from, coalesce(ended_on, valid_to))) stored,
    decision_number     text,
    decision_date       date,
    decision_signer     text,
    external_body_id    uuid references external_body,
    superior_unit_id    uuid references unit,
    end_decision_number text,
    end_decision_date   date,
    end_decision_signer text,
    created_as          bytea       not null,
    recorded_at         timestamptz not null,
    changed_at          timestamptz not null,
    constraint committee_ends_after_start check (valid_to > valid_from),
    constraint committee_ends_within_its_term check (ended_on between valid_from and valid_to),
    constraint committee_only_a_recognized_one_ends check (ended_on is null or status = 'RECOGNIZED'),
    constraint committee_recognized_by_a_decision check ((status = 'RECOGNIZED') = (decision_number is not null)),
    constraint committee_recognized_by_one
        check (num_nonnulls(external_body_id, superior_unit_id) = (status = 'RECOGNIZED')::int),
    constraint committee_one_a_day exclude using gist (unit_id with =, kind with =, valid with &&)
        where (status = 'RECOGNIZED')
);

create index committee_by_unit on committee (unit_id, committee_id);
create index committee_by_end on committee (upper(valid)) where status = 'RECOGNIZED';

-- Who holds which position in it, from one day until another. Those of a draft stand beside each other as they were
-- proposed; once recognised, there is one head a day, and a member holds one place and one office at a time.
create table seat (
    seat_id             uuid primary key,
    committee_id        uuid    not null references committee,
    member_id           uuid    not null references member,
    position            text    not null check (position in (
        'CHAIR', 'VICE_CHAIR', 'STANDING_MEMBER', 'COMMITTEE_MEMBER', 'GROUP_LEADER', 'GROUP_DEPUTY', 'ACCOUNTANT',
        'CASHIER', 'INSPECTION_HEAD', 'INSPECTION_MEMBER', 'WOMENS_BOARD_HEAD', 'WOMENS_BOARD_MEMBER')),
    recognized          boolean not null,
    valid_from          date    not null,
    valid_to            date    not null,
    valid               daterange generated always as (daterange(valid_from, valid_to)) stored,
    office              int generated always as (case when position in ('ACCOUNTANT', 'CASHIER') then 1 else 0 end) stored,
    decision_number     text,
    decision_date       date,
    decision_signer     text,
    end_decision_number text,
    end_decision_date   date,
    end_decision_signer text,
    constraint seat_ends_after_start check (valid_to >= valid_from),
    constraint seat_one_of_a_member
        exclude using gist (committee_id with =, member_id with =, office with =, valid with &&) where (recognized),
    constraint seat_one_head exclude using gist (committee_id with =, valid with &&)
        where (recognized and position in ('CHAIR', 'GROUP_LEADER', 'INSPECTION_HEAD', 'WOMENS_BOARD_HEAD'))
);

create index seat_by_committee on seat (committee_id);
create index seat_by_member on seat (member_id);

-- What a seat gives stands beside what was granted: neither hinders nor ends the other.
alter table assignment
    add column seat_id uuid references seat,
    drop constraint assignment_once,
    add constraint assignment_once exclude using gist
        (issuer with =, subject with =, role with =, unit_id with =, ((source = 'ELECTION')::int) with =, valid with &&),
    add constraint assignment_elected_to_a_seat check ((source = 'ELECTION') = (seat_id is not null));

create index assignment_by_seat on assignment (seat_id) where seat_id is not null;
