package vn.congdoan.vks.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.congdoan.vks.platform.problem.Stale;

/// Lets transactions that would meet go one after the other: whoever takes a turn waits until those before have
/// committed, sees what they did, and keeps the turn until the own transaction ends. Who waits too long is told to try
/// again.
///
/// A transaction that takes several turns takes them in one order wherever it is: first that of the record's id, then
/// that of what the record must be unique in.
@ApplicationScoped
public class Turns {

    /// Shorter than that of the gateway, which would give another answer.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Sql sql;

    Turns(Sql sql) {
        this.sql = sql;
    }

    /// Takes the turn to create the record of an id, which may be the client's, so that equal creations find each
    /// other.
    ///
    /// @param existing finds the record that has the id
    /// @param equal whether a record was made from an equal request
    /// @return the record that an equal request has made already; 412 where another request has taken the id
    public <T> Optional<T> toCreate(String what, UUID id, Supplier<Optional<T>> existing, Predicate<T> equal) {
        take(List.of("create " + what + " " + id));
        Optional<T> made = existing.get();
        if (made.isPresent() && !equal.test(made.get())) {
            throw new Stale("already-exists");
        }
        return made;
    }

    /// Takes the turn to change what must be unique inside something: the numbers in a union, a code.
    public void toChange(String what, Object inside) {
        toChange(what, List.of(inside));
    }

    /// The same for many at once.
    public void toChange(String what, Collection<?> inside) {
        take(inside.stream().map(each -> what + " in " + each).toList());
    }

    /// From now on and until the transaction ends no statement waits for others longer than they are patient here: then
    /// 503, and nothing is done.
    public void beReadyToGiveUp() {
        beReadyToGiveUp(PATIENCE);
    }

    /// The same with a patience of one's own.
    public void beReadyToGiveUp(Duration patience) {
        sql.one("select set_config('lock_timeout', ?, true)", row -> row.getString(1), patience.toMillis() + "ms");
    }

    private void take(List<String> names) {
        beReadyToGiveUp();
        names.stream()
                .map(Turns::number)
                .sorted()
                .distinct()
                .forEach(number -> sql.list("select pg_advisory_xact_lock(?)", row -> number, number));
    }

    private static long number(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
