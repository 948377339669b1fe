package vn.congdoan.vks.welfare.goods;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Goods that are handed over to somebody, or written off.
///
/// @param purpose with SUPPORT only
/// @param caseId the support case that they are for
/// @param visitId the visit to it that they are taken along on
/// @param programmeId the support programme that they are for
public record Handover(
        GoodsIssueKind kind,
        @Nullable SupportKind purpose,
        LocalDate date,
        List<WantedGoods> items,
        @Nullable String text,
        @Nullable String receivedBy,
        @Nullable Decision decision,
        @Nullable UUID caseId,
        @Nullable UUID visitId,
        @Nullable UUID programmeId) {

    public Handover {
        items = List.copyOf(items);
        text = text == null ? null : VietnameseText.singleLine(text);
        receivedBy = receivedBy == null ? null : VietnameseText.singleLine(receivedBy);
    }
}
