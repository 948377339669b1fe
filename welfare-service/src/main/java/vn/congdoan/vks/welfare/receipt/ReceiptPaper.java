package vn.congdoan.vks.welfare.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vn.congdoan.vks.platform.paper.PdfPages;
import vn.congdoan.vks.platform.text.Dong;
import vn.congdoan.vks.welfare.goods.GoodsItem;

/// A receipt as it is handed out on paper (biên nhận), with places to sign.
final class ReceiptPaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private ReceiptPaper() {}

    static byte[] pdf(ReceiptView receipt) {
        try (PdfPages pages = new PdfPages("Biên nhận đóng góp")) {
            pages.heading("Số: " + receipt.number());
            if (receipt.reversedBy() != null) {
                pages.heading("KHÔNG CÒN GIÁ TRỊ: đóng góp đã được hoàn lại");
            }
            pages.line(0, "Đơn vị: " + Objects.requireNonNullElse(receipt.unit(), ""));
            pages.line(0, "Quỹ: " + receipt.fund());
            pages.line(0, "Người đóng góp: " + Objects.requireNonNullElse(receipt.donor(), "không nêu tên"));
            List<GoodsItem> goods = receipt.goods();
            if (goods != null) {
                pages.line(0, "Hiện vật:");
                for (GoodsItem each : goods) {
                    pages.line(1, each.vietnamese());
                }
            }
            pages.line(
                    0,
                    (goods == null ? "Số tiền: " : "Tổng trị giá: ") + new Dong(receipt.amount()).in(Locale.of("vi")));
            pages.line(0, "Bằng chữ: " + receipt.amountInWords());
            pages.line(
                    0,
                    "Hình thức: "
                            + switch (receipt.method()) {
                                case CASH -> "tiền mặt";
                                case BANK -> "chuyển khoản";
                                case GOODS -> "hiện vật";
                            });
            pages.line(0, "Ngày đóng góp: " + DAY.format(receipt.date()));
            pages.heading("Người đóng góp                    Thủ quỹ                    Kế toán");
            return pages.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
