package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The funds of the demo (domain.md §5 and §8), each union's in the order of their creation.
final class DemoFunds {
    private static final List<String> MUTUAL_HELP =
            List.of("ILLNESS", "CRITICAL_ILLNESS", "BEREAVEMENT", "HARDSHIP", "RETIREE_GIFT");
    private static final LocalDate START_OF_2022 = LocalDate.of(2022, 1, 1);

    private DemoFunds() {}

    static List<Body.NewFund> of(DemoUnion union, UUID unit) {
        return switch (union) {
            case QNG -> List.of(solidarity(unit), disaster(unit), budget(unit), epidemic(unit));
            case VKSTC -> List.of(solidarity(unit), budget(unit), housing(unit));
            case KTM -> List.of(solidarity(unit));
            case NAN -> List.of();
        };
    }

    static UUID id(DemoUnion union, Body.NewFund fund) {
        return DemoIds.of("fund/" + union + "/" + fund.name());
    }

    /// The union's fund of this kind.
    static UUID id(DemoUnion union, String kind) {
        Body.NewFund found = of(union, new UUID(0, 0)).stream()
                .filter(fund -> fund.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return id(union, found);
    }

    private static Body.NewFund solidarity(UUID unit) {
        return fund(unit, "SOLIDARITY", "Quỹ Nghĩa tình ngành Kiểm sát nhân dân", null, MUTUAL_HELP, true);
    }

    private static Body.NewFund budget(UUID unit) {
        List<String> purposes =
                List.of("ILLNESS", "BEREAVEMENT", "WEDDING", "BIRTH", "HARDSHIP", "HERO_MOTHER_CARE", "OTHER");
        return fund(unit, "UNION_BUDGET", "Tài chính công đoàn", null, purposes, false);
    }

    /// One day's pay of each member, passed on to the province's disaster fund.
    private static Body.NewFund disaster(UUID unit) {
        return new Body.NewFund(
                unit,
                "DISASTER",
                "Quỹ phòng, chống thiên tai",
                "Nghị định 78/2021/NĐ-CP ngày 01/8/2021 của Chính phủ",
                true,
                List.of("DISASTER"),
                START_OF_2022,
                null,
                false);
    }

    private static Body.NewFund epidemic(UUID unit) {
        return new Body.NewFund(
                unit,
                "EPIDEMIC",
                "Ủng hộ phòng, chống dịch Covid-19",
                null,
                true,
                List.of("ILLNESS", "HARDSHIP", "OTHER"),
                LocalDate.of(2021, 6, 1),
                LocalDate.of(2022, 12, 31),
                true);
    }

    private static Body.NewFund housing(UUID unit) {
        return new Body.NewFund(
                unit,
                "HOUSING",
                "Nhà tình nghĩa cho gia đình chính sách tại Quảng Bình và Quảng Trị",
                null,
                false,
                List.of("HOUSE"),
                START_OF_2022,
                LocalDate.of(2022, 12, 31),
                true);
    }

    private static Body.NewFund fund(
            UUID unit,
            String kind,
            String name,
            @Nullable String legalBasis,
            List<String> purposes,
            boolean takesOutsideDonors) {
        return new Body.NewFund(unit, kind, name, legalBasis, false, purposes, START_OF_2022, null, takesOutsideDonors);
    }
}
