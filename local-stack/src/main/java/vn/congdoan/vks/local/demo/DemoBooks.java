package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the funds of the demo took and paid in 2022 and 2023. Only sums come from the reports (domain.md §8): Quảng
/// Ngãi's welfare and social work of 2022 came to 151,000,000 đ; central's Tết programme to more than 1.1 billion and
/// its housing drive to more than 810,000,000. How they divide is invented, and so is everything else: each text says
/// so.
final class DemoBooks {
    static final String SYNTHETIC = " (số liệu minh họa)";

    private static final UUID HOUSING_DRIVE = DemoIds.of("drive/housing");
    private static final String BANK = "BANK";
    private static final String CASH = "CASH";

    private final DemoUnion union;
    private final UUID unit;
    private final Map<String, Body> requests = new LinkedHashMap<>();

    private DemoBooks(DemoUnion union, UUID unit) {
        this.union = union;
        this.unit = unit;
    }

    /// The requests of a union's accountant by their paths, in their order: nothing is spent before it is there.
    static Map<String, Body> of(DemoUnion union, UUID unit) {
        DemoBooks books = new DemoBooks(union, unit);
        switch (union) {
            case QNG -> books.quangNgai();
            case VKSTC -> books.central();
            case KTM -> books.konTum();
            case NAN -> {}
        }
        return books.requests;
    }

    private void quangNgai() {
        solidarity();
        disaster();
        budget();
        epidemic();
    }

    private void solidarity() {
        String fund = "SOLIDARITY";
        fromOutside(fund, 30_000_000, "2022-01-10", "Doanh nghiệp Minh Họa tại Quảng Ngãi");
        fromEachSection(fund, 100_000, CASH, "2022-01-15");
        anonymous(fund, 2_000_000, "2022-01-20");
        for (String district : List.of("Sơn Hà", "Nghĩa Hành", "Sơn Tây")) {
            spend(fund, 5_000_000, CASH, "2022-01-25", "HARDSHIP", "Quà Tết hộ nghèo huyện " + district);
        }
        for (String date : List.of("2022-03-18", "2022-07-15", "2022-11-18")) {
            spend(fund, 5_000_000, BANK, date, "CRITICAL_ILLNESS", "Thăm người bị bệnh hiểm nghèo");
        }
        spend(fund, 9_600_000, BANK, "2022-12-20", "RETIREE_GIFT", "Quà tặng cán bộ hưu trí");
        fromMembers(fund, 3, 200_000, "2023-02-10");
        fromOutside(fund, 10_000_000, "2023-03-02", "Nhà hảo tâm Minh Họa");
        spend(fund, 4_000_000, BANK, "2023-04-14", "ILLNESS", "Thăm đoàn viên ốm");
    }

    /// One day's pay of each member, collected by the sections and passed on whole.
    private void disaster() {
        fromEachSection("DISASTER", 240_000, BANK, "2022-10-20");
        passOn("DISASTER", 38_400_000, "2022-11-15", "Nộp Quỹ phòng, chống thiên tai tỉnh");
    }

    private void budget() {
        String fund = "UNION_BUDGET";
        receive(fund, 80_000_000, "2022-01-05", "Kinh phí công đoàn năm 2022");
        spend(fund, 20_000_000, BANK, "2022-01-24", "OTHER", "Quà Tết đoàn viên");
        spend(fund, 24_000_000, BANK, "2022-04-01", "OTHER", "Bảo hiểm thân thể cho đoàn viên");
        receive(fund, 60_000_000, "2023-01-05", "Kinh phí công đoàn năm 2023");
        spend(fund, 16_000_000, BANK, "2023-01-12", "OTHER", "Quà Tết đoàn viên");
    }

    private void epidemic() {
        fromOutside("EPIDEMIC", 10_000_000, "2022-02-10", "Doanh nghiệp Minh Họa tại Quảng Ngãi");
        put("EPIDEMIC", 12_000_000, new Body.NewContribution.Donor("UNIT", null, unit, null), BANK, "2022-02-15");
        passOn("EPIDEMIC", 20_000_000, "2022-03-10", "Ủng hộ phòng, chống dịch Covid-19");
    }

