package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Membership in the Party: sensitive data.
@JsonInclude(Include.NON_NULL)
@Schema(description = "Membership in the Party (sensitive)")
public record Party(
        @Schema(description = "Probationary since (ngày vào Đảng)", examples = "2015-05-19") @Nullable
        LocalDate probationaryOn,

        @Schema(description = "Official since (ngày chính thức)", examples = "2016-05-19") @Nullable
        LocalDate officialOn) {

    boolean inOrder() {
        return probationaryOn == null || officialOn == null || !officialOn.isBefore(probationaryOn);
    }
}
