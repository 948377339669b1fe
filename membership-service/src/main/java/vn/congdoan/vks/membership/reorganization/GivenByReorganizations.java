package vn.congdoan.vks.membership.reorganization;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.MemberLetters;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.sql.Sql;

/// After a reorganization has given members to another node: what stays at home of them is sent, the receiver says
/// how many it has with everything that stays at home, and the giver forgets that. Each step is one transaction,
/// and finds done what is done.
@ApplicationScoped
class GivenByReorganizations {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final String UNTOLD = """
            select distinct cause_id from member_letter
            where opened_at is not null and told_at is null
                and exists (select from reorganization where reorganization_id = cause_id)
            order by cause_id
            """;

    private static final String TOLD = """
            update member_letter set told_at = now() where cause_id = ? and opened_at is not null and told_at is null
            """;

    private static final String TAKEN = """
            select owner_union_id, count(*)::int from member_letter
            where cause_id = ? and opened_at is not null group by owner_union_id order by owner_union_id
            """;

    /// Whatever a union of this node sent to another one has arrived there.
    private static final String ARRIVED = """
            select letter.cause_id, letter.owner_union_id, letter.to_node
            from member_letter letter join reorganization_report report
                on report.reorganization_id = letter.cause_id and report.node = letter.to_node
            where letter.cause_id in (select cause_id from member_letter where sealed is not null)
                and written_here(letter.owner_union_id)
                and not exists (select from owed_letter owed where owed.cause_id = letter.cause_id)
            group by letter.cause_id, letter.to_node, letter.owner_union_id, report.taken
            having count(*) filter (where sealed is not null) > 0
                and report.taken @> jsonb_build_array(
                    jsonb_build_object('unionId', letter.owner_union_id, 'members', count(*)))
            """;

    private final DoingOwnPart part;
    private final MemberLetters letters;
    private final Sql sql;
    private @Nullable Loop loop;

    GivenByReorganizations(DoingOwnPart part, MemberLetters letters, Sql sql) {
        this.part = part;
        this.letters = letters;
        this.sql = sql;
    }

    private record Way(UUID reorganization, UnitId from, String node) {

        static Way read(ResultSet row) throws SQLException {
            return new Way(row.getObject(1, UUID.class), new UnitId(row.getObject(2, UUID.class)), row.getString(3));
        }
    }

    void start(@Observes StartupEvent start) {
        loop = Loop.start("given-by-reorganizations", () -> {
            round();
            return PAUSE;
        });
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    void round() {
        QuarkusTransaction.requiringNew()
                .call(() -> sql.list(UNTOLD, row -> row.getObject(1, UUID.class)))
                .forEach(each -> QuarkusTransaction.requiringNew().run(() -> say(each)));
        while (QuarkusTransaction.requiringNew().call(letters::sendOwed)) {
            // Each time some more.
        }
        for (Way each : arrived()) {
            while (QuarkusTransaction.requiringNew()
                    .call(() -> letters.emptySome(each.reorganization(), each.from(), each.node()))) {
                // Each time some more.
            }
        }
    }

    private List<Way> arrived() {
        return QuarkusTransaction.requiringNew().call(() -> sql.list(ARRIVED, Way::read));
    }

    private void say(UUID reorganization) {
        if (sql.change(TOLD, reorganization) > 0) {
            part.tellTaken(
                    new ReorganizationId(reorganization),
                    sql.list(
                            TAKEN,
                            row -> new HomeReportState.Taken(new UnitId(row.getObject(1, UUID.class)), row.getInt(2)),
                            reorganization));
        }
    }
}
