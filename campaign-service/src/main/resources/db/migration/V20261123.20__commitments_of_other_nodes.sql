-- What a member writes stays at its home node. Elsewhere the commitment is known without its words, and created_as is
-- empty, because nobody created it there.
alter table commitment
    alter column text drop not null,
    add constraint commitment_has_words check (
        text is not null or (member_id is not null and created_as = ''));