    /// What is left of it in 2025 goes to Quảng Ngãi, to the đồng.
    private void konTum() {
        String fund = "SOLIDARITY";
        fromOutside(fund, 20_000_000, "2022-03-01", "Doanh nghiệp Minh Họa tại Kon Tum");
        anonymous(fund, 1_234_567, "2022-03-02");
        spend(fund, 3_000_000, BANK, "2023-05-10", "ILLNESS", "Thăm đoàn viên ốm");
    }

    private void central() {
        receive("UNION_BUDGET", 1_250_000_000, "2022-01-05", "Kinh phí công đoàn năm 2022");
        String hardship = "Chương trình Tết: đoàn viên có hoàn cảnh khó khăn";
        spend("UNION_BUDGET", 15_000_000, BANK, "2022-01-26", "HARDSHIP", hardship);
        fromEachSection("HOUSING", 650_000, BANK, "2022-05-19");
        fromOutside("HOUSING", 60_000_000, "2022-06-10", "Ngân hàng Minh Họa");
        fromOutside("HOUSING", 40_000_000, "2022-06-17", "Doanh nghiệp Minh Họa");
        spend("HOUSING", 400_000_000, BANK, "2022-07-20", "HOUSE", "Nhà tình nghĩa tại Quảng Bình");
        spend("HOUSING", 400_000_000, BANK, "2022-07-22", "HOUSE", "Nhà tình nghĩa tại Quảng Trị");
    }

    /// What central collected for, from the appeal to the last gift.
    static Map<String, Body> drives(DemoUnion union, UUID unit) {
        return union == DemoUnion.VKSTC
                ? Map.of(
                        "drives/" + HOUSING_DRIVE,
                        new Body.NewDrive(
                                unit,
                                DemoFunds.id(union, "HOUSING"),
                                "Vận động xây nhà tình nghĩa tại Quảng Bình và Quảng Trị" + SYNTHETIC,
                                800_000_000,
                                LocalDate.of(2022, 5, 1),
                                LocalDate.of(2022, 7, 31)))
                : Map.of();
    }

    private void fromEachSection(String fund, long perMember, String method, String date) {
        for (Section section : Section.of(union)) {
            var donor = new Body.NewContribution.Donor("UNIT", null, section.id(), null);
            put(fund, section.members() * perMember, donor, method, date);
        }
    }

    private void fromMembers(String fund, int many, long amount, String date) {
        for (MemberForm member : DemoMembers.of(union).subList(0, many)) {
            put(fund, amount, new Body.NewContribution.Donor("MEMBER", member.id(), null, null), CASH, date);
        }
    }

    private void fromOutside(String fund, long amount, String date, String name) {
        put(fund, amount, new Body.NewContribution.Donor("OUTSIDE", null, null, name + SYNTHETIC), BANK, date);
    }

    private void anonymous(String fund, long amount, String date) {
        put(fund, amount, new Body.NewContribution.Donor("ANONYMOUS", null, null, null), CASH, date);
    }

    private void put(String fund, long amount, Body.NewContribution.Donor donor, String method, String date) {
        UUID id = DemoIds.of("contribution/" + union + "/" + requests.size());
        requests.put(
                "contributions/" + id,
                new Body.NewContribution(
                        DemoFunds.id(union, fund),
                        amount,
                        donor,
                        method,
                        LocalDate.parse(date),
                        fund.equals("HOUSING") ? HOUSING_DRIVE : null));
    }

    private void receive(String fund, long amount, String date, String text) {
        enter(fund, "INCOME", amount, BANK, date, null, text);
    }

    /// What was collected for somebody else is handed over.
    private void passOn(String fund, long amount, String date, String text) {
        enter(fund, "PASS_ON", amount, BANK, date, null, text);
    }

    private void spend(String fund, long amount, String method, String date, String purpose, String text) {
        enter(fund, "EXPENSE", amount, method, date, purpose, text);
    }

    private void enter(
            String fund, String kind, long amount, String method, String date, @Nullable String purpose, String text) {
        UUID id = DemoIds.of("entry/" + union + "/" + requests.size());
        requests.put(
                "funds/" + DemoFunds.id(union, fund) + "/entries/" + id,
                new Body.NewEntry(kind, amount, LocalDate.parse(date), text + SYNTHETIC, method, purpose));
    }
}
