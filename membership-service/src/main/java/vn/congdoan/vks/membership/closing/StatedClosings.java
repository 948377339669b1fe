package vn.congdoan.vks.membership.closing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.subscription.Event;
import vn.congdoan.vks.platform.subscription.Gone;
import vn.congdoan.vks.platform.subscription.Subscription;

/// Keeps what welfare-service states of units that have ended: that nothing is left in their books.
@ApplicationScoped
class StatedClosings implements Subscription {

    private static final String KEEP = """
            insert into stated_closing as kept (unit_id, statement_id, epoch, version, stated_on, funds, amount, balanced)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (unit_id) do update set statement_id = excluded.statement_id, epoch = excluded.epoch,
                version = excluded.version, stated_on = excluded.stated_on, funds = excluded.funds,
                amount = excluded.amount, balanced = excluded.balanced
            where (kept.epoch, kept.version) < (excluded.epoch, excluded.version)
            """;

    private static final String FORGET =
            "delete from stated_closing where statement_id = ? and (epoch, version) <= (?, ?)";

    private static final List<String> KEPT_IN = List.of("cash", "bank", "owed");

    private final Sql sql;

    StatedClosings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String topic() {
        return "vks.welfare.closing-statement";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public void take(List<Event> events) {
        events.forEach(this::take);
    }

    private void take(Event event) {
        JsonNode state = event.state();
        for (JsonNode unit : state.path("unitIds")) {
            int funds = 0;
            long amount = 0;
            boolean balanced = true;
            for (JsonNode fund : state.path("funds")) {
                if (Objects.equals(fund.path("unitId").asText(), unit.asText())) {
                    funds++;
                    JsonNode moved = fund.path("moved");
                    amount += moved.path("cash").asLong() + moved.path("bank").asLong();
                    balanced = balanced && isBalanced(moved, fund.path("before"), fund.path("after"));
                }
            }
            sql.change(
                    KEEP,
                    UUID.fromString(unit.asText()),
                    event.aggregateId(),
                    event.position().epoch(),
                    event.version(),
                    LocalDate.parse(state.path("statedOn").asText()),
                    funds,
                    amount,
                    balanced);
        }
    }

    /// Whether the other fund holds afterwards what both held before, wherever it is kept.
    private static boolean isBalanced(JsonNode moved, JsonNode before, JsonNode after) {
        return KEPT_IN.stream()
                .allMatch(where -> after.path(where).isIntegralNumber()
                        && moved.path(where).asLong() + before.path(where).asLong()
                                == after.path(where).asLong());
    }

    @Override
    public void forget(List<Gone> gone) {
        gone.forEach(each -> sql.change(FORGET, each.aggregateId(), each.epoch(), each.version()));
    }
}
