package vn.congdoan.vks.membership;

import static vn.congdoan.vks.membership.CommitteeRequests.DECISION;
import static vn.congdoan.vks.membership.CommitteeRequests.committee;
import static vn.congdoan.vks.membership.CommitteeRequests.draft;
import static vn.congdoan.vks.membership.CommitteeRequests.endSeat;
import static vn.congdoan.vks.membership.CommitteeRequests.recognize;
import static vn.congdoan.vks.membership.CommitteeRequests.recognized;
import static vn.congdoan.vks.membership.CommitteeRequests.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.time.BusinessTime;

/// Committees, superiors and reorganizations in everything that they can come to.
final class OrganizationInManyConditions {

    private final MembersInManyConditions members;
    private final String code;
    private final String officer;
    private final String admin;
    private final String union;
    private final String keeper;

    OrganizationInManyConditions(MembersInManyConditions members) {
        this.members = members;
        this.code = members.code;
        this.officer = members.officer;
        this.admin = members.admin;
        this.union = members.union;
        this.keeper = code + "-keeper";
    }

    void make() {
        Api.grant(Api.FIRST_ADMIN, keeper, "OFFICER", Api.central()).statusCode(201);
        String federation = externalBody("Liên đoàn Lao động " + code);
        String employees = externalBody("Công đoàn Viên chức " + code);
        superior(federation, "2005-01-01");
        superior(employees, "2015-01-01");
        superior(federation, "2010-01-01");
        endBody(externalBody("Hội đã hết " + code));
        elect(employees);
        report();
        reorganize();
        endUnion();
        registerNodes();
    }

    /// One of a union with records, one of a union without, and one that is suspended.
    private void registerNodes() {
        register(Api.union(Api.newCode(), "OFFICER"));
        register(Api.union(Api.newCode()));
        Map<String, String> reason = Map.of("reason", "Mất máy chủ");
        Api.act(Api.FIRST_ADMIN, "/api/v1/sync/nodes/" + register(Api.union(Api.newCode())), "suspend", reason)
                .statusCode(200);
    }

