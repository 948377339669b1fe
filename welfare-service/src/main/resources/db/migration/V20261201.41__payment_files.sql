-- Files by which a bank pays for one fund. They are working papers: what counts are the payments that are booked of them.
create table payment_file (
    file_id         uuid        primary key,
    version         bigint      not null,
    owner_union_id  uuid        not null,
    -- The unit that owns the fund.
    unit_id         uuid        not null,
    fund_id         uuid        not null,
    bank_code       text        not null check (bank_code <> ''),
    bank_name       text        check (bank_name <> ''),
    account_number  text        not null check (account_number <> ''),
    account_holder  text        not null check (account_holder <> ''),
    pay_on          date        not null,
    content         text        not null check (content ~ '^[A-Z0-9][A-Z0-9 ./-]*$'),
    voucher         text        not null check (voucher <> ''),
    status          text        not null check (status in ('DRAFT', 'APPROVED', 'EXPORTED', 'RECONCILED', 'CANCELLED')),
    lines           int         not null check (lines > 0),
    amount          bigint      not null check (amount > 0),
    without_account int         not null check (without_account >= 0),
    -- Of what was exported.
    digest          text,
    decision_number text,
    decision_date   date,
    decision_signer text,
    reason          text        check (reason <> ''),
    prepared_by     text        not null,
    approved_by     text,
    exported_by     text,
    recorded_at     timestamptz not null,
    approved_at     timestamptz,
    exported_at     timestamptz,
    ended_at        timestamptz,
    touched_at      timestamptz not null,
    created_as      bytea       not null,
    constraint payment_file_by_three_people check (
        approved_by <> prepared_by and exported_by <> prepared_by and exported_by <> approved_by)
);

create index payment_file_by_unit on payment_file (unit_id, pay_on desc, file_id desc);

-- What a file pays. What is due is named by its promise: it is in one open file at most.
create table payment_file_line (
    line_id        uuid   primary key,
    file_id        uuid   not null references payment_file on delete cascade,
    owner_union_id uuid   not null,
    -- Its place in the file, from 1.
    line           int    not null check (line > 0),
    kind           text   not null check (kind <> ''),
    -- The record by which it is due.
    cause_id       uuid   not null,
    promise_id     uuid   not null,
    -- Where a record has many.
    due_on         date,
    unit_id        uuid   not null,
    payee_id       uuid   not null,
    purpose        text   not null check (purpose <> ''),
    amount         bigint not null check (amount > 0),
    -- By which the bank's answer finds it.
    reference      text   not null check (reference ~ '^VK[0-9A-HJKMNP-TV-Z]{12}$'),
    state          text   not null check (state in ('OPEN', 'PAID', 'FAILED', 'RETURNED', 'FREED')),
    -- What the bank has said of it last.
    answer         text   check (answer in ('PAID', 'FAILED', 'RETURNED')),
    answered_on    date,
    bank_reference text   check (bank_reference <> ''),
    reason         text   check (reason <> ''),
    -- The payment is booked last in its transaction.
    transfer_id    uuid   references transfer deferrable initially deferred,
    -- Where it is paid to, as it was when the file was drawn up.
    sealed         bytea  not null,
    constraint payment_file_line_once unique (file_id, line),
    constraint payment_file_line_reference unique (reference),
    constraint payment_file_line_answer check ((answer is null) = (answered_on is null)),
    constraint payment_file_line_paid check ((state in ('PAID', 'RETURNED')) = (transfer_id is not null))
);

create unique index payment_file_line_in_one_open_file on payment_file_line (promise_id) where state = 'OPEN';
create index payment_file_line_to_settle on payment_file_line (file_id, line) where answer is not null;
create index payment_file_line_by_payment on payment_file_line (transfer_id) where transfer_id is not null;

-- Rows of the bank's last answer that settle nothing.
create table payment_file_unmatched (
    row_id         uuid primary key,
    file_id        uuid not null references payment_file on delete cascade,
    owner_union_id uuid not null,
    line           int  not null check (line > 0),
    rule           text not null check (rule <> ''),
    reference      text,
    day            date,
    amount         bigint,
    bank_reference text
);

create index payment_file_unmatched_of_file on payment_file_unmatched (file_id, line);

select write_papers_at_home('payment_file');
select write_papers_at_home('payment_file_line');
select write_papers_at_home('payment_file_unmatched');
