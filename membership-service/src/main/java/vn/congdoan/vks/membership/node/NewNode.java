package vn.congdoan.vks.membership.node;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;

/// A provincial union gets a node of its own.
@Schema(description = "A provincial union gets a node of its own", examples = NewNode.EXAMPLE)
public record NewNode(
        @Schema(description = "An id of the client's; made by the server unless given", nullable = true) @Nullable
        NodeId id,

        @NotNull
        @Pattern(regexp = "[a-z][a-z0-9-]{1,30}")
        @Schema(
                description = "Its name for ever: of no other node, and not `central`",
                pattern = "^[a-z][a-z0-9-]{1,30}$",
                examples = "nan")
        String name,

        @NotNull @Schema(description = "A provincial union that exists today and has no node yet")
        UnitId unionId) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "name": "nan",
              "unionId": "019366a0-0000-7000-8000-000000000051"
            }
            """;
}
