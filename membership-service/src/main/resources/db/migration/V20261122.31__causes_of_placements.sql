-- What began and what ended each placement: who came and went is counted by it.
alter table placement
    add column began_as text,
    add column ended_as text;

update placement set
    began_as = case
        when exists (select from placement before
                     where before.member_id = placement.member_id and before.valid_to = placement.valid_from)
            then 'REORGANIZED'
        when member.joined_on = placement.valid_from then 'ADMITTED'
        else 'ENROLLED'
    end,
    ended_as = case
        when placement.valid_to is null then null
        when exists (select from placement next
                     where next.member_id = placement.member_id and next.valid_from = placement.valid_to)
            then 'REORGANIZED'
        else coalesce(member.end_reason, 'INELIGIBLE')
    end
from member where member.member_id = placement.member_id;

alter table placement
    alter column began_as set not null,
    add constraint placement_begins_somehow
        check (began_as in ('ENROLLED', 'ADMITTED', 'READMITTED', 'TRANSFERRED', 'REORGANIZED')),
    add constraint placement_ends_somehow
        check (ended_as in ('RESIGNED', 'RETIRED', 'EXPELLED', 'INELIGIBLE', 'UNIT_DISSOLVED', 'DECEASED',
                            'TRANSFERRED', 'REORGANIZED')),
    add constraint placement_ended_somehow check ((valid_to is null) = (ended_as is null));
