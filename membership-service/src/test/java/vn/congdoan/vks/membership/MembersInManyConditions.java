package vn.congdoan.vks.membership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Members whose records have come to everything that a record can come to, with what hangs on them: exemptions,
/// change requests, accounts, transfers.
final class MembersInManyConditions {

    private static final Map<String, Object> DECISION =
            Map.of("number", "07/QĐ-CĐ", "date", "2024-01-02", "signer", "Chủ tịch");

    final MergeRequests records = new MergeRequests();
    final String code = records.code;
    final String officer = records.officer;
    final String admin = records.admin;
    final String chair = code + "-chair";
    final String union = records.union;
    final String section = records.section;
    private final String receiver = Api.newCode();
    private final String otherUnion = Api.union(receiver, "OFFICER", "CHAIR");

    void make() {
        apply();
        describe();
        readmit();
        correct();
        merge();
        erase();
        transfer();
        exempt();
        requestChanges();
    }

    private void apply() {
        applicant();
        String admitted = applicant();
        act(chair, admitted, "admit", Map.of("decision", DECISION, "effectiveDate", "2024-02-01"));
        act(chair, applicant(), "reject", Map.of());
        String returning = applicant();
        act(chair, returning, "reject", Map.of());
        act(officer, returning, "reapply", Map.of("unitId", section));
    }

    private void describe() {
        records.enrolled(
                section,
                "Đặng Thị Hoà",
                "birth",
                Map.of("year", 1985, "date", "1985-03-08"),
                "citizenId",
                "051185001234",
                "phone",
                "0905123456",
                "ethnicity",
                "Kinh",
                "party",
                Map.of("probationaryOn", "2009-05-19", "officialOn", "2010-05-19"),
                "memberNumber",
                "DV-7",
                "cardNumber",
                "T-7",
                "education",
                "MASTER",
                "category",
                "CIVIL_SERVANT",
                "judicialTitle",
                "PROCURATOR_PRIMARY",
                "nativePlace",
                "Mộ Đức",
                "position",
                "Trưởng phòng");
        records.enrolled(union, "Nguyễn", "ethnicity", "Tày", "party", Map.of("officialOn", "2020-05-19"));
    }

    private void readmit() {
        String member = former("Lê Văn Về");
        act(officer, member, "reapply", Map.of("unitId", union));
        act(
                chair,
                member,
                "admit",
                Map.of(
                        "decision",
                        DECISION,
                        "effectiveDate",
                        "2023-08-01",
                        "decidedBy",
                        Map.of("unitId", Api.central())));
        String refused = former("Lê Văn Đi");
        act(officer, refused, "reapply", Map.of("unitId", union));
        act(chair, refused, "reject", Map.of());
        String waiting = former("Lê Văn Đợi");
        act(officer, waiting, "reapply", Map.of("unitId", union));
    }

    private void correct() {
        String member = records.enrolled(section, "Hoàng Thị Sửa", "joinedOn", "2022-03-01");
        act(officer, member, "corrections", Map.of("on", "2022-03-01", "validFrom", "2022-02-01", "reason", "Nhầm"));
        act(officer, member, "corrections", Map.of("on", "2022-03-01", "unitId", union, "reason", "Nhầm bộ phận"));
    }

    private void merge() {
        String former = former("Lê Thị Hòa");
        link(former, code + "-hoa");
        exempt(former, "2012-01-01", "2012-02-01");
        String present = records.enrolled(union, "Lê Thị Hòa", "joinedOn", "2018-05-01");
        records.merge(present, former).statusCode(200);
        // Where the surviving one goes, the merged one goes as well.
        transferred(present, "2026-02-01");
    }

    private void erase() {
        String member = records.enrolled(union, "Tôn Nữ Xóa", "phone", "0905123456", "memberNumber", "DV-9");
        link(member, code + "-erased");
        request(member, code + "-erased");
        end(member, "RETIRED", "2022-06-01");
        act(chair, member, "erase", Map.of("decision", DECISION));
    }

