package vn.congdoan.vks.welfare.payee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.payout.PayableCause;

/// Takes bank details from an ACCOUNTANT, who prepares payments, and shows them for a purpose.
@ApplicationScoped
class GivingAccounts {

    private static final String WHAT = "payee-account";

    private final PayeeAccounts accounts;
    private final Instance<PayableCause> causes;
    private final KnownMembers members;
    private final Directory directory;
    private final Caller caller;
    private final Turns turns;
    private final AuditTrail trail;
    private final Clock clock;

    GivingAccounts(
            PayeeAccounts accounts,
            @Any Instance<PayableCause> causes,
            KnownMembers members,
            Directory directory,
            Caller caller,
            Turns turns,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.causes = causes;
        this.members = members;
        this.directory = directory;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.clock = clock;
    }

    /// All of them, or none with all that stands against them.
    AccountsTaken take(GivenAccounts form) {
        UnitPlace place = caller.actAt("/unitId", Permission.PROPOSE_SUPPORT, form.unitId());
        turns.toChange(WHAT, place.unionId());
        requireKnown(form, place);
        accounts.keep(
                place.unionId(),
                form.unitId(),
                form.accounts(),
                caller.principal().account(),
                clock.instant());
        trail.changed(
                "give",
                WHAT,
                form.accounts().stream()
                        .map(each -> new AuditTrail.Subject(each.payeeId(), form.unitId()))
                        .toList(),
                List.of("account"));
        return new AccountsTaken(form.accounts().size());
    }

    PayeeAccountView show(PayeeKind kind, UUID payee, String purpose) {
        UnitId unit = accounts.unit(kind, payee).orElseThrow(NotFound::new);
        caller.see(Permission.READ_SENSITIVE, unit);
        trail.read(WHAT, payee, unit, purpose);
        return accounts.view(kind, payee, unit);
    }

    private void requireKnown(GivenAccounts form, UnitPlace place) {
        Set<UUID> known = known(form, place);
        Set<UUID> seen = new HashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (int row = 0; row < form.accounts().size(); row++) {
            GivenAccounts.Given each = form.accounts().get(row);
            String at = "/accounts/" + row;
            if (!known.contains(each.payeeId())) {
                violations.add(new Violation(at + "/payeeId", "unknown-payee"));
            } else if (!seen.add(each.payeeId())) {
                violations.add(new Violation(at + "/payeeId", "payee-twice"));
            }
            if (BankText.of(each.account().holder()).isEmpty()) {
                violations.add(new Violation(at + "/account/holder", "nothing-that-banks-write"));
            }
        }
        if (!violations.isEmpty()) {
            throw new Unprocessable(violations);
        }
    }

    /// Which of the payees are the union's own members, or those of its records.
    private Set<UUID> known(GivenAccounts form, UnitPlace place) {
        Map<PayeeKind, List<UUID>> asked = form.accounts().stream()
                .collect(Collectors.groupingBy(
                        GivenAccounts.Given::kind,
                        Collectors.mapping(GivenAccounts.Given::payeeId, Collectors.toList())));
        Set<UUID> known = members
                .known(asked.getOrDefault(PayeeKind.MEMBER, List.of()).stream()
                        .map(MemberId::new)
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .filter(each -> each.ownerUnionId().equals(place.unionId()))
                .map(KnownMember::id)
                .map(MemberId::value)
                .collect(Collectors.toCollection(HashSet::new));
        asked.remove(PayeeKind.MEMBER);
        asked.forEach((kind, payees) -> causes.stream()
                .filter(each -> each.kind() == kind.cause())
                .forEach(each -> known.addAll(ofUnion(place.unionId(), each.units(payees)))));
        return known;
    }

    private List<UUID> ofUnion(UnitId union, Map<UUID, UnitId> units) {
        Set<UnitId> own = units.values().stream()
                .distinct()
                .filter(each -> directory
                        .place(each)
                        .filter(found -> found.unionId().equals(union))
                        .isPresent())
                .collect(Collectors.toSet());
        return units.entrySet().stream()
                .filter(each -> own.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
