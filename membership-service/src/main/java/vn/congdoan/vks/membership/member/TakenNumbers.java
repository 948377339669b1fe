package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Sql;

/// Rejects rows whose citizen id, member number or card number another applicant or member of the same union has, in
/// the record or in an earlier row. Those who were refused or have left keep none, but for the citizen id of the
/// deceased. The unique indexes of the database stay the last guard.
@ApplicationScoped
class TakenNumbers {

    private static final String KEEPING = "status in ('APPLIED', 'ACTIVE')";
    private static final String KEEPING_THE_CITIZEN_ID = "(" + KEEPING + " or end_reason = 'DECEASED')";

    private final Sql sql;
    private final PersonVault vault;

    TakenNumbers(Sql sql, PersonVault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    void check(List<EnrolmentRow> rows) {
        check(rows, "/citizenId", "citizen_id_hash", this::citizenIdHash);
        check(rows, "/memberNumber", "member_number", row -> row.form().memberNumber());
        check(rows, "/cardNumber", "card_number", row -> row.form().cardNumber());
    }

    /// Which of a member's numbers somebody else in a union has.
    List<Violation> taken(MemberId member, UnitId union, Profile profile, byte @Nullable [] citizenIdHash) {
        List<Violation> taken = new ArrayList<>();
        check(taken, "/citizenId", "citizen_id_hash", KEEPING_THE_CITIZEN_ID, citizenIdHash, member, union);
        check(taken, "/memberNumber", "member_number", KEEPING, profile.memberNumber(), member, union);
        check(taken, "/cardNumber", "card_number", KEEPING, profile.cardNumber(), member, union);
        return taken;
    }

    /// Which of some numbers somebody else in a union has.
    List<Violation> taken(MemberId member, UnitId union, @Nullable String memberNumber, @Nullable String cardNumber) {
        List<Violation> taken = new ArrayList<>();
        check(taken, "/memberNumber", "member_number", KEEPING, memberNumber, member, union);
        check(taken, "/cardNumber", "card_number", KEEPING, cardNumber, member, union);
        return taken;
    }

    private void check(
            List<Violation> taken,
            String pointer,
            String column,
            String keeping,
            @Nullable Object value,
            MemberId member,
            UnitId union) {
        String others = "select true from member where owner_union_id = ? and " + column
                + " = ? and member_id <> ? and " + keeping + " limit 1";
        if (value != null
                && sql.one(others, row -> row.getBoolean(1), union.value(), value, member.value())
                        .isPresent()) {
            taken.add(new Violation(pointer, "number-taken"));
        }
    }

    /// A value inside one union.
    private record Key(UUID union, Object value) {}

    private void check(
            List<EnrolmentRow> rows, String pointer, String column, Function<EnrolmentRow, @Nullable Object> value) {
        List<EnrolmentRow> carrying =
                rows.stream().filter(row -> value.apply(row) != null).toList();
        if (carrying.isEmpty()) {
            return;
        }
        Set<Key> seen = inRecord(carrying, column, value);
        for (EnrolmentRow row : carrying) {
            if (!seen.add(new Key(row.union().value(), Objects.requireNonNull(value.apply(row))))) {
                row.reject(pointer, "number-taken");
            }
        }
    }

    private Set<Key> inRecord(List<EnrolmentRow> rows, String column, Function<EnrolmentRow, @Nullable Object> value) {
        UUID[] unions = rows.stream().map(row -> row.union().value()).distinct().toArray(UUID[]::new);
        boolean hashed = column.equals("citizen_id_hash");
        Object values = hashed
                ? rows.stream()
                        .map(row -> ((ByteBuffer) Objects.requireNonNull(value.apply(row))).array())
                        .toArray(byte[][]::new)
                : rows.stream().map(value).toArray(String[]::new);
        return new HashSet<>(sql.list(
                "select owner_union_id, " + column + " from member where owner_union_id = any (?) and " + column
                        + " = any (?) and " + (hashed ? KEEPING_THE_CITIZEN_ID : KEEPING),
                found -> new Key(
                        found.getObject(1, UUID.class),
                        hashed ? ByteBuffer.wrap(found.getBytes(2)) : found.getString(2)),
                unions,
                values));
    }

    private @Nullable ByteBuffer citizenIdHash(EnrolmentRow row) {
        byte[] hash = vault.citizenIdHash(row.form().sensitive());
        return hash == null ? null : ByteBuffer.wrap(hash);
    }
}
