package vn.congdoan.vks.welfare.imports;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.imports.ImportRequests.HEADERS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.IMPORTS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.correct;
import static vn.congdoan.vks.welfare.imports.ImportRequests.kept;
import static vn.congdoan.vks.welfare.imports.ImportRequests.rows;
import static vn.congdoan.vks.welfare.imports.ImportRequests.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// Who gave is found out, or proposed, or said to be unknown.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ImportMatchingTest {

    @Inject
    Sql sql;

    private ImportedGifts gifts;

    @BeforeEach
    void a_fund_a_layout_and_some_members() {
        gifts = new ImportedGifts(sql);
    }

    @AfterEach
    void they_go_again() {
        gifts.leave();
    }

    @Test
    void members_are_found_by_id_by_code_and_by_name() {
        Response made = gifts.uploaded(
                gifts.row("100.000", "", "", gifts.binh.toString()),
                gifts.row(
                        "200.000",
                        "",
                        "",
                        gifts.binh.toString().replace("-", "").toUpperCase(Locale.ROOT)),
                gifts.row("300.000", "ck " + code(gifts.binh).toLowerCase(Locale.ROOT) + " ung ho", "", ""),
                gifts.row("400.000", "UNG HO " + gifts.an, "Nguyễn Văn An Kê", ""),
                gifts.row("500.000", "", "TRAN THI BINH KE", ""),
                gifts.row("600.000", "", "trần  thị bình kê", ""),
                gifts.row("700.000", "", "Nguyễn Văn Ân Kê", ""),
                gifts.row("800.000", "", "Nguyễn Văn An Kê", ""));
        made.then()
                .body("status", equalTo("OPEN"))
                .body("rows", equalTo(8))
                .body("accepted.rows", equalTo(8))
                .body("accepted.amount", equalTo(3_600_000))
                .body("totals", hasSize(1))
                .body("totals[0].status", equalTo("MATCHED"));
        assertEquals(
                List.of(gifts.binh, gifts.binh, gifts.binh, gifts.an, gifts.binh, gifts.binh, gifts.an, gifts.an2)
                        .stream()
                        .map(UUID::toString)
                        .toList(),
                rows(as("ACCOUNTANT", QNG), made, "").path("items.donor.memberId"));
    }

    @Test
    void the_codes_of_members_are_listed_for_those_who_record_their_gifts() {
        as("ACCOUNTANT", QNG)
                .get(IMPORTS + "/references?limit=200&unit=" + QNG_02.id())
                .then()
                .statusCode(200)
                .body("items.find { it.memberId == '%s' }.reference".formatted(gifts.binh), equalTo(code(gifts.binh)))
                .body("items.find { it.memberId == '%s' }.name".formatted(gifts.binh), equalTo("Trần Thị Bình Kê"))
                .body("items.memberId", not(hasItem(gifts.an.toString())));
        as("ACCOUNTANT", NAN)
                .get(IMPORTS + "/references?limit=200")
                .then()
                .statusCode(200)
                .body("items.memberId", not(hasItem(gifts.binh.toString())));
        as("CHAIR", QNG).get(IMPORTS + "/references").then().statusCode(403);
    }

    @Test
    void who_may_be_meant_is_proposed_and_not_believed() {
        Response made = gifts.uploaded(
                gifts.row("100.000", "", "NGUYEN VAN AN KE", ""),
                gifts.row("200.000", "", "Nguyễn Văn Án Kê", ""),
                gifts.row("300.000", "thay mat Tran Thi Binh Ke, gui", "", ""),
                gifts.row("400.000", gifts.an + " " + gifts.binh, "", ""),
                gifts.row("500.000", "khong ro ai", "Lê Không Có Kê", ""),
                gifts.row("600.000", "", "", "DV0000000000"),
                gifts.row("700.000", "", "", ""));
        made.then().body("accepted.rows", equalTo(0));
        rows(as("ACCOUNTANT", QNG), made, "")
                .then()
                .statusCode(200)
                .body(
                        "items.status",
                        equalTo(List.of(
                                "AMBIGUOUS",
                                "AMBIGUOUS",
                                "AMBIGUOUS",
                                "AMBIGUOUS",
                                "UNMATCHED",
                                "UNMATCHED",
                                "UNMATCHED")))
                .body("items[0].candidates.memberId", containsInAnyOrder(gifts.an.toString(), gifts.an2.toString()))
                .body("items[1].candidates.memberId", containsInAnyOrder(gifts.an.toString(), gifts.an2.toString()))
                .body("items[2].candidates.name", equalTo(List.of("Trần Thị Bình Kê")))
                .body("items[2].candidates[0].unitId", equalTo(QNG_02.id().toString()))
                .body("items[3].candidates", hasSize(2))
                .body("items[5].faults[0].code", equalTo("unknown-member"))
                .body("items[5].faults[0].column", equalTo("Mã"))
                .body("items[0]", not(hasKey("donor")))
                .body("items[0]", not(hasKey("contributionId")));
    }

    @Test
    void only_members_of_the_day_in_the_funds_unit_and_below_are_found_by_name() {
        String section = fund(QNG_02);
        String its = kept(QNG_02);
        gifts.person(QNG_01, "Lê Nơi Khác Kê");
        UUID neighbour = gifts.person(NAN_01, "Lê Láng Giềng Kê");
        gifts.member(UUID.randomUUID(), QNG_02, "Lê Đã Nghỉ Kê", "2010-01-01", "2026-02-01");
        Response made = upload(
                as("ACCOUNTANT", QNG_02),
                section,
                its,
                HEADERS
                        + gifts.row("1", "", "Lê Nơi Khác Kê", "")
                        + gifts.row("2", "", "Lê Láng Giềng Kê", "")
                        + gifts.row("3", neighbour.toString(), "", "")
                        + gifts.row("4", "", "Lê Đã Nghỉ Kê", "")
                        + gifts.row("5", "", "Trần Thị Bình Kê", "")
                        + gifts.row("6", "", "", gifts.an.toString()));
        made.then().statusCode(201);
        assertEquals(
                List.of("UNMATCHED", "UNMATCHED", "UNMATCHED", "UNMATCHED", "MATCHED", "MATCHED"),
                rows(as("ACCOUNTANT", QNG), made, "").path("items.status"));
    }

    @Test
    void whoever_is_not_known_here_yet_is_asked_for() {
        sql.change("delete from directory_member where member_id = ?", QNG_02.member());
        Response made = gifts.uploaded(gifts.row("1", "", "", ""));
        correct(
                        as("ACCOUNTANT", QNG),
                        made,
                        List.of(Map.of("line", 2, "donor", Map.of("kind", "MEMBER", "memberId", QNG_02.member()))))
                .then()
                .statusCode(200)
                .body("accepted.rows", equalTo(1));
    }

    private static String code(UUID member) {
        return ContributionReference.of(new MemberId(member));
    }
}
