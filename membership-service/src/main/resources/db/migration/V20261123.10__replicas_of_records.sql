-- Records of other nodes are kept here as their homes publish them: without what stays at home. What a table demanded
-- of every row it demands of those that are written down here, by the code; of the others as much as is published.
alter table dues_exemption
    alter column reason drop not null,
    alter column decision_number drop not null,
    alter column decision_date drop not null,
    add constraint dues_exemption_told_whole_or_by_its_days
        check (num_nulls(reason, decision_number, decision_date) in (0, 3));

-- Why the receiver refused may tell of the person.
alter table transfer
    drop constraint transfer_refused_for_a_reason,
    add constraint transfer_refused_for_a_reason check (reason is null or status = 'REFUSED');

-- Who ordered it, and so who has it done, is known at home only.
alter table reorganization drop constraint reorganization_scheduled_by_somebody;

-- What was published before these two were told of does not tell them.
alter table committee
    drop constraint committee_recognized_by_one,
    add constraint committee_recognized_by_one
        check (num_nonnulls(external_body_id, superior_unit_id) <= (status = 'RECOGNIZED')::int);

alter table assignment
    drop constraint assignment_elected_to_a_seat,
    add constraint assignment_elected_to_a_seat check (seat_id is null or source = 'ELECTION');

-- Many records are written by one statement, in any order: whether they contradict each other is judged at its end.
alter table external_body
    drop constraint external_body_once,
    add constraint external_body_once unique (kind, name, valid without overlaps) deferrable;

alter table local_superior
    drop constraint local_superior_one_a_day,
    add constraint local_superior_one_a_day unique (union_id, valid without overlaps) deferrable;

alter table dues_exemption
    drop constraint dues_exemption_one_a_day,
    add constraint dues_exemption_one_a_day exclude using gist (member_id with =, valid with &&) deferrable;

alter table account_link
    drop constraint account_link_once,
    add constraint account_link_once unique (issuer, subject) deferrable;

alter table assignment
    drop constraint assignment_once,
    add constraint assignment_once exclude using gist
        (issuer with =, subject with =, role with =, unit_id with =, ((source = 'ELECTION')::int) with =, valid with &&)
        deferrable;

alter table committee
    drop constraint committee_one_a_day,
    add constraint committee_one_a_day exclude using gist (unit_id with =, kind with =, valid with &&)
        where (status = 'RECOGNIZED') deferrable;

alter table seat
    drop constraint seat_one_of_a_member,
    add constraint seat_one_of_a_member
        exclude using gist (committee_id with =, member_id with =, office with =, valid with &&) where (recognized)
        deferrable,
    drop constraint seat_one_head,
    add constraint seat_one_head exclude using gist (committee_id with =, valid with &&)
        where (recognized and position in ('CHAIR', 'GROUP_LEADER', 'INSPECTION_HEAD', 'WOMENS_BOARD_HEAD')) deferrable;
