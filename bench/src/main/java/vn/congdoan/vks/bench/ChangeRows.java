package vn.congdoan.vks.bench;

/// Changes of members as membership-service's transactions write them, in size and in shape.
final class ChangeRows {

    static final String TOPIC = "vks.membership.member";

    private static final String COLUMNS = """
            insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node,
                owner_union_id, audience, actor, assignment_id, request_id, recorded_at, effective_date, happened,
                schema_version, state, written_in)
            """;

    private static final String STATE = """
            jsonb_build_object('id', member.id, 'ownerUnionId', member.id, 'unitId', member.id, 'status', 'ACTIVE',
                'fullName', 'Nguyễn Thị Minh Khai', 'birthYear', 1985, 'gender', 'FEMALE', 'inParty', true, 'kinh', true,
                'education', 'BACHELOR', 'category', 'CIVIL_SERVANT', 'judicialTitle', 'PROCURATOR_PRIMARY',
                'joinedOn', '2010-05-01', 'placements',
                jsonb_build_array(jsonb_build_object('unitId', member.id, 'validFrom', '2010-05-01')))
            """;

    private static final String VALUES = """
            'STATE', 'member', member.id, member.id, 0, 'bench', member.union_id, array[member.union_id, member.id],
                'congdoan/bench', member.id, 'bench', clock_timestamp(), current_date, 'revised', 1,
            """ + STATE;

    private static final String UNION = "'019366a0-0000-7000-8000-0000000000be'::uuid as union_id";

    /// Takes how many. Each counts as a transaction of its own, though one writes them all.
    static final String MANY =
            COLUMNS + "select uuidv7(), " + VALUES + ", member.number::text::xid8 from (select uuidv7()"
                    + " as id, number, " + UNION + " from generate_series(1, ?) number) member";

    /// Takes the id of the change.
    static final String ONE = COLUMNS + "select ?, " + VALUES + ", pg_current_xact_id() from (select uuidv7() as id, "
            + UNION + ") member";

    private ChangeRows() {}
}
