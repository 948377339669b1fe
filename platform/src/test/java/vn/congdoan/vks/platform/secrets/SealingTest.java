package vn.congdoan.vks.platform.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.SecretKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final byte[] PLAIN = "079099001234".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = "member/citizen-id".getBytes(StandardCharsets.UTF_8);

    private final SecretKey key = Sealing.newKey();

    @Property(tries = 200)
    void what_was_sealed_opens(@ForAll byte[] plain, @ForAll byte[] context) throws SealingBroken {
        assertArrayEquals(plain, Sealing.open(key, Sealing.seal(key, plain, context), context));
    }

    @Test
    void a_key_that_was_wrapped_opens_what_it_sealed() throws SealingBroken {
        SecretKey unwrapped = Sealing.keyOf(key.getEncoded());

        assertArrayEquals(PLAIN, Sealing.open(unwrapped, Sealing.seal(key, PLAIN, CONTEXT), CONTEXT));
    }

    @Test
    void a_new_key_has_256_bits_and_is_another_each_time() {
        assertEquals(32, key.getEncoded().length);
        assertFalse(Arrays.equals(key.getEncoded(), Sealing.newKey().getEncoded()));
    }

    @Test
    void the_same_sealed_twice_looks_different() {
        assertFalse(Arrays.equals(Sealing.seal(key, PLAIN, CONTEXT), Sealing.seal(key, PLAIN, CONTEXT)));
    }

    @Test
    void another_key_does_not_open_it() {
        assertBroken(Sealing.newKey(), Sealing.seal(key, PLAIN, CONTEXT), CONTEXT);
    }

    @Test
    void another_context_does_not_open_it() {
        byte[] other = "member/phone".getBytes(StandardCharsets.UTF_8);

        assertBroken(key, Sealing.seal(key, PLAIN, CONTEXT), other);
    }

    @Test
    void not_one_bit_can_be_changed() {
        byte[] sealed = Sealing.seal(key, PLAIN, CONTEXT);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertBroken(key, changed, CONTEXT);
        }
    }

    @Test
    void nothing_can_be_cut_off_or_added() {
        byte[] sealed = Sealing.seal(key, PLAIN, CONTEXT);
        for (int length = 0; length < sealed.length; length++) {
            assertBroken(key, Arrays.copyOf(sealed, length), CONTEXT);
        }
        assertBroken(key, Arrays.copyOf(sealed, sealed.length + 1), CONTEXT);
    }

    private static void assertBroken(SecretKey key, byte[] sealed, byte[] context) {
        assertThrows(SealingBroken.class, () -> Sealing.open(key, sealed, context));
    }
}
