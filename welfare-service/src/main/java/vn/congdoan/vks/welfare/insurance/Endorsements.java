package vn.congdoan.vks.welfare.insurance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;

/// What insurers were told of.
@ApplicationScoped
class Endorsements {

    private static final String ADD = """
            insert into insurance_endorsement (endorsement_id, policy_id, effective_on, number, joined, departed,
                recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAGE = """
            select endorsement_id, effective_on, number, joined, departed, recorded_at from insurance_endorsement
            where policy_id = ? and (?::uuid is null or endorsement_id > ?) order by endorsement_id limit ?
            """;

    private final Sql sql;

    Endorsements(Sql sql) {
        this.sql = sql;
    }

    void add(
            InsurancePolicyId policy,
            LocalDate day,
            @Nullable String number,
            int joined,
            int left,
            Instant now,
            String by) {
        sql.change(ADD, Ids.next(), policy.value(), day, number, joined, left, now.atOffset(ZoneOffset.UTC), by);
    }

    /// Those of a policy, in the order in which they were written down.
    List<EndorsementView> page(InsurancePolicyId policy, @Nullable UUID after, int rows) {
        return sql.list(
                PAGE,
                row -> new EndorsementView(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()),
                policy.value(),
                after,
                after,
                rows);
    }
}
