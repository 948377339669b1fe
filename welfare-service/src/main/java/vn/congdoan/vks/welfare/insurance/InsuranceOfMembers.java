package vn.congdoan.vks.welfare.insurance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.sql.Sql;

/// By which policies members are or were insured.
@ApplicationScoped
class InsuranceOfMembers {

    private static final String MINE = """
            select insured_id, policy_id, insurer, policy_number, covers, insured_from, coalesce(insured_until, ends_on),
                (select count(*) from insurance_claim claim
                 where claim.policy_id = policy.policy_id and claim.member_id = insured.member_id),
                (select coalesce(sum(settled), 0)::bigint from insurance_claim claim
                 where claim.policy_id = policy.policy_id and claim.member_id = insured.member_id)
            from insured_person insured join insurance_policy policy using (policy_id)
            where member_id = ? and (?::uuid is null or insured_id < ?)
            order by insured_id desc limit ?
            """;

    private final Sql sql;

    InsuranceOfMembers(Sql sql) {
        this.sql = sql;
    }

    /// The times for which a member is or was insured, the latest entered first.
    List<MyInsuranceView> page(MemberId member, @Nullable UUID after, int rows) {
        return sql.list(
                MINE,
                row -> new MyInsuranceView(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class),
                        row.getInt(8),
                        row.getLong(9)),
                member.value(),
                after,
                after,
                rows);
    }
}
