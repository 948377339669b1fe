package vn.congdoan.vks.platform.attachment;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.sql.Sql;

/// Takes away what was sent and never became an attachment: whoever sent it went away, or this service did. An upload
/// takes minutes at the most.
@ApplicationScoped
@IfBuildProperty(name = "vks.attachments", stringValue = "true")
class SweepingUploads {

    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int AT_ONCE = 20;

    private final Sql sql;
    private final Clock clock;
    private @Nullable Loop loop;

    SweepingUploads(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        loop = Loop.start("sweeping uploads", () -> sweep() == AT_ONCE ? Duration.ZERO : EVERY);
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    /// @return how many it took away
    int sweep() {
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID[] old = sql.list(
                            """
                            select content_id from attachment_upload where begun_at < ?
                            order by begun_at limit ? for update skip locked
                            """,
                            row -> row.getObject(1, UUID.class),
                            clock.instant().minus(LONGEST_UPLOAD).atOffset(ZoneOffset.UTC),
                            AT_ONCE)
                    .toArray(UUID[]::new);
            sql.change("delete from attachment_part where content_id = any (?)", (Object) old);
            sql.change("delete from attachment_upload where content_id = any (?)", (Object) old);
            return old.length;
        });
    }
}