    private void transfer() {
        transferred(records.enrolled(section, "Phạm Văn Chuyển"), "2025-03-01");
        String stays = records.enrolled(section, "Phạm Văn Ở");
        String refused = TransferRequests.pending(officer, stays, otherUnion);
        Api.act(receiver + "-chair", refused, "refuse", Map.of("reason", "Chưa có biên chế"))
                .statusCode(200);
        String withdrawn = TransferRequests.pending(officer, stays, union);
        Api.act(officer, withdrawn, "withdraw", Map.of()).statusCode(200);
        TransferRequests.pending(officer, stays, otherUnion);
        String inside = TransferRequests.pending(officer, records.enrolled(section, "Phạm Văn Gần"), union);
        Api.act(chair, inside, "accept", Map.of("effectiveDate", "2025-03-01", "decision", DECISION))
                .statusCode(200);
    }

    private void transferred(String member, String since) {
        TransferRequests.accept(receiver + "-chair", TransferRequests.pending(officer, member, otherUnion), since)
                .statusCode(200);
    }

    private void exempt() {
        String member = records.enrolled(union, "Võ Thị Miễn");
        exempt(member, "2023-01-01", "2023-02-01");
        endExemption(exempt(member, "2024-01-01", null), "2024-05-01");
        exempt(member, "2024-05-01", "2024-09-01");
        endExemption(exempt(member, "2024-10-01", null), "2024-10-01");
        String leaving = records.enrolled(section, "Võ Văn Theo");
        exempt(leaving, "2024-01-01", null);
        transferred(leaving, "2025-05-01");
        String ending = records.enrolled(section, "Võ Văn Hết");
        exempt(ending, "2024-01-01", null);
        end(ending, "RESIGNED", "2025-01-01");
    }

    private void requestChanges() {
        String account = code + "-asking";
        String member = records.enrolled(union, "Bùi Thị Xin");
        link(member, account);
        request(member, account);
        Api.act(officer, request(member, account), "accept", Map.of()).statusCode(200);
        Api.act(officer, request(member, account), "refuse", Map.of("reason", "Không"))
                .statusCode(200);
        Api.act(account, request(member, account), "withdraw", Map.of()).statusCode(200);
        link(member, account + "-2");
        transferred(member, "2025-03-01");
    }

    private int asked;

    private String request(String member, String account) {
        asked++;
        Map<String, Object> form = Map.of("changes", Map.of("phone", "09050001" + (10 + asked)), "reason", "Đổi số");
        return path(member) + "/change-requests/"
                + Api.create(account, path(member) + "/change-requests", form)
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private String exempt(String member, String from, @Nullable String to) {
        Map<String, Object> form =
                new HashMap<>(Map.of("validFrom", from, "reason", "UNPAID_LEAVE", "decision", DECISION));
        if (to != null) {
            form.put("validTo", to);
        }
        return path(member) + "/dues-exemptions/"
                + Api.create(officer, path(member) + "/dues-exemptions", form)
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private void endExemption(String exemption, String on) {
        Api.act(officer, exemption, "end", Map.of("on", on)).statusCode(200);
    }

    private String applicant() {
        return Api.create(officer, "/api/v1/members", Api.applicant(union))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String former(String name) {
        String member = records.enrolled(section, name);
        end(member, "RESIGNED", "2015-01-01");
        return member;
    }

    private void end(String member, String reason, String day) {
        act(officer, member, "end", Map.of("reason", reason, "effectiveDate", day));
    }

    void link(String member, String account) {
        CommitteeRequests.link(admin, member, account);
    }

    /// Two who sit somewhere.
    List<String> pair() {
        return List.of(records.enrolled(union, "Nguyễn Văn An"), records.enrolled(union, "Trần Thị Bình"));
    }

    private static void act(String by, String member, String action, Map<String, ?> body) {
        Api.act(by, path(member), action, body).statusCode(200);
    }

    private static String path(String member) {
        return MergeRequests.path(member);
    }
}
