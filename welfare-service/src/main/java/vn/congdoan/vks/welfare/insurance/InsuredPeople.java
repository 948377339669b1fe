package vn.congdoan.vks.welfare.insurance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;

/// Whom policies insure, and in what that differs from who is a member.
@ApplicationScoped
class InsuredPeople {

    /// At the home of the policy alone, because its list is only there. Who joined: of those who are in the units, or
    /// were there last, whoever was placed there on the day and is not insured then or later. Who left: whoever is
    /// insured on the day and was placed in none of the units.
    private static final String DIFFERENCES = """
            select member_id, full_name, change from (
                select member_id, full_name, 'JOINED' as change from directory_member
                where unit_id = any (?) and placed_in(state->'placements', ?, ?) and not exists (
                    select from insured_person
                    where policy_id = ? and insured_person.member_id = directory_member.member_id
                        and (insured_until is null or insured_until > ?))
                union all
                select member_id, full_name, 'LEFT' from insured_person left join directory_member using (member_id)
                where policy_id = ? and insured_from <= ? and (insured_until is null or insured_until > ?)
                    and not placed_in(state->'placements', ?, ?)
            ) differences
            where (?::uuid is null or member_id > ?) and (?::uuid[] is null or member_id = any (?))
                and exists (select from insurance_policy where policy_id = ? and written_here(owner_union_id))
            order by member_id limit ?
            """;

    private static final String JOIN = """
            insert into insured_person (insured_id, policy_id, member_id, insured_from)
            select insured_id, ?, member_id, ? from unnest(?::uuid[], ?::uuid[]) as told (insured_id, member_id)
            """;

    /// Whoever was to be insured from the day on never was.
    private static final String NEVER = """
            delete from insured_person where policy_id = ? and member_id = any (?) and insured_from = ?
            """;

    private static final String LEAVE = """
            update insured_person set insured_until = ?
            where policy_id = ? and member_id = any (?) and insured_from < ?
                and (insured_until is null or insured_until > ?)
            """;

    private static final String PAGE = """
            select member_id, full_name, insured_from, insured_until
            from insured_person left join directory_member using (member_id)
            where policy_id = ? and insured_from <= ? and (insured_until is null or insured_until > ?)
                and (?::uuid is null or member_id > ?)
            order by member_id limit ?
            """;

    private final Sql sql;

    InsuredPeople(Sql sql) {
        this.sql = sql;
    }

    /// In what membership differs on a day, in the order of members' ids.
    ///
    /// @param units of the policy
    /// @param members only these; null: everybody
    /// @param after null: from the beginning
    List<DifferenceView> differences(
            InsurancePolicyId policy,
            Set<UnitId> units,
            LocalDate day,
            @Nullable Collection<MemberId> members,
            @Nullable UUID after,
            int rows) {
        UUID[] of = units.stream().map(UnitId::value).toArray(UUID[]::new);
        UUID[] asked = members == null ? null : ids(members);
        UUID id = policy.value();
        return sql.list(
                DIFFERENCES,
                row -> new DifferenceView(member(row), row.getString(2), InsuranceChange.valueOf(row.getString(3))),
                of,
                of,
                day,
                id,
                day,
                id,
                day,
                day,
                of,
                day,
                after,
                after,
                asked,
                asked,
                id,
                rows);
    }

    /// Insures members from a day on.
    void join(InsurancePolicyId policy, List<MemberId> members, LocalDate day) {
        UUID[] insured = Stream.generate(Ids::next).limit(members.size()).toArray(UUID[]::new);
        sql.change(JOIN, policy.value(), day, insured, ids(members));
    }

    /// Insures members until a day, exclusive.
    void leave(InsurancePolicyId policy, List<MemberId> members, LocalDate day) {
        sql.change(NEVER, policy.value(), ids(members), day);
        sql.change(LEAVE, day, policy.value(), ids(members), day, day);
    }

    /// How many are insured until the policy ends.
    int many(InsurancePolicyId policy) {
        return sql.one(
                        "select count(*) from insured_person where policy_id = ? and insured_until is null",
                        row -> row.getInt(1),
                        policy.value())
                .orElseThrow();
    }

    boolean isInsured(InsurancePolicyId policy, MemberId member, LocalDate day) {
        return sql.one("""
                        select exists (
                            select from insured_person where policy_id = ? and member_id = ? and insured_from <= ?
                                and (insured_until is null or insured_until > ?))
                        """, row -> row.getBoolean(1), policy.value(), member.value(), day, day)
                .orElseThrow();
    }

    /// Who is insured on a day, in the order of members' ids.
    List<InsuredView> page(InsurancePolicyId policy, LocalDate day, @Nullable UUID after, int rows) {
        return sql.list(PAGE, InsuredPeople::insured, policy.value(), day, day, after, after, rows);
    }

    private static InsuredView insured(ResultSet row) throws SQLException {
        return new InsuredView(
                member(row), row.getString(2), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class));
    }

    private static MemberId member(ResultSet row) throws SQLException {
        return new MemberId(row.getObject(1, UUID.class));
    }

    private static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(UUID[]::new);
    }
}
