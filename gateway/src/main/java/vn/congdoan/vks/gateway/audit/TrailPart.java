package vn.congdoan.vks.gateway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import vn.congdoan.vks.gateway.forwarding.PartAnswer;

/// What one service contributed to the common trail.
sealed interface TrailPart {

    /// The service's newest entries.
    ///
    /// @param entries newest first, as the service wrote them
    /// @param more whether it has older ones
    record Entries(List<JsonNode> entries, boolean more) implements TrailPart {}

    /// The service says that the caller is wrong; the others would say the same.
    record Refusal(PartAnswer answer) implements TrailPart {}

    /// The service did not answer in time or not properly.
    record Absence(String service) implements TrailPart {}
}
