package vn.congdoan.vks.welfare.disclosure;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.AccountKind;

/// What stands on paper and in workbooks, in Vietnamese.
final class Labels {

    static final String TITLE = "Công khai thu, chi quỹ";
    static final String OPENING = "Số dư đầu kỳ";
    static final String INCOME = "Thu trong kỳ";
    static final String SPENDING = "Chi trong kỳ";
    static final String CLOSING = "Số dư cuối kỳ";

    static final String OPENING_IN_KIND = "Hiện vật tồn đầu kỳ";
    static final String INCOME_IN_KIND = "Hiện vật tiếp nhận trong kỳ";
    static final String SPENDING_IN_KIND = "Hiện vật đã sử dụng trong kỳ";
    static final String CLOSING_IN_KIND = "Hiện vật tồn cuối kỳ";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final Map<String, String> OF_INCOME = Map.ofEntries(
            Map.entry("MEMBER", "Đoàn viên đóng góp"),
            Map.entry("UNIT", "Đơn vị đóng góp"),
            Map.entry("OUTSIDE", "Cá nhân, tổ chức ngoài công đoàn đóng góp"),
            Map.entry("ANONYMOUS", "Người đóng góp không nêu tên"),
            Map.entry("ALLOCATION", "Kinh phí được cấp"),
            Map.entry("INTEREST", "Lãi tiền gửi"),
            Map.entry("OTHER", "Thu khác"),
            Map.entry("OPENING", "Điều chỉnh số dư ban đầu"),
            Map.entry("IN", "Nhận chuyển giao số dư từ quỹ khác"),
            Map.entry("MOVED_IN", "Nhận chuyển giao tiền thu hộ từ quỹ khác"),
            Map.entry("SEVERAL", "Các khoản thu còn lại"));

    private static final Map<String, String> OF_SPENDING = Map.ofEntries(
            Map.entry("ILLNESS", "Thăm hỏi đoàn viên ốm đau"),
            Map.entry("CRITICAL_ILLNESS", "Hỗ trợ bệnh hiểm nghèo"),
            Map.entry("BEREAVEMENT", "Thăm viếng, hiếu"),
            Map.entry("WEDDING", "Mừng cưới"),
            Map.entry("BIRTH", "Mừng sinh con"),
            Map.entry("HARDSHIP", "Hỗ trợ hoàn cảnh khó khăn"),
            Map.entry("DISASTER", "Hỗ trợ thiệt hại do thiên tai"),
            Map.entry("RETIREE_GIFT", "Quà tặng cán bộ nghỉ hưu"),
            Map.entry("HERO_MOTHER_CARE", "Phụng dưỡng Mẹ Việt Nam Anh hùng"),
            Map.entry("HOUSE", "Hỗ trợ nhà ở"),
            Map.entry("OTHER", "Chi khác"),
            Map.entry("OUT", "Chuyển giao số dư cho quỹ khác"),
            Map.entry("MOVED_OUT", "Chuyển giao tiền thu hộ cho quỹ khác"),
            Map.entry("PASSED_ON", "Chuyển nộp tiền thu hộ"),
            Map.entry("WRITTEN_OFF", "Giảm theo quyết định (hư hỏng, hết hạn)"),
            Map.entry("SEVERAL", "Các khoản chi còn lại"));

    private Labels() {}

    static String ofIncome(Group group) {
        return Objects.requireNonNull(OF_INCOME.get(group.code()), group::code);
    }

    /// What is owed stands below the purpose that it is spent on, the other way round.
    static String ofSpending(Group group) {
        if (group.account() != null
                && group.account().equals(new Account(AccountKind.PASS_THROUGH_IN_KIND, "PASSED_ON"))) {
            return "Bàn giao hiện vật tiếp nhận hộ";
        }
        String purpose = group.code().replaceFirst(".*/", "");
        String label = Objects.requireNonNull(OF_SPENDING.get(purpose), group::code);
        return group.code().startsWith("PAYABLE/")
                ? label + ": chưa trả"
                : group.code().startsWith("RECEIVABLE/") ? label + ": phải thu hồi" : label;
    }

    static String period(Disclosure told) {
        return "Từ ngày " + day(told.from()) + " đến ngày " + day(told.to());
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
