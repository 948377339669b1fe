package vn.congdoan.vks.platform.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a node is told when it doubts a record, and what that leaves in the log.
class DoubtsTest {

    private static final UUID CENTRAL = new UUID(1, 1);
    private static final UUID PROVINCE = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);
    private static final UUID UNKNOWN = new UUID(7, 7);
    private static final Feeding.Reader ASKER = new Feeding.Reader("a", Set.of(PROVINCE), false);
    private static final Feeding.Reader ANOTHER = new Feeding.Reader("b", Set.of(OTHER), false);
    private static SimulatedNode central;

    @BeforeAll
    static void start() {
        central = new SimulatedNode(ThisNode.CENTRAL, CENTRAL);
    }

    @BeforeEach
    void clear() {
        central.clear(List.of());
    }

    @Test
    void that_there_is_none_is_told_once_however_often_it_is_asked() {
        for (int times = 0; times < 3; times++) {
            ask(ASKER);
            ask(ASKER);
            central.sequence(10);
        }
        assertEquals(List.of("WITHDRAWAL"), told(ASKER));
    }

    @Test
    void it_is_told_to_the_asker_alone_and_to_each_asker() {
        ask(ASKER);
        central.sequence(10);
        assertEquals(List.of(), told(ANOTHER));
        ask(ANOTHER);
        central.sequence(10);
        assertEquals(List.of("WITHDRAWAL"), told(ANOTHER));
        assertEquals(List.of("WITHDRAWAL"), told(ASKER));
    }

    @Test
    void it_is_told_anew_when_the_log_has_lost_its_end() {
        ask(ASKER);
        central.sequence(10);
        central.backUp();
        central.restore(1_001);
        ask(ASKER);
        central.sequence(10);
        assertEquals(List.of("WITHDRAWAL", "WITHDRAWAL"), told(ASKER));
    }

    private static void ask(Feeding.Reader reader) {
        central.doubts.answer(List.of(new Doubts.Named("topic", UNKNOWN)), reader);
    }

    private static List<String> told(Feeding.Reader reader) {
        return central.feeding.after(Cursor.START, reader, 100).changes().stream()
                .map(each -> each.kind().name())
                .toList();
    }
}
