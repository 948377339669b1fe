package vn.congdoan.vks.membership.localsuperior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.membership.externalbody.ExternalBodyId;
import vn.congdoan.vks.membership.externalbody.ExternalBodyKind;
import vn.congdoan.vks.membership.externalbody.ExternalBodyRef;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Unprocessable;

class LocalSuperiorTest {

    private static final LocalDate FIRST = LocalDate.of(2010, 3, 1);
    private static final LocalDate NEXT = LocalDate.of(2020, 1, 1);
    private static final ExternalBodyRef BODY = new ExternalBodyRef(
            new ExternalBodyId(new UUID(0, 7)), ExternalBodyKind.PROVINCIAL_CONFEDERATION_OF_LABOUR, "LĐLĐ tỉnh");

    @Test
    void it_lasts_until_another_one_begins() {
        LocalSuperior superior = superior(null);
        assertNull(validTo(superior));

        superior.giveWayOn(NEXT);

        assertEquals(NEXT, validTo(superior));
    }

    @Test
    void one_that_has_ended_gives_way_on_a_day_of_its_own_only() {
        LocalSuperior superior = superior(NEXT);

        assertThrows(IllegalArgumentException.class, () -> superior.giveWayOn(NEXT));
        assertThrows(IllegalArgumentException.class, () -> superior.giveWayOn(FIRST.minusDays(1)));
        superior.giveWayOn(NEXT.minusDays(1));
        assertEquals(NEXT.minusDays(1), validTo(superior));
    }

    @Test
    void it_keeps_its_first_day() {
        LocalSuperior superior = superior(null);

        assertThrows(Unprocessable.class, () -> superior.giveWayOn(FIRST));
        assertNull(validTo(superior));
        superior.giveWayOn(FIRST.plusDays(1));
        assertEquals(FIRST.plusDays(1), validTo(superior));
    }

    private static @Nullable LocalDate validTo(LocalSuperior superior) {
        return superior.view(BODY).validTo();
    }

    private static LocalSuperior superior(@Nullable LocalDate next) {
        NewLocalSuperior form = new NewLocalSuperior(null, BODY.id(), FIRST, new Decision("12/QĐ-LĐLĐ", FIRST, null));
        return new LocalSuperior(
                new LocalSuperiorId(new UUID(0, 9)),
                new UnitId(new UUID(0, 1)),
                form,
                next,
                new byte[0],
                Instant.EPOCH);
    }
}
