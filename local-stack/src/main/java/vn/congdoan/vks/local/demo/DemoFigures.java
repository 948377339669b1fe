package vn.congdoan.vks.local.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the unions have reported of 2022 (domain.md §8), as the reports say it: these figures are real. They stand
/// beside what the invented records come to, and agree with it only as far as the reports agree with themselves.
/// What a report prints is told where it prints something else than the value.
final class DemoFigures {
    private static final Body.NewReportedFigure.Source REPORT =
            new Body.NewReportedFigure.Source("Báo cáo tổng kết hoạt động công đoàn năm 2022");
    private static final String EXACT = "EXACT";
    private static final String MORE_THAN = "MORE_THAN";

    private final UUID unit;
    private final List<Body.NewReportedFigure> figures = new ArrayList<>();

    private DemoFigures(UUID unit) {
        this.unit = unit;
    }

    static List<Body.NewReportedFigure> of(DemoUnion union, UUID unit) {
        DemoFigures figures = new DemoFigures(unit);
        switch (union) {
            case VKSTC -> figures.central();
            case QNG -> figures.quangNgai();
            case KTM, NAN -> {}
        }
        return List.copyOf(figures.figures);
    }

    private void central() {
        exactly("UNITS", "30", null);
        exactly("MEMBERS", "1098", null);
        exactly("FEMALE_MEMBERS", "471", null);
        // 471 of 1,098 are 42.9 %.
        say("FEMALE_RATE", "42.8", EXACT, null, "42,8%");
        say("TET_AMOUNT", "1100000000", MORE_THAN, null, "hơn 1,1 tỷ đồng");
        exactly("PEOPLE_PROPOSED", "20", "Đề nghị Công đoàn Viên chức Việt Nam");
        exactly("AMOUNT_PROPOSED_EACH", "1000000", "Đề nghị Công đoàn Viên chức Việt Nam");
        say("HOUSING_AMOUNT", "810000000", MORE_THAN, "Gia đình chính sách tại Quảng Bình và Quảng Trị", null);
    }

    private void quangNgai() {
        say("WELFARE_AMOUNT", "151000000", EXACT, null, "151.000,000đ");
        exactly("BLOOD_DONORS", "11", null);
        exactly("BLOOD_DONATION_ROUNDS", "2", null);
        exactly("INITIATIVES", "18", null);
        exactly("MODELS", "2", null);
    }

    private void exactly(String indicator, String value, @Nullable String detail) {
        say(indicator, value, EXACT, detail, null);
    }

    private void say(
            String indicator, String value, String qualifier, @Nullable String detail, @Nullable String printed) {
        figures.add(new Body.NewReportedFigure(
                unit, "2022", indicator, detail, new BigDecimal(value), qualifier, printed, REPORT));
    }
}
