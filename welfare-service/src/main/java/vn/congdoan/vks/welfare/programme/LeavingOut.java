package vn.congdoan.vks.welfare.programme;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.MemberId;

/// Who is taken off the list.
@Schema(description = "Who is taken off the list", examples = LeavingOut.EXAMPLE)
public record LeavingOut(
        @NotEmpty @Size(max = 1000) @Schema(description = "Members on the list")
        List<@NotNull MemberId> memberIds) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"memberIds": ["019366a0-0000-7000-8000-000000001234"]}
            """;
}
