package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.local.realm.DemoLogins;

/// Whom the unions of the demo supported in 2022, each by the people whose duty it is: central's gifts to everybody at
/// Tết, its proposal for twenty people in hardship to the confederation of officials, and Quảng Ngãi's care for a
/// Heroic Mother. That twenty were proposed with 1,000,000 đ each is reported (domain.md §8); who they are, what was
/// answered and every date is invented.
final class DemoSupport {

    private static final int PROPOSED = 20;
    private static final long PROPOSED_FOR_EACH = 1_000_000;
    private static final long TET_GIFT = 1_000_000;
    private static final int MONTHS = 12;
    private static final long MONTHLY_CARE = 750_000;

    /// As many are paid by one request.
    private static final int STRETCH = 1_000;

    private final DemoUnion union;
    private final UUID unit;
    private final List<Step> steps = new ArrayList<>();

    private DemoSupport(DemoUnion union, UUID unit) {
        this.union = union;
        this.unit = unit;
    }

    /// What a union's people ask, in their order; its funds hold the money by then.
    static List<Step> of(DemoUnion union, UUID unit) {
        DemoSupport support = new DemoSupport(union, unit);
        switch (union) {
            case VKSTC -> {
                support.giveAtTet();
                support.proposeForThoseInHardship();
            }
            case QNG -> {
                support.setLimits();
                support.careForTheHeroicMother();
            }
            case KTM, NAN -> {}
        }
        return List.copyOf(support.steps);
    }

    /// What the chair decides alone, and the most for one case and for one person in a year.
    private void setLimits() {
        limit("ILLNESS", 2_000_000, 10_000_000, 15_000_000L);
        limit("CRITICAL_ILLNESS", 5_000_000, 20_000_000, 30_000_000L);
        limit("BEREAVEMENT", 2_000_000, 5_000_000, null);
        limit("HARDSHIP", 1_000_000, 5_000_000, 10_000_000L);
        limit("RETIREE_GIFT", 1_000_000, 2_000_000, 2_000_000L);
    }

    private void limit(String kind, long chairUpTo, long perCase, @Nullable Long perPersonAndYear) {
        create(
                union.chair(),
                "support-limits/" + DemoIds.of("support-limit/" + union + "/" + kind),
                new Body.NewSupportLimit(
                        unit,
                        kind,
                        LocalDate.of(2022, 1, 1),
                        chairUpTo,
                        perCase,
                        perPersonAndYear,
                        "Quy chế chi tiêu nội bộ" + DemoBooks.SYNTHETIC,
                        decision("41/NQ-BCH", "2021-12-20")));
    }

    private void giveAtTet() {
        String programme = "support-programmes/" + DemoIds.of("programme/tet-2022");
        create(
                union.officer(),
                programme,
                new Body.NewProgramme(
                        unit,
                        "Tết Nhâm Dần 2022" + DemoBooks.SYNTHETIC,
                        "OTHER",
                        DemoFunds.id(union, "UNION_BUDGET"),
                        List.of("MEMBERS"),
                        TET_GIFT));
        once(union.chair(), programme + "/approve", new Body.Approval(decision("06/QĐ-CĐVKSTC", "2022-01-14")));
        int members = DemoMembers.of(union).size();
        for (int paid = 0; paid < members; paid += STRETCH) {
            String voucher = "UNC %02d/2022".formatted(1 + paid / STRETCH);
            once(union.cashier(), programme + "/pay", new Body.Payment(LocalDate.of(2022, 1, 25), "BANK", voucher));
        }
    }

    private void proposeForThoseInHardship() {
        String proposal = "proposals/" + DemoIds.of("proposal/hardship-2022");
        List<Body.ProposedLine> lines = DemoMembers.of(union).stream()
                .limit(PROPOSED)
                .map(member ->
                        new Body.ProposedLine(Body.Beneficiary.member(member.id()), "HARDSHIP", PROPOSED_FOR_EACH))
                .toList();
        create(
                union.officer(),
                proposal,
                new Body.NewProposal(
                        unit,
                        "Đề nghị hỗ trợ đoàn viên có hoàn cảnh khó khăn" + DemoBooks.SYNTHETIC,
                        "Công đoàn Viên chức Việt Nam",
                        LocalDate.of(2022, 11, 10),
                        lines));
        once(union.chair(), proposal + "/submit", null);
        steps.add(new Step(
                union.clerk(),
                Step.Kind.ONCE_FOR_LINES,
                proposal + "/write-down-answer",
                new Body.GrantingAll(decision("112/QĐ-CĐVC", "2022-12-01"), PROPOSED_FOR_EACH)));
        once(
                union.accountant(),
                proposal + "/receive",
                new Body.Receipt(
                        DemoFunds.id(union, "SOLIDARITY"),
                        PROPOSED * PROPOSED_FOR_EACH,
                        LocalDate.of(2022, 12, 6),
                        "BANK",
                        "GBC 08/2022"));
        steps.add(new Step(
                union.cashier(),
                Step.Kind.ONCE_FOR_LINES,
                proposal + "/pay-on",
                new Body.PayingAllOn(LocalDate.of(2022, 12, 12), "BANK", "UNC 31/2022")));
    }

    private void careForTheHeroicMother() {
        String care = "care-commitments/" + DemoIds.of("care/heroic-mother");
        create(
                union.officer(),
                care,
                new Body.NewCare(
                        unit,
                        "Phụng dưỡng Mẹ Việt Nam Anh hùng" + DemoBooks.SYNTHETIC,
                        "HERO_MOTHER_CARE",
                        new Body.Beneficiary("OUTSIDE_PERSON", null, "Mẹ Nguyễn Thị Minh Họa"),
                        DemoFunds.id(union, "UNION_BUDGET"),
                        MONTHLY_CARE,
                        1,
                        LocalDate.of(2022, 1, 25),
                        LocalDate.of(2022, 12, 25),
                        LocalDate.of(2022, 1, 4)));
        once(union.chair(), care + "/approve", new Body.Approval(decision("02/NQ-BCH", "2022-01-10")));
        for (int month = 1; month <= MONTHS; month++) {
            LocalDate due = LocalDate.of(2022, month, 25);
            String voucher = "UNC %02d-PD/2022".formatted(month);
            once(union.cashier(), care + "/pay", new Body.CarePayment(due, due, "BANK", voucher));
        }
    }

    private static Body.Decision decision(String number, String date) {
        return new Body.Decision(number, LocalDate.parse(date), "Chủ tịch Công đoàn");
    }

    private void create(DemoLogins by, String path, Body body) {
        steps.add(new Step(by, Step.Kind.CREATE, path, body));
    }

    private void once(DemoLogins by, String path, @Nullable Body body) {
        steps.add(new Step(by, Step.Kind.ONCE, path, body == null ? new Body.Nothing() : body));
    }
}
