-- Which column of a bank's statement, or of somebody's workbook, holds what: told once, by the unit that imports.
create table contribution_layout (
    layout_id          uuid        primary key,
    version            bigint      not null,
    owner_union_id     uuid        not null,
    unit_id            uuid        not null,
    name               text        not null check (name <> ''),
    -- Without regard to capitals and to where a tone is written.
    name_key           text        not null,
    date_column        text        not null,
    amount_column      text        not null,
    reference_column   text,
    description_column text,
    member_column      text,
    donor_column       text,
    note_column        text,
    date_pattern       text        not null,
    group_separator    text,
    decimal_separator  text,
    delimiter          text,
    header_row         int         check (header_row > 0),
    sheet              text,
    created_as         bytea       not null,
    recorded_at        timestamptz not null,
    constraint contribution_layout_name_once unique (unit_id, name_key),
    constraint contribution_layout_separators_differ check (group_separator <> decimal_separator)
);
