package vn.congdoan.vks.platform.sync;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A record that a node and the central one do not have alike.
@Schema(
        name = "ComparedDifference",
        description = "A record that a node and the central one do not have alike",
        examples = Difference.EXAMPLE)
public record Difference(
        @NotBlank @Size(max = 100) @Schema(description = "Kind of record", examples = "member")
        String aggregateType,

        @NotNull @Schema(description = "Id of the record") UUID aggregateId,

        @NotNull Kind difference,

        @Schema(description = "Version at the node; null: none", examples = "4", nullable = true) @Nullable
        Long nodeVersion,

        @Schema(description = "Version at the central node; null: none", examples = "3", nullable = true) @Nullable
        Long centralVersion) {

    /// In what they differ.
    @Schema(
            name = "DifferenceKind",
            description =
                    "MISSING_AT_CENTRAL: the node has told it again; DIFFERENT: the central node has doubted what it"
                            + " has and is told again; MISSING_AT_NODE: the node has no trace of it, so what the central node has"
                            + " may be the last that there is: it stays, for people to decide")
    public enum Kind {
        MISSING_AT_CENTRAL,
        MISSING_AT_NODE,
        DIFFERENT
    }

    static final String EXAMPLE = """
            {
              "aggregateType": "member",
              "aggregateId": "019aa7b0-1c00-7000-8000-000000000001",
              "difference": "DIFFERENT",
              "nodeVersion": 4,
              "centralVersion": 3
            }
            """;
}
