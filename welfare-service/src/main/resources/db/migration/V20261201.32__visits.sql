-- Goods that may be given beside the money of a support case: up to which value they were proposed, and approved.
alter table support_case
    add column proposed_goods bigint check (proposed_goods > 0),
    add column approved_goods bigint check (approved_goods > 0 and approved_goods <= proposed_goods);

-- Somebody goes to see whom a support case is for (thăm hỏi). Nothing of it leaves this service.
create table support_visit (
    visit_id    uuid        primary key,
    version     bigint      not null,
    case_id     uuid        not null references support_case on delete cascade,
    status      text        not null check (status in ('PLANNED', 'MADE', 'CANCELLED')),
    planned_on  date        not null,
    made_on     date,
    -- Who goes: members, and others by name.
    visitors    jsonb       not null,
    -- Gifts that were bought for it with the money of the case.
    bought      jsonb,
    -- Sealed.
    health_note bytea,
    planned_by  text        not null,
    made_by     text,
    recorded_at timestamptz not null,
    constraint support_visit_is_made_on_a_day check ((status = 'MADE') = (made_on is not null))
);

create index support_visit_by_case on support_visit (case_id, visit_id);
