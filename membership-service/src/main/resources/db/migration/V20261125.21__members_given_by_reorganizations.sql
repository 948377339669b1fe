-- A node that is given members by a reorganization says how many it has taken from each union, so that these may forget
-- what stays at home.
alter table reorganization_report add column taken jsonb not null default '[]';

-- When this node told the sender that it has what was in a letter.
alter table member_letter add column told_at timestamptz;

create index member_letter_untold on member_letter (cause_id) where opened_at is not null and told_at is null;
