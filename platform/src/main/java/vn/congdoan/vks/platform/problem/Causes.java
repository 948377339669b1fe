package vn.congdoan.vks.platform.problem;

import java.util.Optional;
import java.util.stream.Stream;

/// What lies behind a failure.
public final class Causes {

    // A circle of causes is possible, and no chain that means something is longer.
    private static final int DEEPEST = 20;

    private Causes() {}

    /// The first cause of a type, the failure itself included.
    public static <T extends Throwable> Optional<T> first(Class<T> type, Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
