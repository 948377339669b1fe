package vn.congdoan.vks.platform.access;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Who is acting now: the caller of the request, or the one on whose order a job does what was to be done later.
@ApplicationScoped
public class Actors {

    private static final ScopedValue<Actor> ORDERED = ScopedValue.newInstance();

    private final Caller caller;

    Actors(Caller caller) {
        this.caller = caller;
    }

    /// Empty at a start, and in jobs and consumers that act on nobody's order.
    public Optional<Actor> current() {
        if (ORDERED.isBound()) {
            return Optional.of(ORDERED.get());
        }
        if (!Arc.container().requestContext().isActive() || !caller.isKnown()) {
            return Optional.empty();
        }
        return Optional.of(new Actor(caller.principal(), caller.authority().orElse(null)));
    }

    /// Does something on the order of somebody who gave it earlier.
    public static void onOrderOf(Actor actor, Runnable action) {
        ScopedValue.where(ORDERED, actor).run(action);
    }
}
