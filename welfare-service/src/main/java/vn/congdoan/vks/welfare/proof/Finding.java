package vn.congdoan.vks.welfare.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.AccountKind;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Something in the books that is not as it should be.
@JsonInclude(Include.NON_NULL)
@Schema(name = "BooksFinding", description = "Something in the books of a fund that is not as it should be")
record Finding(
        FindingKind kind,

        @Schema(description = "With BALANCE and DAY", nullable = true) @Nullable
        AccountKind account,

        @Schema(description = "Which account, where a fund has many of the kind", nullable = true) @Nullable
        String code,

        @Schema(description = "With DAY", nullable = true) @Nullable
        LocalDate day,

        @Schema(
                description = "With BALANCE, DAY, PROMISES and GOODS: what stands there, debits positive, in đồng",
                nullable = true)
        @Nullable
        Long stands,

        @Schema(
                description =
                        "With BALANCE, DAY, PROMISES and GOODS: what it should be by what was booked or promised, in đồng",
                nullable = true)
        @Nullable
        Long booked,

        @Schema(description = "With LINK: the number of the first link whose hash is another one", nullable = true)
        @Nullable
        Long link,

        @Schema(description = "With UNLINKED", nullable = true) @Nullable
        TransferId transferId) {

    static Finding ofSum(FindingKind kind, Account account, @Nullable LocalDate day, long stands, long booked) {
        return new Finding(kind, account.kind(), account.code(), day, stands, booked, null, null);
    }

    static Finding atLink(long number) {
        return new Finding(FindingKind.LINK, null, null, null, null, null, number, null);
    }

    static Finding ofPromises(long stands, long booked) {
        return new Finding(FindingKind.PROMISES, null, null, null, stands, booked, null, null);
    }

    static Finding ofGoods(long stands, long booked) {
        return new Finding(FindingKind.GOODS, null, null, null, stands, booked, null, null);
    }

    static Finding unlinked(TransferId transfer) {
        return new Finding(FindingKind.UNLINKED, null, null, null, null, null, null, transfer);
    }
}
