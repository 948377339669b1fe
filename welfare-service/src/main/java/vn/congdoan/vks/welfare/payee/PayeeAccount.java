package vn.congdoan.vks.welfare.payee;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.text.VietnameseText;

/// An account at a bank.
@JsonInclude(Include.NON_NULL)
@Schema(description = "An account at a bank", examples = PayeeAccount.EXAMPLE)
public record PayeeAccount(
        @NotNull
        @Pattern(regexp = "[0-9A-Z]{2,20}")
        @Schema(description = "The bank's code, as the paying bank knows it", examples = "VCB")
        String bankCode,

        @Nullable
        @Size(min = 1, max = 100)
        @Schema(description = "The bank's name, with the branch", examples = "Vietcombank Vinh", nullable = true)
        String bankName,

        @NotNull
        @Pattern(regexp = "[0-9A-Z]{4,24}")
        @Schema(description = "The account's number, without spaces", examples = "0011004123456")
        String number,

        @NotBlank
        @Size(max = 100)
        @Schema(description = "Who holds the account, as the bank writes it", examples = "Nguyễn Thị Minh Họa")
        String holder) {

    static final String EXAMPLE = """
            {
              "bankCode": "VCB",
              "bankName": "Vietcombank Vinh",
              "number": "0011004123456",
              "holder": "Nguyễn Thị Minh Họa"
            }
            """;

    /// As it is kept: in single lines.
    public PayeeAccount clean() {
        return new PayeeAccount(
                bankCode,
                bankName == null ? null : VietnameseText.singleLine(bankName),
                number,
                VietnameseText.singleLine(holder));
    }
}
