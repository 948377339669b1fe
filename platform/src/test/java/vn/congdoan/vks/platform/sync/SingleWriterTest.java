package vn.congdoan.vks.platform.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.problem.Causes;
import vn.congdoan.vks.platform.problem.Conflict;

/// A record has one writer: its home. The log refuses everybody else, and with it the whole transaction.
class SingleWriterTest {

    private static final UUID CENTRAL = new UUID(1, 1);
    private static final UUID PROVINCE = new UUID(1, 2);
    private static SimulatedNode central;
    private static SimulatedNode province;

    @BeforeAll
    static void start() {
        central = new SimulatedNode(ThisNode.CENTRAL, CENTRAL);
        province = new SimulatedNode("a", PROVINCE);
    }

    @BeforeEach
    void clear() {
        central.clear(List.of(province));
        province.clear(List.of(province));
    }

    @Test
    void the_home_of_a_union_writes_its_records() {
        central.write(CENTRAL);
        province.write(PROVINCE);
        assertEquals(1, central.held(CENTRAL).size());
        assertEquals(1, province.held(PROVINCE).size());
    }

    @Test
    void the_central_node_is_the_home_of_a_union_that_has_no_other() {
        central.write(new UUID(1, 50));
        assertEquals("VK001", refusal(() -> province.write(new UUID(1, 50))));
    }

    @Test
    void nobody_else_writes_them_and_nothing_of_the_transaction_is_done() {
        assertEquals("VK001", refusal(() -> central.write(PROVINCE)));
        assertEquals("VK001", refusal(() -> province.write(CENTRAL)));
        assertEquals(0, central.held(PROVINCE).size());
        assertEquals(0, central.pending());
    }

    @Test
    void it_is_known_beforehand_where_a_unit_writes() {
        UUID section = UUID.randomUUID();
        central.unit(section, PROVINCE);
        province.unit(section, PROVINCE);
        UUID centrals = UUID.randomUUID();
        central.unit(centrals, CENTRAL);
        province.unit(centrals, CENTRAL);

        province.requireWritten(section);
        central.requireWritten(centrals);
        assertEquals(
                "owned-elsewhere {owner=a}", said(assertThrows(Conflict.class, () -> central.requireWritten(section))));
        assertEquals(
                "owned-elsewhere {owner=central}",
                said(assertThrows(Conflict.class, () -> province.requireWritten(centrals))));
    }

    private static String said(Conflict conflict) {
        return conflict.code() + " " + conflict.values();
    }

    @Test
    void nobody_writes_while_they_move() {
        central.run("insert into home (union_id, node, moving_to) values ('" + CENTRAL + "', 'central', 'a')");
        assertEquals("VK002", refusal(() -> central.write(CENTRAL)));
    }

    @Test
    void nobody_writes_while_the_node_recovers() {
        province.restore(1_001);
        assertEquals("VK003", refusal(() -> province.write(PROVINCE)));
        province.recovered();
        province.write(PROVINCE);
    }

    @Test
    void whoever_moves_a_home_waits_for_those_who_write() throws Exception {
        try (HomeMover mover = new HomeMover(central)) {
            central.connection().inTransaction(() -> {
                central.writeWithin(CENTRAL);
                mover.begin(CENTRAL);
                mover.requireWaiting();
                return true;
            });
            mover.requireDone();
        }
        assertEquals("VK002", refusal(() -> central.write(CENTRAL)));
    }

    private static String refusal(Runnable write) {
        PersistenceException refused = assertThrows(PersistenceException.class, write::run);
        return Causes.first(SQLException.class, refused).orElseThrow().getSQLState();
    }
}