    private static String register(String ofUnion) {
        Map<String, String> node = Map.of("name", Api.newCode().toLowerCase(Locale.ROOT), "unionId", ofUnion);
        return Api.create(Api.FIRST_ADMIN, "/api/v1/sync/nodes", node)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void elect(String body) {
        List<String> pair = members.pair();
        String an = pair.getFirst();
        String binh = pair.getLast();
        members.link(an, code + "-an");
        draft(officer, with(committee(union, "CHAIR", an), "validFrom", "2020-01-01"));
        Api.act(officer, draft(officer, committee(union, "CHAIR", binh)), "cancel", Map.of())
                .statusCode(200);
        String first = recognized(
                code, with(with(committee(union, "CHAIR", an), "validFrom", "2010-01-01"), "validTo", "2023-03-01"));
        endSeat(admin, first, 0, "2022-03-01").statusCode(200);
        String present = recognized(code, committee(union, "CHAIR", an, "ACCOUNTANT", an, "COMMITTEE_MEMBER", binh));
        Api.act(
                        admin,
                        present,
                        "seats",
                        Map.of(
                                "memberId",
                                binh,
                                "position",
                                "CASHIER",
                                "validFrom",
                                "2024-03-01",
                                "decision",
                                DECISION))
                .statusCode(200);
        members.link(binh, code + "-binh");
        members.link(an, code + "-an-2");
        String women = draft(officer, with(committee(union, "WOMENS_BOARD_HEAD", binh), "kind", "WOMENS_BOARD"));
        Api.act(admin, women, "recognize", Map.of("decision", DECISION, "externalBodyId", body))
                .statusCode(200);
        Api.act(admin, women, "end", Map.of("effectiveDate", "2025-01-01", "decision", DECISION))
                .statusCode(200);
        // A second one of the same kind begins where the one before has ended.
        String again = draft(
                officer,
                with(
                        with(committee(union, "WOMENS_BOARD_HEAD", binh), "kind", "WOMENS_BOARD"),
                        "validFrom",
                        "2025-01-01"));
        recognize(admin, again).statusCode(200);
    }

    /// Figures as they were recorded, corrected, withdrawn, and with everything that can be said of them.
    private void report() {
        FigureRequests.recorded(officer, FigureRequests.form(union, "2023-H1", "MEMBERS", 12));
        String corrected = FigureRequests.recorded(officer, FigureRequests.form(union));
        FigureRequests.correct(officer, corrected, 42.9).statusCode(200);
        FigureRequests.correct(officer, corrected, 43).statusCode(200);
        FigureRequests.withdraw(officer, FigureRequests.recorded(officer, FigureRequests.form(union)))
                .statusCode(200);
        FigureRequests.recorded(
                officer,
                with(
                        with(
                                with(FigureRequests.form(union, "2018/2023", "AWARDS", 3), "detail", "Giấy khen"),
                                "note",
                                "Cả nhiệm kỳ"),
                        "source",
                        Map.of("title", "Báo cáo nhiệm kỳ")));
    }

    private void reorganize() {
        String left = Api.section(admin, union, code + "-L");
        String right = Api.section(admin, union, code + "-R");
        String group = Api.section(admin, left, code + "-G", "GROUP", "2000-01-01");
        List<String> some = Enrolled.by(officer)
                .member(left, "Đỗ Văn Một")
                .member(left, "Đỗ Văn Hai")
                .member(right, "Đỗ Văn Ba")
                .member(group, "Đỗ Văn Bốn")
                .enrol();
        ReorganizationRequests.apply(
                admin, form("RENAME", List.of(left), Map.of("code", code + "-X", "name", "Bộ phận mới"), "2025-01-01"));
        // The code that became free is another one's from that day on.
        ReorganizationRequests.apply(
                admin, form("RENAME", List.of(right), Map.of("code", code + "-L", "name", "Bộ phận cũ"), "2025-01-01"));
        ReorganizationRequests.apply(admin, form("REPARENT", List.of(group), Map.of("parentId", right), "2025-02-01"));
        String part = UUID.randomUUID().toString();
        ReorganizationRequests.apply(
                admin,
                form(
                        "SPLIT",
                        List.of(left),
                        Map.of(
                                "successors",
                                List.of(
                                        Map.of("unitId", left),
                                        Map.of(
                                                "founded",
                                                ReorganizationRequests.founded(part, union, code + "-P"),
                                                "members",
                                                List.of(some.get(1))))),
                        "2025-03-01"));
        ReorganizationRequests.apply(admin, ReorganizationRequests.merge(List.of(part, left), right));
        ReorganizationRequests.apply(
                admin, with(ReorganizationRequests.dissolve(group), "effectiveDate", "2026-01-01"));
        wait(right);
    }

    /// Those that are not done.
    private void wait(String unit) {
        ReorganizationRequests.draft(admin, ReorganizationRequests.dissolve(unit), 201);
        String cancelled = ReorganizationRequests.draft(admin, ReorganizationRequests.dissolve(unit), 201)
                .extract()
                .path("id");
        String path = ReorganizationRequests.REORGANIZATIONS + "/";
        Api.act(admin, path + cancelled, "cancel", Map.of()).statusCode(200);
        String day = LocalDate.now(BusinessTime.ZONE).plusDays(30).toString();
        String scheduled = ReorganizationRequests.draft(
                        admin, form("RENAME", List.of(unit), Map.of("name", "Tên sắp tới"), day), 201)
                .extract()
                .path("id");
        Api.act(admin, path + scheduled, "apply", Map.of()).statusCode(200);
    }

    /// A union that goes into another one, with all that it has.
    private void endUnion() {
        String former = Api.newCode();
        String ending = Api.union(former, "OFFICER", "CHAIR");
        Enrolled.by(former + "-officer").member(ending, "Ngô Văn Theo").enrol();
        String chair = Enrolled.by(former + "-officer")
                .member(ending, "Ngô Thị Chủ")
                .enrol()
                .getFirst();
        CommitteeRequests.link(former + "-admin", chair, former + "-seated");
        recognized(former, committee(ending, "CHAIR", chair));
        ReorganizationRequests.apply(Api.FIRST_ADMIN, ReorganizationRequests.merge(List.of(ending), union));
    }

    private static Map<String, Object> form(String kind, List<String> predecessors, Map<String, ?> more, String day) {
        return with(
                with(ReorganizationRequests.form(kind, predecessors, more), "effectiveDate", day),
                "decision",
                Map.of("number", "01/QĐ", "date", "2024-12-12", "signer", "Chủ tịch"));
    }

    private String externalBody(String name) {
        return Api.create(
                        keeper,
                        "/api/v1/external-bodies",
                        Map.of("kind", "OTHER", "name", name, "validFrom", "1990-01-01"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void endBody(String body) {
        String path = "/api/v1/external-bodies/" + body;
        Api.as(keeper)
                .header("If-Match", Api.as(keeper).get(path).getHeader("ETag"))
                .body(Map.of("validTo", "2001-01-01"))
                .patch(path)
                .then()
                .statusCode(200);
    }

    private void superior(String body, String day) {
        Api.create(
                        admin,
                        "/api/v1/units/" + union + "/local-superiors",
                        Map.of("externalBodyId", body, "validFrom", day, "decision", DECISION))
                .statusCode(201);
    }
}
