package vn.congdoan.vks.welfare.payable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.bonus.AwardDecision;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;

/// A decision that something is owed, or is owed no more.
@Embeddable
@Schema(description = "A decision as it was issued", examples = IssuedDecision.EXAMPLE)
public record IssuedDecision(
        @NotBlank
        @Size(max = 50)
        @Column(name = "decision_number")
        @Schema(description = "Number", examples = "31/QĐ-CĐVKS")
        String number,

        @NotNull
        @Column(name = "decision_date")
        @Schema(description = "Date, not in the future", examples = "2023-12-20")
        LocalDate date,

        @Nullable
        @Size(max = 200)
        @Column(name = "decision_authority")
        @Schema(
                description = "Which body or office decided",
                examples = "Ban Chấp hành Công đoàn VKSND tỉnh",
                nullable = true)
        String authority) {

    static final String EXAMPLE = """
            {"number": "31/QĐ-CĐVKS", "date": "2023-12-20", "authority": "Ban Chấp hành Công đoàn VKSND tỉnh"}
            """;

    static IssuedDecision of(AwardDecision told) {
        return new IssuedDecision(told.number(), told.date(), told.authority());
    }

    /// As it is kept.
    ///
    /// @param at where its date stands in the request
    IssuedDecision cleanUntil(LocalDate today, String at) {
        if (date.isAfter(today)) {
            throw new Unprocessable(at, "in-the-future");
        }
        return new IssuedDecision(
                VietnameseText.singleLine(number),
                date,
                authority == null ? null : VietnameseText.singleLine(authority));
    }
}
