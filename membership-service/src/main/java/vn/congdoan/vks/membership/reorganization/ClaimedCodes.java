package vn.congdoan.vks.membership.reorganization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.congdoan.vks.membership.unit.UnitsOnDay;
import vn.congdoan.vks.platform.access.UnitId;

/// The codes that units take by a reorganization.
final class ClaimedCodes {

    private final List<Claim> claims = new ArrayList<>();

    /// A code that a unit takes: a union's in all unions, another's in its own.
    private record Claim(String pointer, String code, UnitId union, boolean ofUnion, UnitId unit) {

        boolean meets(String otherCode, UnitId otherUnion, boolean otherIsUnion) {
            return code.equals(otherCode) && (ofUnion || otherIsUnion || union.equals(otherUnion));
        }
    }

    void claim(String pointer, String code, UnitId union, boolean ofUnion, UnitId unit) {
        claims.add(new Claim(pointer, code, union, ofUnion, unit));
    }

    /// Held by a unit that ends only when other nodes have done their parts, while the new one begins at once.
    static void refuseHeldMeanwhile(UnitsOnDay units, Plan own, Plan plan) {
        for (Plan.Founding each : own.foundings()) {
            Claim claim = new Claim(
                    "/successors",
                    each.form().code(),
                    each.unionId(),
                    each.form().kind().isUnion(),
                    each.id());
            boolean held = units.all().stream()
                    .filter(unit -> plan.endings().containsKey(unit.id())
                            && !own.endings().containsKey(unit.id()))
                    .anyMatch(unit ->
                            claim.meets(unit.code(), unit.unionId(), unit.kind().isUnion()));
            if (held) {
                plan.refuse(claim.pointer(), "code-held-meanwhile", Map.of("code", claim.code()));
            }
        }
    }

    /// Taken by a unit that stays as it is, or by another one that takes it at the same time.
    void refuseTaken(UnitsOnDay units, Plan plan) {
        Set<UnitId> claiming = claims.stream().map(Claim::unit).collect(Collectors.toSet());
        for (Claim each : claims) {
            boolean held = units.all().stream()
                    .filter(unit -> !plan.endings().containsKey(unit.id()) && !claiming.contains(unit.id()))
                    .anyMatch(unit ->
                            each.meets(unit.code(), unit.unionId(), unit.kind().isUnion()));
            boolean claimed = claims.stream()
                    .filter(other -> !other.unit().equals(each.unit()))
                    .anyMatch(other -> each.meets(other.code(), other.union(), other.ofUnion()));
            if (held || claimed) {
                plan.refuse(each.pointer(), "code-taken", Map.of("code", each.code()));
            }
        }
    }
}
