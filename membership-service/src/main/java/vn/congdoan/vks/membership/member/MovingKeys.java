package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.handover.ByteColumn;
import vn.congdoan.vks.platform.sql.Sql;

/// Takes persons' keys out of the wrapping of one node and puts them into that of another.
@ApplicationScoped
class MovingKeys {

    private static final ByteColumn WRAPPED = new ByteColumn("wrapped");

    private static final String SEALED = """
            select member_id, wrapped, sealed from member join person_key using (member_id)
            where owner_union_id = any (?) and citizen_id_hash is null and sealed <> ''
                and (?::uuid is null or member_id > ?::uuid)
            order by member_id limit 1000
            """;

    private static final String SEALED_OF = """
            select member_id, wrapped, sealed from member join person_key using (member_id)
            where member_id = any (?) and sealed <> ''
            """;

    private static final String HASH_UNLESS_TAKEN = """
            update member set citizen_id_hash = ?
            where member_id = ? and not exists (
                select from member other where other.owner_union_id = member.owner_union_id
                and other.citizen_id_hash = ? and other.member_id <> member.member_id)
            """;

    private static final Set<String> NUMBERED = Set.of(MemberStatus.APPLIED.name(), MemberStatus.ACTIVE.name());

    private final Sql sql;
    private final PersonVault vault;

    MovingKeys(Sql sql, PersonVault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    void unwrap(ObjectNode row) {
        WRAPPED.put(row, vault.unwrapped(member(row), WRAPPED.of(row)));
    }

    void wrap(ObjectNode row) {
        WRAPPED.put(row, vault.wrapped(member(row), WRAPPED.of(row)));
    }

    /// Of somebody who came from another union: a number that others have here is none. Former members keep theirs,
    /// which may have passed to others.
    void leaveNumbersToOthers(ObjectNode row) {
        if (!NUMBERED.contains(row.path("status").asText())) {
            return;
        }
        for (String number : List.of("member_number", "card_number")) {
            boolean taken = row.hasNonNull(number)
                    && sql.one(
                                    """
                            select exists (select from member other
                                           where other.owner_union_id = ? and other.%s = ? and other.member_id <> ?
                                           and other.status in ('APPLIED', 'ACTIVE'))
                            """.formatted(number),
                                    found -> found.getBoolean(1),
                                    UUID.fromString(row.path("owner_union_id").asText()),
                                    row.path(number).asText(),
                                    member(row).value())
                            .orElseThrow();
            if (taken) {
                row.putNull(number);
            }
        }
    }

    private record Hashed(MemberId member, Optional<ByteBuffer> citizenId) {}

    /// Lets members be found by their citizen ids here.
    void hashCitizenIds(UUID[] unions) {
        @Nullable UUID after = null;
        while (true) {
            List<Hashed> some = sql.list(SEALED, this::hashed, unions, after, after);
            if (some.isEmpty()) {
                return;
            }
            sql.batch(
                    "update member set citizen_id_hash = ? where member_id = ?",
                    some.stream().map(MovingKeys::values).toList());
            after = some.getLast().member().value();
        }
    }

    /// The same of some members, who came from another node; where somebody else in the union has the same, nobody is
    /// found by it.
    void hashCitizenIdsOf(UUID[] members) {
        for (Hashed each : sql.list(SEALED_OF, this::hashed, (Object) members)) {
            @Nullable Object hash = values(each)[0];
            if (hash != null) {
                sql.change(HASH_UNLESS_TAKEN, hash, each.member().value(), hash);
            }
        }
    }

    private Hashed hashed(ResultSet row) throws SQLException {
        MemberId member = new MemberId(row.getObject(1, UUID.class));
        Sensitive data = vault.open(member, new PersonKey(member, row.getBytes(2)), row.getBytes(3));
        return new Hashed(member, Optional.ofNullable(vault.citizenIdHash(data)).map(ByteBuffer::wrap));
    }

    private static @Nullable Object[] values(Hashed each) {
        return new @Nullable Object[] {
            each.citizenId().map(ByteBuffer::array).orElse(null), each.member().value()
        };
    }

    private static MemberId member(ObjectNode row) {
        return new MemberId(UUID.fromString(row.path("member_id").asText()));
    }
}
