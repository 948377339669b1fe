package vn.congdoan.vks.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Lets transactions that would meet go one after the other: whoever takes a turn waits until those before have
/// committed, sees what they did, and keeps the turn until the own transaction ends. Who waits too long is told to try
/// again.
///
/// A transaction that takes several turns takes them in one order wherever it is: first that of the record's id, then
/// that of what the record must be unique in.
@ApplicationScoped
public class Turns {

    private static final String PATIENCE = "10s";

    private final Sql sql;

    Turns(Sql sql) {
        this.sql = sql;
    }

    /// Takes the turn to create the record of an id, so that equal creations find each other.
    public void toCreate(String what, UUID id) {
        take(List.of("create " + what + " " + id));
    }

    /// Takes the turn to change what must be unique inside something: the numbers in a union, a code.
    public void toChange(String what, Object inside) {
        toChange(what, List.of(inside));
    }

    /// The same for many at once.
    public void toChange(String what, Collection<?> inside) {
        take(inside.stream().map(each -> what + " in " + each).toList());
    }

    private void take(List<String> names) {
        sql.one("select set_config('lock_timeout', ?, true)", row -> row.getString(1), PATIENCE);
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
