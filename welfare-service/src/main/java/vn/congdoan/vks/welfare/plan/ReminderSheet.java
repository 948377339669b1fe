package vn.congdoan.vks.welfare.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Who has still something to give, as a workbook to remind them by.
final class ReminderSheet {

    private static final String DONG = "#,##0";
    private static final List<String> HEADINGS =
            List.of("STT", "Họ và tên", "Đơn vị", "Phải nộp (đồng)", "Đã nộp (đồng)", "Còn phải nộp (đồng)");
    private static final int FIRST_SUM = 3;

    private final Worksheet sheet;
    private int row;

    private ReminderSheet(Worksheet sheet) {
        this.sheet = sheet;
    }

    /// @param units what the units of the members are called
    static byte[] xlsx(ContributionPlan plan, List<PlanLines.Line> outstanding, Map<UUID, String> units) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "vks", "1.0")) {
            new ReminderSheet(book.newWorksheet("Chưa nộp đủ")).write(plan, outstanding, units);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void write(ContributionPlan plan, List<PlanLines.Line> outstanding, Map<UUID, String> units) {
        List<Integer> widths = List.of(6, 35, 45, 18, 18, 20);
        for (int column = 0; column < widths.size(); column++) {
            sheet.width(column, widths.get(column));
        }
        heading(0, plan.name());
        row++;
        heading(0, "Hạn nộp: %1$td/%1$tm/%1$tY".formatted(plan.dueOn()));
        row += 2;
        for (int column = 0; column < HEADINGS.size(); column++) {
            heading(column, HEADINGS.get(column));
        }
        row++;
        int number = 0;
        for (PlanLines.Line each : outstanding) {
            sheet.value(row, 0, ++number);
            sheet.value(
                    row,
                    1,
                    Objects.requireNonNullElse(each.name(), each.member().toString()));
            sheet.value(
                    row,
                    2,
                    each.unit() == null ? "" : units.getOrDefault(each.unit().value(), ""));
            sums(each.expected(), each.received(), each.outstanding());
            row++;
        }
        heading(1, "Cộng");
        sums(
                sum(outstanding, PlanLines.Line::expected),
                sum(outstanding, PlanLines.Line::received),
                sum(outstanding, PlanLines.Line::outstanding));
    }

    private static long sum(List<PlanLines.Line> lines, ToLongFunction<PlanLines.Line> amount) {
        return lines.stream().mapToLong(amount).sum();
    }

    private void heading(int column, String text) {
        sheet.value(row, column, text);
        sheet.style(row, column).bold().set();
    }

    private void sums(long... amounts) {
        for (int each = 0; each < amounts.length; each++) {
            sheet.value(row, FIRST_SUM + each, amounts[each]);
            sheet.style(row, FIRST_SUM + each).format(DONG).set();
        }
    }
}
