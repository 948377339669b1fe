package vn.congdoan.vks.membership.reorganization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.congdoan.vks.platform.access.Actor;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;

/// Begins reorganizations, goes on with them, and says how far they have come. Within a transaction.
@ApplicationScoped
class DoingReorganizations {

    private final Reorganizations reorganizations;
    private final Reorganizing reorganizing;
    private final ReorganizationViews views;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Clock clock;

    DoingReorganizations(
            Reorganizations reorganizations,
            Reorganizing reorganizing,
            ReorganizationViews views,
            ChangeLog log,
            AuditTrail trail,
            Clock clock) {
        this.reorganizations = reorganizations;
        this.reorganizing = reorganizing;
        this.views = views;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /// Does what is written here, and with that all of it if no other node has a part in it.
    Reorganization begin(Reorganization open, Actor actor) {
        open.requireOpen();
        Set<String> others = reorganizing.begin(open, views.said(open));
        Reorganization begun = reorganizations.require(open.id());
        if (others.isEmpty()) {
            return finished(begun);
        }
        begun.begin(others, actor);
        return told(begun, "begun");
    }

    /// One of this node's own: once all others have done their parts it is finished.
    void goOn(Reorganization underWay) {
        Optional<Set<String>> others = reorganizing.goOn(underWay, views.said(underWay));
        Reorganization begun = reorganizations.require(underWay.id());
        if (others.filter(Set::isEmpty).isPresent()) {
            finished(begun);
        } else if (begun.awaitsAlso(others.orElse(Set.of()))) {
            told(begun, "begun");
        }
    }

    /// It cannot go on as things stand.
    void refused(Reorganization reorganization) {
        reorganizations.flush();
        log.append(reorganization.change("refused", views.published(reorganization)));
    }

    private Reorganization finished(Reorganization done) {
        done.applied(clock.instant());
        return told(done, "applied");
    }

    private Reorganization told(Reorganization changed, String happened) {
        reorganizations.flush();
        log.append(changed.change(happened, views.published(changed)));
        trail.changed("apply", "reorganization", changed.id().value(), changed.ownerUnionId(), List.of("status"));
        return changed;
    }
}
