package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Held;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.TakenState;
import vn.congdoan.vks.platform.sync.Upsert;

/// Keeps members that other nodes keep: as far as they are published. Nothing sensitive comes with it, and what
/// is here goes when the person's data is destroyed at home.
@ApplicationScoped
class MemberReplica implements Replica {

    /// Numbers are known to be free only at home: here a record that comes to take them, by its union or its
    /// status, has none.
    private static final String TAKING_NUMBERS = """
            update member set member_number = null, card_number = null, citizen_id_hash = null
            from %s
            where member.member_id = taken.id
            and num_nonnulls(member_number, card_number, citizen_id_hash) > 0
            and (owner_union_id <> (state->>'ownerUnionId')::uuid
                 or status not in ('APPLIED', 'ACTIVE')
                    and (state->>'status' in ('APPLIED', 'ACTIVE')
                         or state->>'endReason' = 'DECEASED' and end_reason is distinct from 'DECEASED'))
            """.formatted(TAKEN);

    private static final String UPSERT = Upsert.into("member", "member_id")
            .join("join unnest(?, ?, ?, ?) as name (whose, given, rest, searchable) on name.whose = taken.id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .text("status", "status")
            .text("end_reason", "endReason")
            .text("full_name", "fullName")
            .set("given_name", "name.given")
            .set("rest_of_name", "name.rest")
            .set("searchable", "name.searchable")
            .set("birth_year", "(state->>'birthYear')::int")
            .text("gender", "gender")
            // Since when is not told.
            .set("party_probationary_on", "case when (state->>'inParty')::boolean then kept.party_probationary_on end")
            .set("party_official_on", "case when (state->>'inParty')::boolean then kept.party_official_on end")
            .set(
                    "in_party_undated",
                    "(state->>'inParty')::boolean and kept.party_probationary_on is null"
                            + " and kept.party_official_on is null")
            .set("kinh", "(state->>'kinh')::boolean")
            .text("education", "education")
            .text("category", "category")
            .text("judicial_title", "judicialTitle")
            .date("joined_on", "joinedOn")
            .uuid("merged_into", "mergedInto")
            .set("changed_at", "recorded")
            .recordedAt()
            .createdAsNothing()
            .inNewRows("sealed", "''")
            .onlyWith("recordedAt")
            .date("rejoined_on", "rejoinedOn")
            .instant("erased_at", "erasedAt")
            .statement();

    private static final String ERASED = """
            update member set sealed = '', created_as = '', citizen_id_hash = null, birth_date = null,
                political_theory = null, position = null, native_place = null, member_number = null, card_number = null
            from %s where member.member_id = taken.id and state->'erasedAt' is not null
            """.formatted(TAKEN);

    private static final String KEYS_OF_ERASED = """
            delete from person_key using %s where member_id = taken.id and state->'erasedAt' is not null
            """.formatted(TAKEN);

    private static final String LOG_OF_ERASED = """
            select erase_from_log(taken.id, state->>'fullName') from %s where state->'erasedAt' is not null
            """.formatted(TAKEN);

    private final Members members;
    private final PlacementReplicas placements;
    private final Sql sql;

    MemberReplica(Members members, PlacementReplicas placements, Sql sql) {
        this.members = members;
        this.placements = placements;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return MemberState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id")
                .union("ownerUnionId")
                .unit("unitId")
                .record("member", "mergedInto")
                .where(PlacementReplicas.ARE_THE_OWNERS)
                .thatCanBeGiven();
    }

    @Override
    public void apply(String taken) {
        List<TakenState> states = TakenState.of(taken);
        List<NameInOrder> names = states.stream()
                .map(each -> NameInOrder.of(each.state().path("fullName").asText()))
                .toList();
        sql.change(TAKING_NUMBERS, taken);
        sql.change(
                UPSERT,
                taken,
                states.stream().map(TakenState::id).toArray(UUID[]::new),
                names.stream().map(NameInOrder::given).toArray(String[]::new),
                names.stream().map(NameInOrder::rest).toArray(String[]::new),
                names.stream().map(NameInOrder::searchable).toArray(String[]::new));
        if (states.stream().anyMatch(each -> each.state().hasNonNull("erasedAt"))) {
            erase(taken);
        }
        placements.apply(taken);
    }

    private void erase(String taken) {
        sql.change(ERASED, taken);
        sql.change(KEYS_OF_ERASED, taken);
        sql.list(LOG_OF_ERASED, _ -> true, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        placements.withdraw(ids);
        sql.change("delete from person_key where member_id = any (?)", (Object) ids);
        sql.change("delete from member where member_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, members::whole, each -> each.id().value(), MemberState::of);
    }
}
