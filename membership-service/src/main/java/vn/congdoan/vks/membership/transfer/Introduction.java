package vn.congdoan.vks.membership.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.decision.Decision;

/// The paper with which the sender introduces the member to the receiver (giấy giới thiệu chuyển sinh hoạt công đoàn).
@Embeddable
@Schema(description = "The sender's paper that introduces the member, as it was issued")
public record Introduction(
        @NotBlank
        @Size(max = 50)
        @Column(name = "introduction_number")
        @Schema(description = "Number", examples = "12/GGT-CĐVKS")
        String number,

        @NotNull @Column(name = "introduction_date") @Schema(description = "Date", examples = "2025-02-10")
        LocalDate date,

        @Size(max = 200)
        @Column(name = "introduction_signer")
        @Schema(description = "Who signed", examples = "Chủ tịch Công đoàn")
        @Nullable
        String signer) {

    /// What the member's step rests on where the receiver issues nothing of its own.
    Decision asDecision() {
        return new Decision(number, date, signer);
    }
}
