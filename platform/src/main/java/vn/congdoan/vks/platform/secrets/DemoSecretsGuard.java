package vn.congdoan.vks.platform.secrets;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Secrets of the demo are public. Every one of them contains `demo-only`, in clear or in Base64, and a service that is
/// not a local one (`vks.deployment=local`) refuses to start with it.
@ApplicationScoped
class DemoSecretsGuard {

    private static final String MARK = "demo-only";

    void refuse(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start,
            Config config,
            @ConfigProperty(name = "vks.deployment", defaultValue = "production") String deployment) {
        List<String> found = demoSecrets(config);
        if (!deployment.equals("local") && !found.isEmpty()) {
            throw new IllegalStateException("Demo secrets are refused outside a local deployment: " + found);
        }
    }

    static List<String> demoSecrets(Config config) {
        List<String> found = new ArrayList<>();
        for (String name : config.getPropertyNames()) {
            Optional<String> value = config.getOptionalValue(name, String.class);
            if (value.isPresent() && isDemo(value.get())) {
                found.add(name);
            }
        }
        return found;
    }

    private static boolean isDemo(String value) {
        if (value.contains(MARK)) {
            return true;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(value.strip());
            return new String(decoded, StandardCharsets.ISO_8859_1).contains(MARK);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
