package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Violation;

/// Membership in the Party: sensitive data.
@JsonInclude(Include.NON_NULL)
@Schema(description = "Membership in the Party (sensitive)")
public record Party(
        @Schema(description = "Probationary since (ngày vào Đảng)", examples = "2015-05-19") @Nullable
        LocalDate probationaryOn,

        @Schema(description = "Official since (ngày chính thức)", examples = "2016-05-19") @Nullable
        LocalDate officialOn) {

    /// What lies after a day although it is told as something that was.
    List<Violation> after(LocalDate day) {
        List<Violation> found = new ArrayList<>();
        if (probationaryOn != null && probationaryOn.isAfter(day)) {
            found.add(new Violation("/probationaryOn", "in-the-future"));
        }
        if (officialOn != null && officialOn.isAfter(day)) {
            found.add(new Violation("/officialOn", "in-the-future"));
        }
        return found;
    }

    boolean inOrder() {
        return probationaryOn == null || officialOn == null || !officialOn.isBefore(probationaryOn);
    }
}
