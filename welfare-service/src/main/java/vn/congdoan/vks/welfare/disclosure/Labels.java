package vn.congdoan.vks.welfare.disclosure;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;

/// What stands on paper and in workbooks, in Vietnamese.
final class Labels {

    static final String TITLE = "Công khai thu, chi quỹ";
    static final String OPENING = "Số dư đầu kỳ";
    static final String INCOME = "Thu trong kỳ";
    static final String SPENDING = "Chi trong kỳ";
    static final String CLOSING = "Số dư cuối kỳ";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final Map<String, String> OF_INCOME = Map.of(
            "MEMBER", "Đoàn viên đóng góp",
            "UNIT", "Đơn vị đóng góp",
            "OUTSIDE", "Cá nhân, tổ chức ngoài công đoàn đóng góp",
            "ANONYMOUS", "Người đóng góp không nêu tên",
            "ALLOCATION", "Kinh phí được cấp",
            "INTEREST", "Lãi tiền gửi",
            "OTHER", "Thu khác",
            "OPENING", "Điều chỉnh số dư ban đầu",
            "SEVERAL", "Các khoản thu còn lại");

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
            Map.entry("PASSED_ON", "Chuyển nộp tiền thu hộ"),
            Map.entry("SEVERAL", "Các khoản chi còn lại"));

    private Labels() {}

    static String ofIncome(Group group) {
        return Objects.requireNonNull(OF_INCOME.get(group.code()), group::code);
    }

    /// What is owed stands below the purpose that it is spent on, the other way round.
    static String ofSpending(Group group) {
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
