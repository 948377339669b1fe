package vn.congdoan.vks.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class PlaceTest {

    @Test
    void without_settings_the_system_lies_in_the_checkout_on_the_documented_ports() {
        Place place = Place.from(Map.of());
        assertEquals(
                List.of(8080, 8081, 8082, 8083, 8180, 8190, 8192, 8193, 8442),
                IntStream.of(place.allPorts()).boxed().toList());
        assertEquals(place.project().resolve(".local"), place.directory());
    }

    @Test
    void the_port_base_shifts_every_port_alike() {
        int[] usual = Place.from(Map.of()).allPorts();
        int[] shifted = Place.from(Map.of("PORT_BASE", "9080")).allPorts();
        assertEquals(
                Arrays.stream(usual).map(port -> port + 1000).boxed().toList(),
                Arrays.stream(shifted).boxed().toList());
    }

    @Test
    void the_parts_listen_on_the_ports_of_their_place_and_on_no_others() {
        Place place = Place.from(Map.of());
        Set<Integer> ofParts =
                Parts.of(place).stream().flatMap(part -> part.ports().stream()).collect(Collectors.toSet());
        assertEquals(IntStream.of(place.allPorts()).boxed().collect(Collectors.toSet()), ofParts);
    }

    @Test
    void a_port_base_that_is_no_port_is_refused() {
        for (String wrong : List.of("no number", "80", "65500", "-1")) {
            assertThrows(IllegalArgumentException.class, () -> Place.from(Map.of("PORT_BASE", wrong)), wrong);
        }
    }

    @Test
    void the_master_key_has_the_256_bits_of_its_cipher_and_says_what_it_is() {
        String encoded =
                new ServiceEnvironment(Place.from(Map.of())).membership().get("VKS_SECRETS_MASTER_KEY");
        byte[] key = Base64.getDecoder().decode(encoded);
        assertEquals(32, key.length);
        assertTrue(new String(key, java.nio.charset.StandardCharsets.US_ASCII).startsWith("demo-only-"));
    }
}
