-- On the days of a union nobody else has its code, wherever: people find a union by it. Sections and groups of
-- different unions may share one. So a union claims its code in all unions, a section or group inside its own only, and
-- claims of one code must not meet.
create type uuidrange as range (subtype = uuid);

alter table unit_version
    add column claim uuidrange not null generated always as (
        case when kind in ('CENTRAL_UNION', 'PROVINCIAL_UNION') then uuidrange(null, null)
             else uuidrange(union_id, union_id, '[]') end) stored,
    drop constraint unit_version_code_once_in_union,
    drop constraint unit_version_union_code_once,
    add constraint unit_version_code_once exclude using gist (code with =, claim with &&, valid with &&);
