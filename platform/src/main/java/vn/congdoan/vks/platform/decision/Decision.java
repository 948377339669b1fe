package vn.congdoan.vks.platform.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A decision on paper (quyết định) that something rests on: a step of a membership, the reopening of a period.
@Embeddable
@Schema(description = "A decision on paper, as it was issued")
public record Decision(
        @NotBlank
        @Size(max = 50)
        @Column(name = "decision_number")
        @Schema(description = "Number", examples = "05/QĐ-CĐVKS")
        String number,

        @NotNull @Column(name = "decision_date") @Schema(description = "Date", examples = "2023-02-14")
        LocalDate date,

        @Size(max = 200)
        @Column(name = "decision_signer")
        @Schema(description = "Who signed", examples = "Chủ tịch Công đoàn")
        @Nullable
        String signer) {}
