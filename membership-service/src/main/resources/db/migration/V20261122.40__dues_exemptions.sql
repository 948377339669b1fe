-- Miễn đóng đoàn phí: who need not pay dues, from when until when. No two of a member share a day.
create table dues_exemption (
    dues_exemption_id uuid primary key,
    version           bigint      not null,
    member_id         uuid        not null references member,
    owner_union_id    uuid        not null references unit,
    valid_from        date        not null,
    valid_to          date,
    valid             daterange generated always as (daterange(valid_from, valid_to)) stored,
    reason            text        not null
        check (reason in ('SOCIAL_INSURANCE_BENEFIT', 'UNPAID_LEAVE', 'NO_INCOME', 'OTHER')),
    decision_number   text        not null,
    decision_date     date        not null,
    decision_signer   text,
    created_as        bytea       not null,
    recorded_at       timestamptz not null,
    constraint dues_exemption_ends_after_start check (valid_to > valid_from),
    constraint dues_exemption_one_a_day unique (member_id, valid without overlaps)
);
