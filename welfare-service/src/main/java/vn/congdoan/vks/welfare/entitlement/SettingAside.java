package vn.congdoan.vks.welfare.entitlement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.MemberId;

/// Why an entitlement goes off the list.
@Schema(description = "Why an entitlement goes off the list", examples = SettingAside.EXAMPLE)
public record SettingAside(
        @NotNull @Schema(description = "Whose entitlement it is")
        MemberId memberId,

        @NotBlank
        @Size(max = 500)
        @Schema(description = "Why; shown inside the union only", examples = "Đoàn viên từ chối nhận")
        String why) {

    static final String EXAMPLE = """
            {"memberId": "019aa7b0-1c00-7000-8000-000000000021", "why": "Đoàn viên từ chối nhận"}
            """;
}
