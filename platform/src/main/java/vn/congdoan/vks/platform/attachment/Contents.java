package vn.congdoan.vks.platform.attachment;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unavailable;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.secrets.Sealing;
import vn.congdoan.vks.platform.secrets.SealingBroken;
import vn.congdoan.vks.platform.sql.Sql;

/// The octets of files, in parts that are sealed one by one: never more than one of them is in memory, and while a
/// client sends or reads slowly no connection to the database is held.
@ApplicationScoped
@IfBuildProperty(name = "vks.attachments", stringValue = "true")
public class Contents {

    /// The largest file.
    public static final long MOST_BYTES = 10L * 1024 * 1024;

    private static final int PART_BYTES = 32 * 1024;

    private final Sql sql;
    private final ContentKeys keys;
    private final Clock clock;

    Contents(Sql sql, ContentKeys keys, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
    }

    /// Takes a file as it comes, outside of a transaction. What was taken of one that is refused on the way, or that
    /// nothing refers to in the end, is swept away.
    ///
    /// @param mediaType what the sender says it is
    /// @param disposition the header that names it
    /// @throws ClientErrorException 413 where it is too large
    public ReceivedContent receive(InputStream body, String mediaType, @Nullable String disposition) {
        FileType type =
                FileType.ofMediaType(mediaType).orElseThrow(() -> new Unprocessable("", "file-of-another-type"));
        FileName name = FileName.sent(disposition);
        if (!type.mayBeNamed(name.value())) {
            throw new Unprocessable("Content-Disposition", "extension-of-another-type");
        }
        UUID id = Ids.next();
        SecretKey key = Sealing.newKey();
        sql.change("insert into attachment_upload (content_id, begun_at) values (?, ?)", id, now());
        try {
            return take(body, new ReceivedContent(id, key, name, type, 0, ""));
        } catch (IOException broken) {
            discard(id);
            throw new Invalid("", "body-incomplete");
        } catch (RuntimeException refused) {
            discard(id);
            throw refused;
        }
    }

    private ReceivedContent take(InputStream body, ReceivedContent begun) throws IOException {
        MessageDigest digest = sha256();
        byte[] tail = {};
        long size = 0;
        int number = 0;
        for (byte[] part = body.readNBytes(PART_BYTES); part.length > 0; part = body.readNBytes(PART_BYTES)) {
            size += part.length;
            if (size > MOST_BYTES) {
                throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
            if (number == 0 && !begun.type().beginsWith(Arrays.copyOf(part, Math.min(part.length, FileType.HEAD)))) {
                throw new Unprocessable("", "file-of-another-type");
            }
            digest.update(part);
            tail = tail(tail, part);
            sql.change(
                    "insert into attachment_part (part_id, content_id, number, sealed) values (?, ?, ?, ?)",
                    Ids.next(),
                    begun.id(),
                    number,
                    Sealing.seal(begun.key(), part, context(begun.id(), number)));
            number++;
        }
        if (size == 0) {
            throw new Invalid("", "required");
        }
        if (!begun.type().endsWith(tail)) {
            throw new Unprocessable("", "file-incomplete");
        }
        return new ReceivedContent(
                begun.id(),
                begun.key(),
                begun.name(),
                begun.type(),
                size,
                HexFormat.of().formatHex(digest.digest()));
    }

    private static byte[] tail(byte[] before, byte[] part) {
        byte[] both = Arrays.copyOf(before, before.length + part.length);
        System.arraycopy(part, 0, both, before.length, part.length);
        return Arrays.copyOfRange(both, Math.max(0, both.length - FileType.TAIL), both.length);
    }

    /// What tells an attachment's name, sealed by its key.
    byte[] sealedName(ReceivedContent content) {
        return Sealing.seal(
                content.key(), content.name().value().getBytes(StandardCharsets.UTF_8), nameContext(content.id()));
    }

    FileName openedName(UUID content, byte[] wrapped, byte[] sealed) {
        byte[] name = open(keys.unwrapped(content, wrapped), sealed, nameContext(content), content);
        return new FileName(new String(name, StandardCharsets.UTF_8));
    }

    byte[] wrappedKey(ReceivedContent content) {
        return keys.wrapped(content.id(), content.key());
    }

    /// Nothing sweeps it any more. Within the transaction that refers to it; 503 where it was swept.
    void settle(UUID content) {
        if (forget(content) == 0) {
            throw new Unavailable("try-again");
        }
    }

    /// Nothing became of it: it need not wait to be swept.
    public void discard(ReceivedContent content) {
        discard(content.id());
    }

    /// Takes it away for good.
    void discard(UUID content) {
        sql.change("delete from attachment_part where content_id = ?", content);
        forget(content);
    }

    private int forget(UUID content) {
        return sql.change("delete from attachment_upload where content_id = ?", content);
    }

    /// Writes a file out, part by part; whoever reads it slowly holds nothing but a part.
    void write(UUID content, byte[] wrapped, long size, OutputStream out) throws IOException {
        SecretKey key = keys.unwrapped(content, wrapped);
        long parts = (size + PART_BYTES - 1) / PART_BYTES;
        for (int number = 0; number < parts; number++) {
            byte[] sealed = sql.one(
                            "select sealed from attachment_part where content_id = ? and number = ?",
                            row -> row.getBytes(1),
                            content,
                            number)
                    .orElseThrow(() -> new IOException("The content " + content + " is there no more"));
            out.write(open(key, sealed, context(content, number), content));
        }
    }

    private static byte[] open(SecretKey key, byte[] sealed, byte[] context, UUID content) {
        try {
            return Sealing.open(key, sealed, context);
        } catch (SealingBroken broken) {
            throw new IllegalStateException("The content " + content + " does not open", broken);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] context(UUID content, int number) {
        return ("attachment-part/" + content + "/" + number).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] nameContext(UUID content) {
        return ("attachment-name/" + content).getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
