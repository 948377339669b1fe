-- What the service may do: see R__rights.sql. A table that is not named here is append-only.
select grant_rights(
    changing => array['campaign', 'campaign_target', 'commitment', 'participation', 'participation_target'],
    kept => '{}',
    acting => '{}');
