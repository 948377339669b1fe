package vn.congdoan.vks.welfare.payfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineReferenceTest {

    private static final UUID LINE = UUID.fromString("019aa7b0-1c00-7000-8123-456789abcdef");

    @Test
    void a_reference_is_short_and_has_no_signs_that_look_alike() {
        assertEquals("VK28T5CY4TQKFF", LineReference.of(LINE));
    }

    @Test
    void it_is_found_however_a_bank_writes_it() {
        assertEquals(Set.of("VK28T5CY4TQKFF"), LineReference.in("CT DEN:240202 vk28t5 cy4tqkff tro cap tet GD 0099"));
    }

    @Test
    void what_only_looks_like_one_is_none() {
        assertTrue(LineReference.in("VK28T5CY4TQKF-TRO CAP VKILOUILOUILO").isEmpty());
    }
}
