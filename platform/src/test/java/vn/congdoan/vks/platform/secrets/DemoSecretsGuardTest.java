package vn.congdoan.vks.platform.secrets;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class DemoSecretsGuardTest {

    private final DemoSecretsGuard guard = new DemoSecretsGuard();

    @Test
    void a_demo_secret_is_found_in_clear_and_in_base64() {
        Config config = config(Map.of(
                "in-clear", "this-is-demo-only-too",
                "in-base64", base64("demo-only-master-key-for-testing"),
                "in-base64-shifted", base64("a-demo-only-key"),
                "real", base64("0123456789abcdef0123456789abcdef"),
                "plain", "demo"));

        assertEquals(
                List.of("in-base64", "in-base64-shifted", "in-clear"),
                DemoSecretsGuard.demoSecrets(config).stream().sorted().toList());
    }

    @Test
    void a_service_that_is_not_local_does_not_start_with_a_demo_secret() {
        Config config = config(Map.of("vks.secrets.master-key", base64("demo-only-master-key-for-testing")));

        String message = assertThrows(
                        IllegalStateException.class, () -> guard.refuse(new StartupEvent(), config, "production"))
                .getMessage();

        assertTrue(String.valueOf(message).contains("vks.secrets.master-key"), "names the property");
        assertFalse(String.valueOf(message).contains("demo-only-"), "does not tell the secret");
        assertThrows(IllegalStateException.class, () -> guard.refuse(new StartupEvent(), config, "staging"));
    }

    @Test
    void a_local_service_starts_with_a_demo_secret() {
        Config config = config(Map.of("vks.secrets.master-key", "demo-only"));

        assertDoesNotThrow(() -> guard.refuse(new StartupEvent(), config, "local"));
    }

    @Test
    void a_service_with_secrets_of_its_own_starts_anywhere() {
        Config config = config(Map.of("vks.secrets.master-key", base64("0123456789abcdef0123456789abcdef")));

        assertDoesNotThrow(() -> guard.refuse(new StartupEvent(), config, "production"));
    }

    @Test
    void a_value_that_refers_to_nothing_hides_no_other() {
        Config config = config(Map.of("a", "${not.there}", "b", "demo-only", "c", "${b}"));

        assertEquals(
                List.of("b", "c"),
                DemoSecretsGuard.demoSecrets(config).stream().sorted().toList());
    }

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
