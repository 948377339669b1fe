-- When the books of each fund were looked through last, and what was found. The rules above keep them in order; this finds
-- what got past them.
create table books_check (
    fund_id    uuid        primary key references fund on delete cascade,
    -- When somebody began to.
    begun_at   timestamptz not null,
    checked_at timestamptz,
    -- The first thing that is wrong; null where nothing is.
    finding    jsonb
);

create index books_check_by_age on books_check (begun_at);
create index books_check_with_finding on books_check (fund_id) where finding is not null;
