package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// The committees of the term 2023–2028 (domain.md §3, §8), elected by invented people and recognised by the body
/// that a union is under. The officer writes them down, the ADMIN records the recognition.
final class DemoCommittees {
    private static final String TERM = "2023–2028";
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 4, 1);
    private static final LocalDate RECOGNIZED_ON = LocalDate.of(2023, 4, 14);

    private static final List<String> CENTRAL = positions(1, 3, 10, "ACCOUNTANT", "CASHIER");
    private static final List<String> QUANG_NGAI = positions(1, 0, 7, "ACCOUNTANT", "CASHIER");
    private static final List<String> KON_TUM = positions(1, 0, 3, "ACCOUNTANT");
    private static final List<String> INSPECTION = List.of("INSPECTION_HEAD", "INSPECTION_MEMBER", "INSPECTION_MEMBER");

    private DemoCommittees() {}

    /// The requests that record them.
    static List<Step> elected(Function<DemoUnion, UUID> id) {
        List<Step> steps = new ArrayList<>();
        steps.addAll(ofUnion(DemoUnion.VKSTC, id, CENTRAL, DemoExternalBody.CDVC_VN, "41/QĐ-CĐVC"));
        steps.addAll(ofUnion(DemoUnion.QNG, id, QUANG_NGAI, DemoExternalBody.CDVC_QNG, "27/QĐ-CĐVC"));
        steps.addAll(ofUnion(DemoUnion.KTM, id, KON_TUM, DemoExternalBody.CDVC_KTM, "19/QĐ-CĐVC"));
        return steps;
    }

    private static List<String> positions(int viceChairs, int standing, int others, String... offices) {
        List<String> positions = new ArrayList<>(List.of("CHAIR"));
        add(positions, "VICE_CHAIR", viceChairs);
        add(positions, "STANDING_MEMBER", standing);
        add(positions, "COMMITTEE_MEMBER", others);
        positions.addAll(List.of(offices));
        return List.copyOf(positions);
    }

    private static void add(List<String> positions, String position, int times) {
        for (int each = 0; each < times; each++) {
            positions.add(position);
        }
    }

    private static List<Step> ofUnion(
            DemoUnion union,
            Function<DemoUnion, UUID> id,
            List<String> positions,
            DemoExternalBody superior,
            String decision) {
        List<UUID> people = people(union, positions.size() + INSPECTION.size());
        List<Step> steps = new ArrayList<>();
        steps.addAll(committee(
                union,
                id.apply(union),
                "COMMITTEE",
                positions,
                people.subList(0, positions.size()),
                superior,
                decision));
        steps.addAll(committee(
                union,
                id.apply(union),
                "INSPECTION_COMMITTEE",
                INSPECTION,
                people.subList(positions.size(), people.size()),
                superior,
                decision));
        return steps;
    }

    private static List<Step> committee(
            DemoUnion union,
            UUID unit,
            String kind,
            List<String> positions,
            List<UUID> people,
            DemoExternalBody superior,
            String decision) {
        List<Body.NewCommittee.Seat> seats = new ArrayList<>();
        for (int each = 0; each < positions.size(); each++) {
            seats.add(new Body.NewCommittee.Seat(people.get(each), positions.get(each)));
        }
        String path = "committees/" + DemoIds.of("committee/" + union + "/" + kind + "/" + TERM);
        Body.NewCommittee form =
                new Body.NewCommittee(unit, kind, TERM, FIRST_DAY, FIRST_DAY.plusYears(5), List.copyOf(seats));
        Body.Recognition recognition = new Body.Recognition(
                new Body.Decision(decision, RECOGNIZED_ON, "Chủ tịch Công đoàn Viên chức"), superior.id());
        return List.of(
                new Step(union.officer(), Step.Kind.CREATE, path, form),
                new Step(union.admin(), Step.Kind.TRANSITION, path + "/recognize", recognition));
    }

    /// First one of each section, then whoever comes next; all were members there by then.
    private static List<UUID> people(DemoUnion union, int wanted) {
        Set<UUID> sections = new HashSet<>();
        List<UUID> heads = new ArrayList<>();
        List<UUID> others = new ArrayList<>();
        for (MemberForm each : DemoMembers.of(union)) {
            if (!each.placedSince().isAfter(FIRST_DAY)) {
                (sections.add(each.unitId()) ? heads : others).add(each.id());
            }
        }
        heads.addAll(others);
        return List.copyOf(heads.subList(0, wanted));
    }
}
