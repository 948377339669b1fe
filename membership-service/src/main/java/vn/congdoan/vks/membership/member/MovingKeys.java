package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.sql.Sql;

/// Takes persons' keys out of the wrapping of one node and puts them into that of another.
@ApplicationScoped
class MovingKeys {

    /// Notation of PostgreSQL.
    private static final String HEX = "\\x";

    private static final String SEALED = """
            select member_id, wrapped, sealed from member join person_key using (member_id)
            where owner_union_id = any (?) and citizen_id_hash is null and sealed <> ''
                and (?::uuid is null or member_id > ?::uuid)
            order by member_id limit 1000
            """;

    private final Sql sql;
    private final PersonVault vault;

    MovingKeys(Sql sql, PersonVault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    void unwrap(ObjectNode row) {
        row.put("wrapped", hex(vault.unwrapped(member(row), bytes(row))));
    }

    void wrap(ObjectNode row) {
        row.put("wrapped", hex(vault.wrapped(member(row), bytes(row))));
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

    private static byte[] bytes(ObjectNode row) {
        return HexFormat.of().parseHex(row.path("wrapped").asText().substring(HEX.length()));
    }

    private static String hex(byte[] bytes) {
        return HEX + HexFormat.of().formatHex(bytes);
    }
}
