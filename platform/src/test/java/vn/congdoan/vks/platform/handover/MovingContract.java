package vn.congdoan.vks.platform.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.secrets.SealedLetter;
import vn.congdoan.vks.platform.secrets.SealingBroken;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.KnownNode;
import vn.congdoan.vks.platform.testing.ReplicaContract;

/// What the log tells of records and what a hand-over carries is all there is of them: another node that takes both has
/// the same rows. Proven on everything that is in the test's database.
public final class MovingContract {

    private static final String NODE = "contract";
    private static final int MANY = 1_000_000;
    private static final KnownNode TAKER = new KnownNode(new UUID(0, 1), 7, NODE, new UnitId(new UUID(0, 2)), "MOVING");

    /// Of this node alone: when a row came here, a key in its own wrapping, and what is sealed by the node's.
    private static final List<String> OWN = List.of("booked_in", "wrapped", "health_note", "sealed");

    private final Sql sql = bean(Sql.class);
    private final HandingOver handingOver = bean(HandingOver.class);
    private final TakingOver takingOver = bean(TakingOver.class);
    private final Letters letters = bean(Letters.class);
    private final Belongings belongings = bean(Belongings.class);
    private final KeyPair receiver = SealedLetter.newKeys();
    private final List<String> meanwhile;
    private final List<byte[]> givenUp = new ArrayList<>();
    private final List<byte[]> carried = new ArrayList<>();
    private final Map<String, Set<String>> rows = new TreeMap<>();

    private MovingContract(List<String> meanwhile) {
        this.meanwhile = meanwhile;
    }

    /// A table that is neither would be forgotten when a union moves.
    public static void everyTableMovesOrStaysForAReason() {
        MovingContract contract = new MovingContract(List.of());
        Set<String> named = new TreeSet<>(contract.belongings.staying().keySet());
        contract.belongings.tables().forEach(each -> named.add(each.name()));
        assertEquals(new TreeSet<>(contract.sql.list("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                        """, row -> row.getString(1))), named);
    }

    /// @param empty tables of which this service's tests have no row
    /// @param meanwhile what is done to unpublished tables between a hand-over that is given up and the next one
    public static void whatMovesMakesTheRecordsWhole(Set<String> empty, String... meanwhile) {
        MovingContract contract = new MovingContract(List.of(meanwhile));
        ReplicaContract.anewFromTheLog(contract::carry, contract::lose, contract::take);
        contract.rows.forEach((table, some) ->
                assertEquals(empty.contains(table), some.isEmpty(), "rows of " + table + " to prove anything with"));
    }

    private void carry() {
        sql.change("""
                insert into home (union_id, node) select distinct owner_union_id, 'central' from change
                on conflict do nothing
                """);
        // What other tests had set aside is not of this hand-over.
        sql.change("delete from quarantined_change");
        takingOver.begin(TAKER.version());
        givenUp.addAll(handOver());
        meanwhile.forEach(statement -> assertTrue(sql.change(statement) > 0, statement));
        carried.addAll(handOver());
        rows.putAll(present());
    }

    private List<byte[]> handOver() {
        sql.change("update home set moving_to = ? where node = 'central'", NODE);
        List<byte[]> pages = new ArrayList<>();
        Page.Place place = Page.Place.FIRST;
        while (place != null) {
            Page page = handingOver.page(NODE, place);
            pages.add(letters.sealed(page, TAKER, receiver.getPublic()));
            place = page.next();
        }
        sql.change("update home set moving_to = null where node = 'central'");
        return pages;
    }

    private void lose() {
        List<String> tables = new ArrayList<>(
                belongings.tables().stream().map(MovingTable::name).toList());
        tables.reversed().forEach(table -> sql.change("delete from " + table));
        rows.forEach((table, _) -> assertEquals(
                0,
                sql.one("select count(*) from " + table, row -> row.getLong(1)).orElseThrow()));
    }

    /// A hand-over that was given up, and once more from the beginning as the records are by then.
    private void take() {
        // As at the receiver, which does not write them yet.
        sql.change("update home set moving_to = ? where node = 'central'", NODE);
        takeAll(givenUp);
        takingOver.begin(TAKER.version() + 1);
        takeAll(carried);
        Map<String, Set<String>> whole = present();
        belongings.tables().forEach(table -> {
            Set<String> before = rows.getOrDefault(table.name(), Set.of());
            Set<String> lost = new TreeSet<>(before);
            lost.removeAll(whole.getOrDefault(table.name(), Set.of()));
            Set<String> instead = new TreeSet<>(whole.getOrDefault(table.name(), Set.of()));
            instead.removeAll(before);
            assertEquals(Set.of(), lost, () -> "lost of " + table.name() + ", instead: " + instead);
            if (table.isChanging()) {
                assertEquals(Set.of(), instead, () -> "out of date in " + table.name());
            }
        });
        assertFalse(carried.size() < 3, "nothing was carried");
    }

    private void takeAll(List<byte[]> pages) {
        for (byte[] letter : pages) {
            try {
                takingOver.take(letters.opened(letter, TAKER, receiver));
            } catch (SealingBroken broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    /// What changes and is not published of a union goes to another node, which has nothing of it.
    public static void carry(UUID union) {
        MovingContract contract = new MovingContract(List.of());
        MovingRows moving = bean(MovingRows.class);
        UUID[] unions = {union};
        QuarkusTransaction.requiringNew().run(() -> {
            Map<MovingTable, List<ObjectNode>> rows = new LinkedHashMap<>();
            contract.belongings.tables().stream()
                    .filter(MovingTable::isChanging)
                    .forEach(table -> rows.put(table, moving.read(table, unions, null, MANY)));
            moving.clear(unions);
            rows.forEach(moving::write);
        });
    }

    private Map<String, Set<String>> present() {
        UUID[] unions = sql.list(
                        "select union_id from home where node = 'central'", row -> row.getObject(1, UUID.class))
                .toArray(UUID[]::new);
        Map<String, Set<String>> present = new HashMap<>();
        for (MovingTable table : belongings.tables()) {
            String statement = """
                    select (to_jsonb(moving) - ?::text[])::text
                    from %s moving cross join (select ?::uuid[] as unions) own where %s
                    """.formatted(table.name(), table.ofUnions());
            present.put(
                    table.name(),
                    new TreeSet<>(sql.list(statement, row -> row.getString(1), OWN.toArray(String[]::new), unions)));
        }
        return present;
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
