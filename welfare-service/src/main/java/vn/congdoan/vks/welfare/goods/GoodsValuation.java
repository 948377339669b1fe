package vn.congdoan.vks.welfare.goods;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How the value of goods was found.
@Schema(description = "How the value of goods was found")
public enum GoodsValuation {
    /// By an invoice or another voucher of the donor.
    INVOICE,
    /// By what it costs on the market on the day.
    MARKET_PRICE,
    /// As the donor says.
    DONOR,
    /// By those who took it in, in writing (biên bản xác định giá trị).
    APPRAISAL;

    /// As it stands on paper.
    public String vietnamese() {
        return switch (this) {
            case INVOICE -> "theo hóa đơn";
            case MARKET_PRICE -> "theo giá thị trường";
            case DONOR -> "theo khai báo của người tặng";
            case APPRAISAL -> "theo biên bản xác định giá trị";
        };
    }
}
