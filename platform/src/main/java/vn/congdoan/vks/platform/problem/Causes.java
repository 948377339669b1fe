package vn.congdoan.vks.platform.problem;

import java.util.Optional;
import java.util.stream.Stream;

/// What lies behind a failure.
public final class Causes {

    // A circle of causes is possible, and no chain that means something is longer.
    private static final int DEEPEST = 20;

    private Causes() {}

    /// The first cause of a type, the failure itself included; else one that was suppressed on the way, which is how a
    /// transaction manager tells why a commit failed.
    public static <T extends Throwable> Optional<T> first(Class<T> type, Throwable failure) {
        return chain(failure)
                .filter(type::isInstance)
                .findFirst()
                .or(() -> chain(failure)
                        .flatMap(cause -> Stream.of(cause.getSuppressed()))
                        .flatMap(Causes::chain)
                        .filter(type::isInstance)
                        .findFirst())
                .map(type::cast);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
