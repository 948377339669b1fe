package vn.congdoan.vks.gateway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import vn.congdoan.vks.gateway.forwarding.Asking;
import vn.congdoan.vks.gateway.forwarding.PartAnswer;
import vn.congdoan.vks.gateway.routing.Backend;

/// Asks every service for its audit trail at once, with the caller's own token.
@ApplicationScoped
final class ReadingTrails {

    private static final Logger LOG = Logger.getLogger(ReadingTrails.class);
    private static final Pattern CANONICAL_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Asking asking;
    private final ObjectMapper json;

    ReadingTrails(Asking asking, ObjectMapper json) {
        this.asking = asking;
        this.json = json;
    }

    /// What each service gave, in their fixed order.
    Collection<TrailPart> read(String uri, Map<String, String> headers) {
        return asking.<TrailPart>all(
                        uri, headers, this::understand, service -> new TrailPart.Absence(service.serviceName()))
                .values();
    }

    private TrailPart understand(Backend service, PartAnswer answer) {
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

    private static TrailPart absent(Backend service, String reason) {
        LOG.warnf("The audit trail of %s is missing: %s", service.serviceName(), reason);
        return new TrailPart.Absence(service.serviceName());
    }
}
