package vn.congdoan.vks.membership.localsuperior;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;

/// A union that ends is under nobody any more.
@ApplicationScoped
public class LocalSuperiorsOfUnions {

    private final LocalSuperiors superiors;
    private final ChangeLog log;
    private final AuditTrail trail;

    LocalSuperiorsOfUnions(LocalSuperiors superiors, ChangeLog log, AuditTrail trail) {
        this.superiors = superiors;
        this.log = log;
        this.trail = trail;
    }

    /// How many begin on a day or after it, when the unions are no longer there.
    public long beginningLater(Collection<UnitId> unions, LocalDate day) {
        return unions.isEmpty() ? 0 : superiors.count("unionId in ?1 and validFrom >= ?2", unions, day);
    }

    /// Ends those of a day.
    ///
    /// @param writtenHere whether this node writes those of a union
    public void end(Collection<UnitId> unions, LocalDate day, Predicate<UnitId> writtenHere) {
        if (unions.isEmpty()) {
            return;
        }
        List<LocalSuperior> ending =
                superiors.list("unionId in ?1 and validTo is null order by id.value", unions).stream()
                        .filter(each -> writtenHere.test(each.unionId()))
                        .toList();
        ending.forEach(each -> each.giveWayOn(day));
        superiors.flush();
        log.append(ending.stream().map(each -> each.change("ended", day)).toList());
        trail.changed(
                "end",
                "local-superior",
                ending.stream()
                        .map(each -> new AuditTrail.Subject(each.id().value(), each.unionId()))
                        .toList(),
                List.of("validTo"));
    }
}
