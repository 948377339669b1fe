package vn.congdoan.vks.welfare.payable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.bonus.AwardBonusState;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.subscription.Event;
import vn.congdoan.vks.platform.subscription.Gone;
import vn.congdoan.vks.platform.subscription.Subscription;

/// Keeps what campaign-service tells of the bonuses of awards that unions pay: of each the latest state, whatever order
/// they come in. What is not whole, or contradicts what was granted, is refused.
@ApplicationScoped
class AwardBonuses implements Subscription {

    private static final String KEEP = """
            insert into award_bonus as kept (award_id, epoch, version, owner_union_id, paying_unit_id, state)
            values (?, ?, ?, ?, ?, ?::jsonb)
            on conflict (award_id) do update
            set epoch = excluded.epoch, version = excluded.version, state = excluded.state, carried_out = false
            where (kept.epoch, kept.version) < (excluded.epoch, excluded.version)
            """;

    /// Where the unit is not known yet, or its records are written at another node or move there, it waits.
    private static final String TO_CARRY_OUT = """
            select award_id from award_bonus left join home on home.union_id = owner_union_id cross join this_node
            where not carried_out and coalesce(home.node, 'central') = this_node.node and home.moving_to is null
                and not this_node.recovering and union_of(paying_unit_id) = owner_union_id
            order by award_id limit ?
            """;

    private final Sql sql;
    private final ObjectMapper json;
    private final ObjectReader reader;

    AwardBonuses(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
        // What a newer campaign-service tells besides does not concern a reader of this shape.
        this.reader = json.readerFor(AwardBonusState.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public String topic() {
        return AwardBonusState.TYPE.topic();
    }

    @Override
    public int schemaVersion() {
        return AwardBonusState.TYPE.schemaVersion();
    }

    @Override
    public void take(List<Event> events) {
        events.forEach(this::take);
    }

    private void take(Event event) {
        AwardBonusState told = read(event);
        kept(told.id()).ifPresent(before -> requireSame(before, told, event));
        sql.change(
                KEEP,
                told.id(),
                event.position().epoch(),
                event.version(),
                told.ownerUnionId().value(),
                told.payingUnitId().value(),
                written(told));
    }

    /// What is wrong with it is told without what stands in it.
    private AwardBonusState read(Event event) {
        AwardBonusState told;
        try {
            told = reader.readValue(event.state());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("no bonus of an award");
        }
        if (!told.id().equals(event.aggregateId())) {
            throw new IllegalArgumentException("the bonus of another award");
        }
        return told;
    }

    private static void requireSame(Kept before, AwardBonusState told, Event event) {
        if (!before.state().isSameGrantAs(told)) {
            throw new IllegalArgumentException("a grant that changed");
        }
        boolean later = event.position().epoch() != before.epoch()
                ? event.position().epoch() > before.epoch()
                : event.version() > before.version();
        if (later && event.position().epoch() == before.epoch() && isTakenBack(before.state(), told)) {
            throw new IllegalArgumentException("a revocation that was taken back");
        }
    }

    private static boolean isTakenBack(AwardBonusState before, AwardBonusState told) {
        return before.revocation() != null && told.revocation() == null;
    }

    @Override
    public void forget(List<Gone> gone) {
        sql.change(
                """
                delete from award_bonus using unnest(?::uuid[], ?::int[], ?::bigint[]) as gone (id, epoch, version)
                where award_id = gone.id and (award_bonus.epoch, award_bonus.version) <= (gone.epoch, gone.version)
                """,
                gone.stream().map(Gone::aggregateId).toArray(UUID[]::new),
                gone.stream().map(Gone::epoch).toArray(Integer[]::new),
                gone.stream().map(Gone::version).toArray(Long[]::new));
    }

    /// Which of them have a payable that is not as they say, and can have.
    List<UUID> toCarryOut(int most) {
        return sql.list(TO_CARRY_OUT, row -> row.getObject(1, UUID.class), most);
    }

    /// A bonus whose payable is not as it says.
    Optional<AwardBonusState> waiting(UUID award) {
        return sql.one(
                        "select state from award_bonus where award_id = ? and not carried_out",
                        row -> row.getString(1),
                        award)
                .map(this::parsed);
    }

    /// In the transaction that made its payable as it says.
    void carriedOut(UUID award) {
        sql.change("update award_bonus set carried_out = true where award_id = ?", award);
    }

    private record Kept(int epoch, long version, AwardBonusState state) {}

    private Optional<Kept> kept(UUID award) {
        return sql.one(
                "select epoch, version, state from award_bonus where award_id = ?",
                row -> new Kept(row.getInt(1), row.getLong(2), parsed(row.getString(3))),
                award);
    }

    private AwardBonusState parsed(@Nullable String state) {
        try {
            return reader.readValue(state);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String written(AwardBonusState state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
