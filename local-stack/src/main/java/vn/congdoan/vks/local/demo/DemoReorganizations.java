package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.congdoan.vks.local.realm.DemoLogins;

/// 1 July 2025: Kon Tum's union is merged into Quảng Ngãi's, the sections of the districts' offices become those of
/// regional ones, and one of Nghệ An's dissolves. Which districts form a region is invented.
final class DemoReorganizations {

    static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private static final Body.Decision OF_THE_SECTOR =
            new Body.Decision("58/QĐ-CĐVKSTC", LocalDate.of(2025, 6, 20), "Chủ tịch Công đoàn");
    private static final Body.Decision OF_QUANG_NGAI =
            new Body.Decision("31/QĐ-CĐVKS", LocalDate.of(2025, 6, 27), "Chủ tịch Công đoàn");
    private static final Body.Decision OF_NGHE_AN =
            new Body.Decision("22/QĐ-CĐVKS", LocalDate.of(2025, 6, 27), "Chủ tịch Công đoàn");

    private static final List<List<String>> REGIONS = List.of(
            List.of("QNG-03", "QNG-05", "QNG-06", "QNG-15"),
            List.of("QNG-04", "QNG-14"),
            List.of("QNG-07", "QNG-08", "QNG-11"),
            List.of("QNG-09", "QNG-10"),
            List.of("QNG-12", "QNG-13"),
            List.of("KTM-02", "KTM-06", "KTM-07"),
            List.of("KTM-08", "KTM-09", "KTM-11"),
            List.of("KTM-03", "KTM-04", "KTM-05", "KTM-10"));

    private final List<Step> steps = new ArrayList<>();

    private DemoReorganizations() {}

    /// In the order in which they must be done: a region may take sections of the merged union only afterwards.
    static List<Step> ofTheFirstOfJuly(DemoUnion merged, DemoUnion successor) {
        DemoReorganizations reorganizations = new DemoReorganizations();
        UUID union = DemoIds.of("unit/" + successor);
        reorganizations.decide(
                DemoUnion.VKSTC.admin(), "MERGE", OF_THE_SECTOR, List.of(DemoIds.of("unit/" + merged)), into(union));
        reorganizations.decide(
                successor.admin(), "MERGE", OF_QUANG_NGAI, sections(List.of("KTM-01")), into(section("QNG-02")));
        for (int region = 1; region <= REGIONS.size(); region++) {
            reorganizations.decide(
                    successor.admin(),
                    "MERGE",
                    OF_QUANG_NGAI,
                    sections(REGIONS.get(region - 1)),
                    List.of(new Body.Successor(null, regional(region, union))));
        }
        reorganizations.decide(
                DemoUnion.NAN.admin(), "DISSOLVE", OF_NGHE_AN, sections(List.of("NAN-03")), into(section("NAN-13")));
        return List.copyOf(reorganizations.steps);
    }

    /// What Kon Tum's union left behind is closed by Quảng Ngãi's people: its fund moves whole, nothing is left in its
    /// books, its documents are handed over; then its end is final.
    static List<Step> closing(DemoUnion merged, DemoUnion successor) {
        UUID ended = DemoIds.of("unit/" + merged);
        UUID union = DemoIds.of("unit/" + successor);
        return List.of(
                new Step(
                        successor.accountant(),
                        Step.Kind.CREATE,
                        "fund-moves/" + DemoIds.of("fund-move/" + merged),
                        new Body.NewFundMove(
                                DemoFunds.id(merged, "SOLIDARITY"),
                                DemoFunds.id(successor, "SOLIDARITY"),
                                DAY,
                                OF_THE_SECTOR)),
                new Step(
                        successor.accountant(),
                        Step.Kind.CREATE,
                        "closing-statements/" + DemoIds.of("closing-statement/" + merged),
                        new Body.NewClosingStatement(List.of(ended))),
                new Step(
                        successor.officer(),
                        Step.Kind.CREATE,
                        "document-handovers/" + DemoIds.of("document-handover/" + merged),
                        new Body.NewDocumentHandover(
                                List.of(ended),
                                union,
                                LocalDate.of(2025, 7, 10),
                                List.of(
                                        new Body.NewDocumentHandover.Document(
                                                "Sổ biên bản họp Ban Chấp hành" + DemoBooks.SYNTHETIC, 3),
                                        new Body.NewDocumentHandover.Document(
                                                "Sổ quỹ và chứng từ kế toán" + DemoBooks.SYNTHETIC, 12),
                                        new Body.NewDocumentHandover.Document("Con dấu" + DemoBooks.SYNTHETIC, 1)),
                                "Nguyễn Văn Minh Họa",
                                "Trần Thị Minh Họa")),
                new Step(
                        DemoUnion.VKSTC.admin(),
                        Step.Kind.FINISH,
                        "reorganizations/" + DemoIds.of("reorganization/" + List.of(ended)) + "/finish",
                        new Body.Finish()));
    }

    private static Body.FoundedUnit regional(int region, UUID union) {
        String code = "QNG-KV" + region;
        String name = "Công đoàn bộ phận Viện kiểm sát nhân dân khu vực " + region;
        return new Body.FoundedUnit(section(code), "SECTION", union, code, name);
    }

    private static List<Body.Successor> into(UUID unit) {
        return List.of(new Body.Successor(unit, null));
    }

    private static List<UUID> sections(List<String> codes) {
        return codes.stream().map(DemoReorganizations::section).toList();
    }

    private static UUID section(String code) {
        return DemoIds.of("unit/" + code);
    }

    private void decide(
            DemoLogins by,
            String kind,
            Body.Decision decision,
            List<UUID> predecessors,
            List<Body.Successor> successors) {
        String path = "reorganizations/" + DemoIds.of("reorganization/" + predecessors);
        steps.add(new Step(
                by, Step.Kind.CREATE, path, new Body.NewReorganization(kind, DAY, decision, predecessors, successors)));
        steps.add(new Step(by, Step.Kind.TRANSITION, path + "/apply", new Body.Application()));
    }

    /// Those that make what came before them impossible to repeat, once they are applied.
    static Stream<Step> applications(List<Step> steps) {
        return steps.stream().filter(step -> step.body() instanceof Body.Application);
    }
}
