package vn.congdoan.vks.membership.externalbody;

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
import vn.congdoan.vks.platform.problem.Unprocessable;

class ExternalBodyTest {

    private static final LocalDate FIRST = LocalDate.of(1991, 10, 1);
    private static final LocalDate END = LocalDate.of(2025, 7, 1);
    private static final String NAME = "Liên đoàn Lao động tỉnh Kon Tum";

    @Test
    void it_exists_from_its_first_day_until_its_end() {
        ExternalBody body = body(END);

        assertFalse(body.existsOn(FIRST.minusDays(1)));
        assertTrue(body.existsOn(FIRST));
        assertTrue(body.existsOn(END.minusDays(1)));
        assertFalse(body.existsOn(END));
        assertTrue(body(null).existsOn(END));
    }

    @Test
    void it_does_not_end_before_it_begins() {
        assertThrows(Unprocessable.class, () -> body(FIRST));
        ExternalBody body = body(null);
        assertThrows(Unprocessable.class, () -> body.revise(NAME, FIRST));
        assertTrue(body.existsOn(FIRST));
    }

    @Test
    void a_revision_tells_what_is_different() {
        ExternalBody body = body(null);

        assertEquals(List.of(), body.revise("Liên đoàn  Lao động tỉnh Kon Tum ", null));
        assertEquals(List.of("validTo"), body.revise(NAME, END));
        assertEquals(List.of("name"), body.revise("LĐLĐ Kon Tum", END));
        assertEquals(List.of("name", "validTo"), body.revise(NAME, null));
        assertEquals(NAME, body.ref().name());
    }

    private static ExternalBody body(@Nullable LocalDate end) {
        NewExternalBody form =
                new NewExternalBody(ExternalBodyKind.PROVINCIAL_CONFEDERATION_OF_LABOUR, NAME, "62", FIRST, end);
        return new ExternalBody(new ExternalBodyId(new UUID(0, 7)), form, new byte[0], Instant.EPOCH);
    }
}
