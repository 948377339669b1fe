package vn.congdoan.vks.gateway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import vn.congdoan.vks.gateway.GatewaySettings;
import vn.congdoan.vks.gateway.forwarding.PartAnswer;
import vn.congdoan.vks.gateway.forwarding.PartRequest;
import vn.congdoan.vks.gateway.forwarding.Service;
import vn.congdoan.vks.gateway.forwarding.Services;

/// Asks every service for its audit trail at once, with the caller's own token.
@ApplicationScoped
final class ReadingTrails {

    private static final Logger LOG = Logger.getLogger(ReadingTrails.class);
    private static final Pattern CANONICAL_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Services services;
    private final GatewaySettings settings;
    private final ObjectMapper json;

    ReadingTrails(Services services, GatewaySettings settings, ObjectMapper json) {
        this.services = services;
        this.settings = settings;
        this.json = json;
    }

    /// What each service gave, in their fixed order.
    List<TrailPart> read(String uri, Map<String, String> headers) {
        var request = new PartRequest(
                uri, headers, settings.composedTimeout(), settings.maxPartSize().asLongValue());
        var asked = services.all().stream()
                .map(service -> ask(service, request).toCompletableFuture())
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private CompletionStage<TrailPart> ask(Service service, PartRequest request) {
        return service.read(request)
                .map(answer -> understand(service, answer))
                .otherwise(failure -> absent(service, failure.toString()))
                .toCompletionStage();
    }

    private TrailPart understand(Service service, PartAnswer answer) {
        if (answer.status() >= 400 && answer.status() < 500) {
            return new TrailPart.Refusal(answer);
        }
        if (answer.status() != 200) {
            return absent(service, "status " + answer.status());
        }
        try {
            var page = json.readTree(answer.body().getBytes());
            var items = page.path("items");
            boolean proper = items.isArray() && items.valueStream().allMatch(ReadingTrails::hasId);
            return proper
                    ? new TrailPart.Entries(
                            items.valueStream().toList(), !page.path("next").isNull())
                    : absent(service, "not a page of entries");
        } catch (IOException noJson) {
            return absent(service, "no JSON");
        }
    }

    private static boolean hasId(JsonNode entry) {
        return CANONICAL_ID.matcher(CommonTrail.id(entry)).matches();
    }

    private static TrailPart absent(Service service, String reason) {
        LOG.warnf("The audit trail of %s is missing: %s", service.name(), reason);
        return new TrailPart.Absence(service.name());
    }
}
