package vn.congdoan.vks.welfare.fund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Held;
import vn.congdoan.vks.welfare.ledger.SupportKind;

class FundTest {

    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final UnitId SECTION = new UnitId(UUID.randomUUID());
    private static final UnitId UNION = new UnitId(UUID.randomUUID());
    private static final byte[] CREATED_AS = {1, 2, 3};

    @Test
    void is_open_from_its_first_day_to_its_last() {
        Fund fund = fund("Quỹ", FIRST.plusDays(1));
        assertFalse(fund.isOpenOn(FIRST.minusDays(1)));
        assertTrue(fund.isOpenOn(FIRST));
        assertTrue(fund.isOpenOn(FIRST.plusDays(1)));
        assertFalse(fund.isOpenOn(FIRST.plusDays(2)));
    }

    @Test
    void stays_open_without_a_last_day() {
        assertTrue(fund("Quỹ", null).isOpenOn(LocalDate.of(2199, 12, 31)));
    }

    @Test
    void may_be_open_for_one_day() {
        assertTrue(fund("Quỹ", FIRST).isOpenOn(FIRST));
    }

    @Test
    void does_not_end_before_it_starts() {
        Unprocessable refused = assertThrows(Unprocessable.class, () -> fund("Quỹ", FIRST.minusDays(1)));
        assertEquals("/closesOn", refused.violations().getFirst().pointer());
        assertEquals("ends-before-start", refused.violations().getFirst().code());
    }

    @Test
    void keeps_its_name_in_one_line_and_composed() {
        assertEquals(
                "Quỹ Nghĩa tình",
                fund("  Quy\u0303   Nghi\u0303a\n tình ", null)
                        .viewOn(FIRST, Held.NOTHING)
                        .name());
    }

    @Test
    void belongs_to_the_union_of_its_owner() {
        FundView view = fund("Quỹ", null).viewOn(FIRST, Held.NOTHING);
        assertEquals(SECTION, view.unitId());
        assertEquals(UNION, view.unionId());
    }

    @Test
    void knows_what_it_was_created_from() {
        Fund fund = fund("Quỹ", null);
        assertTrue(fund.wasCreatedAs(new byte[] {1, 2, 3}));
        assertFalse(fund.wasCreatedAs(new byte[] {1, 2, 4}));
    }

    private static Fund fund(String name, @Nullable LocalDate closesOn) {
        NewFund form = new NewFund(
                SECTION, FundKind.SOLIDARITY, name, null, false, List.of(SupportKind.ILLNESS), FIRST, closesOn, true);
        return new Fund(new FundId(UUID.randomUUID()), UNION, form, CREATED_AS, Instant.EPOCH);
    }
}
