package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class PersonExportTest {

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String holder = code + "-holder";

    @Test
    void a_member_has_a_copy_of_everything_that_is_kept() {
        String union = Api.union(code, "OFFICER", "INSPECTOR");
        String member = member(union);
        Map<String, Object> decision = Map.of("number", "03/QĐ", "date", "2024-01-02");
        Api.create(
                        officer,
                        path(member) + "/dues-exemptions",
                        Map.of("validFrom", "2024-01-01", "reason", "UNPAID_LEAVE", "decision", decision))
                .statusCode(201);
        Api.create(
                        officer,
                        "/api/v1/transfers",
                        Map.of(
                                "memberId",
                                member,
                                "targetUnitId",
                                Api.section(code + "-admin", union, code + "-1"),
                                "introduction",
                                decision))
                .statusCode(201);
        Api.create(
                        officer,
                        "/api/v1/committees",
                        Map.of(
                                "unitId",
                                union,
                                "kind",
                                "COMMITTEE",
                                "term",
                                "2023–2028",
                                "validFrom",
                                "2023-01-01",
                                "validTo",
                                "2028-01-01",
                                "seats",
                                List.of(Map.of("memberId", member, "position", "COMMITTEE_MEMBER"))))
                .statusCode(201);

        Api.as(holder)
                .get(path(member) + "/export")
                .then()
                .statusCode(200)
                .body("member.fullName", equalTo("Đoàn Thị Khánh Hòa"))
                .body("member.phone", equalTo("0905123456"))
                .body("member.ethnicity", equalTo("Kinh"))
                .body("placements", hasSize(1))
                .body("placements[0].unit.code", equalTo(code))
                .body("placements[0].validFrom", equalTo("2010-01-01"))
                .body("history.kind", contains("REVISED", "ENROLLED"))
                .body("history[0].changes[0].to", equalTo("Trưởng phòng"))
                .body("changeRequests", hasSize(1))
                .body("changeRequests[0].changes.phone", equalTo("0905999888"))
                .body("others.account[0].principal.subject", equalTo(holder))
                .body("others.duesExemptions.reason", contains("UNPAID_LEAVE"))
                .body("others.transfers.status", contains("PENDING"))
                .body("others.seats.position", contains("COMMITTEE_MEMBER"))
                .body("reads.actor.subject", contains(officer))
                .body("legalBasis", hasItem(startsWith("Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15")));
        Api.as(code + "-inspector")
                .get("/api/v1/audit?subject=" + member)
                .then()
                .body("items[0].action", equalTo("export"))
                .body("items[0].actor.subject", equalTo(holder))
                .body("items[1].purpose", equalTo("own record"));
    }

    @Test
    void an_officer_exports_for_a_purpose_and_nobody_else_does() {
        String member = member(Api.union(code, "OFFICER", "CHAIR"));

        Api.as(officer)
                .get(path(member) + "/export")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?purpose"));
        Api.as(officer)
                .get(path(member) + "/export?purpose=cung cap")
                .then()
                .statusCode(200)
                .body("reads", empty());
        for (String other : List.of(code + "-chair", code + "-admin", Api.FIRST_ADMIN)) {
            Api.as(other).get(path(member) + "/export?purpose=cung cap").then().statusCode(403);
        }
    }

    @Test
    void on_paper_it_says_the_same_in_vietnamese_with_every_letter() throws IOException {
        String member = member(Api.union(code, "OFFICER"));

        byte[] bytes = Api.as(holder)
                .accept("application/pdf")
                .get(path(member) + "/export")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();

        try (PDDocument paper = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(paper);
            for (String said : List.of(
                    "Dữ liệu cá nhân của đoàn viên do Công đoàn lưu giữ",
                    "Họ và tên: Đoàn Thị Khánh Hòa",
                    "Điện thoại: 0905123456",
                    "Quê quán: Mộ Đức, Quảng Ngãi ẵ ẫ ỡ ữ ỵ",
                    "Giới tính: Nữ",
                    "Từ ngày: 01/01/2010",
                    "Mục: Chức vụ",
                    "Thành: Trưởng phòng",
                    "Mã tài khoản: " + holder)) {
                assertTrue(text.contains(said), () -> said + " is not in:\n" + text);
            }
            assertEquals(Set.of(true), embedded(paper), "fonts that are not embedded");
        }
    }

    private static Set<Boolean> embedded(PDDocument paper) throws IOException {
        PDPage first = paper.getPage(0);
        PDResources resources = first.getResources();
        return StreamSupport.stream(resources.getFontNames().spliterator(), false)
                .map(name -> {
                    try {
                        PDFont font = resources.getFont(name);
                        return font.isEmbedded();
                    } catch (IOException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .collect(Collectors.toSet());
    }

    /// Enrolled, linked to an account, revised once, asking for a change, and read once for a purpose.
    private String member(String union) {
        String member = Enrolled.by(officer)
                .member(
                        union,
                        "Đoàn Thị Khánh Hòa",
                        "phone",
                        "0905123456",
                        "ethnicity",
                        "Kinh",
                        "nativePlace",
                        "Mộ Đức, Quảng Ngãi ẵ ẫ ỡ ữ ỵ")
                .enrol()
                .getFirst();
        Api.as(code + "-admin")
                .body(Map.of("subject", holder))
                .put(path(member) + "/account")
                .then()
                .statusCode(201);
        Api.create(
                        holder,
                        path(member) + "/change-requests",
                        Map.of("changes", Map.of("phone", "0905999888"), "reason", "Đổi số"))
                .statusCode(201);
        Api.as(officer)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("position", "Trưởng phòng"))
                .patch(path(member))
                .then()
                .statusCode(200);
        Api.as(officer).get(path(member) + "?purpose=xem ho so").then().statusCode(200);
        return member;
    }

    private static String path(String member) {
        return "/api/v1/members/" + member;
    }
}
