package vn.congdoan.vks.platform.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// The members in this service's replica.
@ApplicationScoped
@IfBuildProperty(name = "vks.directory.replica", stringValue = "true", enableIfMissing = true)
public class KnownMembers {

    private static final TypeReference<List<KnownMember.Placement>> PLACEMENTS = new TypeReference<>() {};
    private static final String SELECT =
            "select member_id, owner_union_id, unit_id, full_name, status, state->>'placements' from directory_member ";

    private final Sql sql;
    private final Membership membership;
    private final MemberReplica replica;
    private final ObjectMapper json;

    KnownMembers(Sql sql, Membership membership, MemberReplica replica, ObjectMapper json) {
        this.sql = sql;
        this.membership = membership;
        this.replica = replica;
        this.json = json;
    }

    /// A member, asked from membership-service if not known yet, or not as an active one: who was just admitted must
    /// not wait for the event. So ask before a transaction, not within one. Empty if there is no such member; 503
    /// if nobody can say.
    public Optional<KnownMember> find(MemberId id) {
        Optional<KnownMember> known = known(id);
        boolean isCertain = known.isPresent() && known.get().isActive();
        return isCertain || !membership.fetchMember(id, replica) ? known : known(id);
    }

    /// The same of many: whoever is not known for sure is asked for in one question.
    public Map<MemberId, KnownMember> findAll(Set<MemberId> ids) {
        Map<MemberId, KnownMember> known = known(ids);
        List<MemberId> uncertain = ids.stream()
                .filter(each -> !Optional.ofNullable(known.get(each))
                        .map(KnownMember::isActive)
                        .orElse(false))
                .toList();
        if (uncertain.isEmpty()) {
            return known;
        }
        membership.fetchMembers(uncertain, replica);
        return known(ids);
    }

    /// The known ones among many.
    public Map<MemberId, KnownMember> known(Set<MemberId> ids) {
        UUID[] wanted = ids.stream().map(MemberId::value).toArray(UUID[]::new);
        List<KnownMember> found = sql.list(SELECT + "where member_id = any (?)", this::member, (Object) wanted);
        return found.stream().collect(Collectors.toMap(KnownMember::id, Function.identity()));
    }

    /// Everybody known who is in one of the units, has applied there, or was there last.
    public List<KnownMember> at(Set<UnitId> units) {
        UUID[] wanted = units.stream().map(UnitId::value).toArray(UUID[]::new);
        return sql.list(SELECT + "where unit_id = any (?) order by member_id", this::member, (Object) wanted);
    }

    private Optional<KnownMember> known(MemberId id) {
        return sql.one(SELECT + "where member_id = ?", this::member, id.value());
    }

    private KnownMember member(ResultSet row) throws SQLException {
        return new KnownMember(
                new MemberId(row.getObject(1, UUID.class)),
                new UnitId(row.getObject(2, UUID.class)),
                new UnitId(row.getObject(3, UUID.class)),
                row.getString(4),
                row.getString(5),
                placements(row.getString(6)));
    }

    private List<KnownMember.Placement> placements(@Nullable String published) {
        try {
            return published == null ? List.of() : json.readValue(published, PLACEMENTS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A member with unreadable placements", broken);
        }
    }
}
