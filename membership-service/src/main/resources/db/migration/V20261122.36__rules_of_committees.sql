-- Rules of committees as dated data with their source, judged by the first day of the term. They give warnings, not
-- errors: the numbers are those of the domain reference, the clauses are to be confirmed by the union.
create table committee_rule (
    rule       text not null check (rule in (
        'COMMITTEE_SIZE', 'INSPECTION_SIZE', 'STANDING_SHARE', 'ONLY_A_CHAIR', 'TERM_YEARS')),
    least      int  not null,
    most       int  not null,
    citation   text not null,
    valid_from date not null,
    valid_to   date,
    valid      daterange generated always as (daterange(valid_from, valid_to)) stored,
    constraint committee_rule_ends_after_start check (valid_to > valid_from),
    constraint committee_rule_one_a_day unique (rule, valid without overlaps)
);

-- STANDING_SHARE: at most one in so many; ONLY_A_CHAIR: in unions of so many members.
insert into committee_rule (rule, least, most, citation, valid_from) values
    ('COMMITTEE_SIZE', 3, 15, 'Điều lệ Công đoàn Việt Nam (Quyết định 174/QĐ-TLĐ ngày 03/02/2020)', '2020-02-03'),
    ('INSPECTION_SIZE', 3, 7, 'Điều lệ Công đoàn Việt Nam (Quyết định 174/QĐ-TLĐ ngày 03/02/2020)', '2020-02-03'),
    ('STANDING_SHARE', 3, 3, 'Điều lệ Công đoàn Việt Nam (Quyết định 174/QĐ-TLĐ ngày 03/02/2020)', '2020-02-03'),
    ('ONLY_A_CHAIR', 0, 9, 'Điều lệ Công đoàn Việt Nam (Quyết định 174/QĐ-TLĐ ngày 03/02/2020)', '2020-02-03'),
    ('TERM_YEARS', 5, 5, 'Điều lệ Công đoàn Việt Nam (Quyết định 174/QĐ-TLĐ ngày 03/02/2020)', '2020-02-03');
