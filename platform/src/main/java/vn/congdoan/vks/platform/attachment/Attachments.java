package vn.congdoan.vks.platform.attachment;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Stale;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;

/// All files at the records of this service. Who may attach, see and withdraw one is for the record to say.
@ApplicationScoped
@IfBuildProperty(name = "vks.attachments", stringValue = "true")
public class Attachments {

    /// Of one record, with those that were withdrawn.
    private static final int MOST = 50;

    private static final long MOST_BYTES = 100L * 1024 * 1024;

    private static final String SELECT = """
            select attachment_id, version, subject_type, subject_id, unit_id, kind, content_id, wrapped, name, type, size,
                sha256, added_by, added_at, withdrawn_at, withdrawal, created_as
            from attachment
            """;

    private static final String INSERT = """
            insert into attachment (attachment_id, version, owner_union_id, unit_id, subject_type, subject_id, kind,
                content_id, wrapped, name, type, size, sha256, added_by, added_at, created_as)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;
    private final Contents contents;
    private final Turns turns;
    private final BodyHash hash;
    private final Clock clock;

    Attachments(Sql sql, Contents contents, Turns turns, BodyHash hash, Clock clock) {
        this.sql = sql;
        this.contents = contents;
        this.turns = turns;
        this.hash = hash;
        this.clock = clock;
    }

    /// What became of a request to attach something.
    ///
    /// @param isNew whether it was attached now; else an equal request had done so
    public record Kept(Attachment attachment, boolean isNew) {}

    /// 409 where the record has as many as it may; so before a file is read.
    public void requireRoom(Attachment.Subject subject) {
        requireRoom(subject, 1);
    }

    private void requireRoom(Attachment.Subject subject, long size) {
        boolean isFull = sql.one(
                        "select count(*) >= ? or coalesce(sum(size), 0) + ? > ? from attachment"
                                + " where subject_type = ? and subject_id = ?",
                        row -> row.getBoolean(1),
                        MOST,
                        size,
                        MOST_BYTES,
                        subject.type(),
                        subject.id())
                .orElseThrow();
        if (isFull) {
            throw new Conflict("too-many-attachments", Map.of("most", MOST, "megabytes", MOST_BYTES / 1024 / 1024));
        }
    }

    /// Attaches a file, once, within a transaction. 412 where another one has the id.
    public Kept keep(NewAttachment form) {
        ReceivedContent content = form.content();
        String createdAs = HexFormat.of()
                .formatHex(hash.of(List.of(
                        form.subject(), form.kind(), content.name().value(), content.type(), content.sha256())));
        Optional<Attachment> made = turns.toCreate(
                "attachment",
                form.id(),
                () -> find(form.id()),
                each -> each.createdAs().equals(createdAs));
        if (made.isPresent()) {
            contents.discard(content.id());
            return new Kept(made.get(), false);
        }
        turns.toChange("attachments", form.subject().id());
        requireRoom(form.subject(), content.size());
        sql.change(
                INSERT,
                form.id(),
                form.ownerUnionId().value(),
                form.unitId().value(),
                form.subject().type(),
                form.subject().id(),
                form.kind(),
                content.id(),
                contents.wrappedKey(content),
                contents.sealedName(content),
                content.type().name(),
                content.size(),
                HexFormat.of().parseHex(content.sha256()),
                form.by(),
                now(),
                HexFormat.of().parseHex(createdAs));
        contents.settle(content.id());
        return new Kept(require(form.subject(), form.id()), true);
    }

    /// What is attached to a record, in the order of the ids.
    public List<Attachment> page(Attachment.Subject subject, @Nullable UUID after, int rows) {
        return sql.list(
                SELECT + " where subject_type = ? and subject_id = ? and (?::uuid is null or attachment_id > ?)"
                        + " order by attachment_id limit ?",
                this::read,
                subject.type(),
                subject.id(),
                after,
                after,
                rows);
    }

    /// One of a record, or 404.
    public Attachment require(Attachment.Subject subject, UUID id) {
        return find(id).filter(each -> each.subject().equals(subject)).orElseThrow(NotFound::new);
    }

    private Optional<Attachment> find(UUID id) {
        return sql.one(SELECT + " where attachment_id = ?", this::read, id);
    }

    /// The octets, to be sent as they are read.
    public StreamingOutput octets(Attachment attachment) {
        byte[] wrapped = sql.one(
                        "select wrapped from attachment where attachment_id = ?",
                        row -> row.getBytes(1),
                        attachment.id())
                .orElseThrow(NotFound::new);
        return out -> contents.write(attachment.contentId(), wrapped, attachment.size(), out);
    }

    /// Takes it away, with its octets.
    public void remove(Attachment attachment) {
        if (sql.change("delete from attachment where attachment_id = ?", attachment.id()) == 0) {
            throw new NotFound();
        }
        contents.discard(attachment.contentId());
    }

    /// It counts no more; it stays for those who look into what was done.
    public void withdraw(Attachment attachment, String reason, String by) {
        int changed =
                sql.change("""
                update attachment set version = version + 1, withdrawn_at = ?, withdrawal = ?, withdrawn_by = ?
                where attachment_id = ? and version = ? and withdrawn_at is null
                """, now(), VietnameseText.singleLine(reason), by, attachment.id(), attachment.version());
        if (changed == 0) {
            throw new Stale();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Attachment read(ResultSet row) throws SQLException {
        UUID content = row.getObject(7, UUID.class);
        OffsetDateTime withdrawn = row.getObject(15, OffsetDateTime.class);
        return new Attachment(
                row.getObject(1, UUID.class),
                row.getLong(2),
                new Attachment.Subject(row.getString(3), row.getObject(4, UUID.class)),
                new UnitId(row.getObject(5, UUID.class)),
                row.getString(6),
                content,
                contents.openedName(content, row.getBytes(8), row.getBytes(9)),
                FileType.valueOf(row.getString(10)),
                row.getLong(11),
                HexFormat.of().formatHex(row.getBytes(12)),
                row.getString(13),
                row.getObject(14, OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString(16),
                HexFormat.of().formatHex(row.getBytes(17)));
    }
}
