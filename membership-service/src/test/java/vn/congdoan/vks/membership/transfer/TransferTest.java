package vn.congdoan.vks.membership.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;

class TransferTest {

    private static final Instant NOW = Instant.parse("2025-03-01T00:00:00Z");
    private static final LocalDate INTRODUCED = LocalDate.of(2025, 2, 10);
    private static final UnitId FROM = new UnitId(new UUID(0, 1));
    private static final UnitId TARGET = new UnitId(new UUID(0, 2));

    private final Transfer transfer = pending();

    @Test
    void an_accepted_one_tells_where_and_since_when() {
        transfer.accept(TARGET, INTRODUCED, null, NOW);

        TransferState told = state("accepted");
        assertEquals(TransferStatus.ACCEPTED, told.status());
        assertEquals(TARGET, told.unitId());
        assertEquals(INTRODUCED, told.effectiveDate());
    }

    @Test
    void nobody_comes_before_being_introduced() {
        assertThrows(Unprocessable.class, () -> transfer.accept(TARGET, INTRODUCED.minusDays(1), null, NOW));
    }

    @Test
    void the_step_rests_on_the_receivers_decision_else_on_the_introduction() {
        assertEquals("12/GGT", transfer.basis().number());

        transfer.accept(TARGET, INTRODUCED, new Decision("09/QĐ", INTRODUCED, null), NOW);

        assertEquals("09/QĐ", transfer.basis().number());
    }

    @Test
    void it_is_answered_once() {
        transfer.refuse("Đã có người", NOW);

        assertEquals(TransferStatus.REFUSED, state("refused").status());
        for (Runnable answer : List.<Runnable>of(
                () -> transfer.accept(TARGET, INTRODUCED, null, NOW),
                () -> transfer.refuse("Lần nữa", NOW),
                () -> transfer.withdraw(NOW))) {
            assertThrows(Conflict.class, answer::run);
        }
        assertEquals(TransferStatus.REFUSED, state("refused").status());
    }

    @Test
    void a_withdrawn_one_is_not_accepted_any_more() {
        transfer.withdraw(NOW);

        assertThrows(Conflict.class, () -> transfer.accept(TARGET, INTRODUCED, null, NOW));
        assertEquals(TransferStatus.WITHDRAWN, state("withdrawn").status());
    }

    private TransferState state(String happened) {
        return (TransferState) transfer.change(happened, Audience.everybody()).state();
    }

    private static Transfer pending() {
        NewTransfer form = new NewTransfer(
                new MemberId(new UUID(0, 3)), TARGET, new Introduction("12/GGT", INTRODUCED, null), null);
        return new Transfer(
                new TransferId(new UUID(0, 4)), form, new Transfer.Side(FROM, FROM), TARGET, new byte[0], NOW);
    }
}
