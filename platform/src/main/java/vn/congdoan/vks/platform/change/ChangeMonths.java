package vn.congdoan.vks.platform.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.sql.Sql;

/// Keeps the months of the change log: makes partitions ahead of time and lets go of months that are older than the
/// log reaches back. The latest state of every aggregate stays whatever its age.
@ApplicationScoped
class ChangeMonths {

    /// A reader that was away for longer starts from the latest states.
    static final int MONTHS_KEPT = 13;

    private static final Logger LOG = Logger.getLogger(ChangeMonths.class);
    private static final int MONTHS_AHEAD = 2;
    private static final Duration EVERY = Duration.ofHours(1);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'change_'uuuu_MM");

    private static final String OLD_MONTHS = """
            select child.relname from pg_inherits
            join pg_class child on child.oid = inhrelid
            where inhparent = 'change'::regclass and child.relname ~ '^change_[0-9]{4}_[0-9]{2}$' and child.relname < ?
            order by child.relname
            """;

    private final Sql sql;
    private final Clock clock;
    private @Nullable Loop loop;

    ChangeMonths(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        loop = Loop.start("change-months", () -> {
            tidy(LocalDate.now(clock));
            return EVERY;
        });
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    /// Each month for itself: one that cannot be made or let go of does not hold up the others. Fails in the end if
    /// there was one.
    void tidy(LocalDate today) {
        List<RuntimeException> failures = new ArrayList<>();
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            LocalDate month = today.plusMonths(ahead);
            attempt(() -> sql.one("select create_change_partition(?)", row -> true, month), failures);
        }
        String firstKept = NAME.format(YearMonth.from(today).minusMonths(MONTHS_KEPT));
        List<String> old = sql.list(OLD_MONTHS, row -> row.getString(1), firstKept);
        for (String month : old) {
            attempt(
                    () -> {
                        sql.one("select retire_change_partition(?)", row -> true, month);
                        LOG.infof("The log let go of %s", month);
                    },
                    failures);
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private static void attempt(Runnable step, List<RuntimeException> failures) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }
}
