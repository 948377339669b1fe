package vn.congdoan.vks.membership.member;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PrePersist;
import java.util.Optional;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Principal;

/// Knows who is recording: the caller of the request, or nobody where a job of the system does it.
@ApplicationScoped
class Recorder {

    private final Caller caller;

    Recorder(Caller caller) {
        this.caller = caller;
    }

    Optional<RecordedBy> now() {
        if (!Arc.container().requestContext().isActive() || !caller.isKnown()) {
            return Optional.empty();
        }
        Principal principal = caller.principal();
        return Optional.of(new RecordedBy(
                principal.issuer(), principal.subject(), caller.authority().orElse(null)));
    }

    /// Signs every step when it is written, wherever it was taken.
    static class OfSteps {

        @PrePersist
        void sign(MembershipStep step) {
            Arc.container().select(Recorder.class).get().now().ifPresent(step::recordedBy);
        }
    }
}
