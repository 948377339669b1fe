package vn.congdoan.vks.platform.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.arc.Arc;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashMap;
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
    private static final KnownNode TAKER = new KnownNode(new UUID(0, 1), 7, NODE, new UnitId(new UUID(0, 2)), "MOVING");

    /// Of this node alone: when a row came here, and a key in its own wrapping.
    private static final List<String> OWN = List.of("booked_in", "wrapped", "health_note");

    private final Sql sql = bean(Sql.class);
    private final HandingOver handingOver = bean(HandingOver.class);
    private final TakingOver takingOver = bean(TakingOver.class);
    private final Letters letters = bean(Letters.class);
    private final Belongings belongings = bean(Belongings.class);
    private final KeyPair receiver = SealedLetter.newKeys();
    private final List<byte[]> carried = new ArrayList<>();
    private final Map<String, Set<String>> rows = new TreeMap<>();

    private MovingContract() {}

    /// A table that is neither would be forgotten when a union moves.
    public static void everyTableMovesOrStaysForAReason() {
        MovingContract contract = new MovingContract();
        Set<String> named = new TreeSet<>(contract.belongings.staying().keySet());
        contract.belongings.tables().forEach(each -> named.add(each.name()));
        assertEquals(new TreeSet<>(contract.sql.list("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                        """, row -> row.getString(1))), named);
    }

    /// @param empty tables of which this service's tests have no row
    public static void whatMovesMakesTheRecordsWhole(Set<String> empty) {
        MovingContract contract = new MovingContract();
        ReplicaContract.anewFromTheLog(contract::carry, contract::lose, contract::take);
        contract.rows.forEach((table, some) ->
                assertEquals(empty.contains(table), some.isEmpty(), "rows of " + table + " to prove anything with"));
    }

    private void carry() {
        sql.change("""
                insert into home (union_id, node) select distinct owner_union_id, 'central' from change
                on conflict do nothing
                """);
        sql.change("update home set moving_to = ? where node = 'central'", NODE);
        // What other tests had set aside is not of this hand-over.
        sql.change("delete from quarantined_change");
        takingOver.begin(TAKER.version());
        Page.Place place = new Page.Place(0, null);
        while (place != null) {
            Page page = handingOver.page(NODE, place);
            carried.add(letters.sealed(page, TAKER, receiver.getPublic()));
            place = page.next();
        }
        rows.putAll(present());
    }

    private void lose() {
        List<String> tables = new ArrayList<>(
                belongings.tables().stream().map(MovingTable::name).toList());
        tables.reversed().forEach(table -> sql.change("delete from " + table));
        rows.forEach((table, _) -> assertEquals(
                0,
                sql.one("select count(*) from " + table, row -> row.getLong(1)).orElseThrow()));
    }

    /// Once more from the beginning, as where a hand-over was given up and begun again.
    private void take() {
        takeAll();
        takingOver.begin(TAKER.version() + 1);
        takeAll();
        Map<String, Set<String>> whole = present();
        rows.forEach((table, before) -> {
            Set<String> lost = new TreeSet<>(before);
            lost.removeAll(whole.getOrDefault(table, Set.of()));
            Set<String> instead = new TreeSet<>(whole.getOrDefault(table, Set.of()));
            instead.removeAll(before);
            assertEquals(Set.of(), lost, () -> "lost of " + table + ", instead: " + instead);
        });
        assertFalse(carried.size() < 3, "nothing was carried");
    }

    private void takeAll() {
        for (byte[] letter : carried) {
            try {
                takingOver.take(letters.opened(letter, TAKER, receiver));
            } catch (SealingBroken broken) {
                throw new IllegalStateException(broken);
            }
        }
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
