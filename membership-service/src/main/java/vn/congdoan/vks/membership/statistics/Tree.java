package vn.congdoan.vks.membership.statistics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// On which tree figures are grouped.
@Schema(
        description = "then: the tree of the day; now: today's, where a merged unit counts at its successor",
        enumeration = {"then", "now"})
public enum Tree {
    THEN,
    NOW;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
