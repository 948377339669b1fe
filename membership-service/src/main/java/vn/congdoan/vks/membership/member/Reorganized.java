package vn.congdoan.vks.membership.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;

/// What a reorganization of units means for their members.
///
/// @param day the first day on which it holds
/// @param moves where the members of a unit go
/// @param exceptions where single members of a divided unit go
/// @param rehomed units that go to another union with their members
/// @param unions the union that each of those units belongs to from that day, and each where members go
/// @param dissolved units whose members' memberships end
public record Reorganized(
        UUID id,
        LocalDate day,
        Decision decision,
        Map<UnitId, UnitId> moves,
        Map<MemberId, UnitId> exceptions,
        Set<UnitId> rehomed,
        Map<UnitId, UnitId> unions,
        Set<UnitId> dissolved) {

    public Reorganized {
        moves = Map.copyOf(moves);
        exceptions = Map.copyOf(exceptions);
        rehomed = Set.copyOf(rehomed);
        unions = Map.copyOf(unions);
        dissolved = Set.copyOf(dissolved);
    }

    /// Where a member goes from a unit; empty: stays there.
    Optional<UnitId> destination(MemberId member, UnitId from) {
        return Optional.ofNullable(moves.get(from))
                .map(usual -> exceptions.getOrDefault(member, usual))
                .filter(to -> !to.equals(from));
    }

    /// Whether a member's record changes at all, once it has left what it leaves.
    boolean concerns(boolean hasLeft, UnitId unit) {
        return hasLeft || rehomed.contains(unit) || dissolved.contains(unit);
    }

    /// The units whose members' records may change.
    Collection<UnitId> affected() {
        Set<UnitId> affected = new HashSet<>(moves.keySet());
        affected.addAll(rehomed);
        affected.addAll(dissolved);
        return affected;
    }
}
