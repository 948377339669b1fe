package vn.congdoan.vks.platform.attachment;

import io.quarkus.arc.Arc;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;

/// What services' tests must see of files that never became attachments.
public final class Uploads {

    private Uploads() {}

    /// Does what the background does now and then.
    public static void sweep() {
        Arc.container().instance(SweepingUploads.class).get().sweep();
    }

    /// A part of a file whose sender went away so many minutes ago.
    public static UUID broken(Sql sql, int minutes) {
        UUID content = UUID.randomUUID();
        sql.change("insert into attachment_upload values (?, now() - make_interval(mins => ?))", content, minutes);
        sql.change("insert into attachment_part values (?, ?, 0, 'x')", UUID.randomUUID(), content);
        return content;
    }

    /// How many parts of contents are there that no attachment refers to.
    public static long parts(Sql sql, UUID content) {
        return sql.one("select count(*) from attachment_part where content_id = ?", row -> row.getLong(1), content)
                .orElseThrow();
    }

    public static long unsettled(Sql sql) {
        return sql.one("""
                        select (select count(*) from attachment_upload)
                            + (select count(*) from attachment_part part
                               where not exists (select from attachment where attachment.content_id = part.content_id))
                        """, row -> row.getLong(1)).orElseThrow();
    }
}
