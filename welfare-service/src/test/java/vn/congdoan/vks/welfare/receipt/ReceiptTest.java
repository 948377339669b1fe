package vn.congdoan.vks.welfare.receipt;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// Each contribution has a receipt, and no number is left out.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ReceiptTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private String fund = "";

    @BeforeEach
    void a_fund() {
        fund = fund(QNG);
    }

    @Test
    void a_receipt_says_who_gave_what_in_figures_and_words() {
        receipt(given(Map.of("kind", "OUTSIDE", "name", "Công ty Minh Họa")))
                .then()
                .statusCode(200)
                .body("number", equalTo("00001/" + Year.now(BusinessTime.ZONE)))
                .body("donor", equalTo("Công ty Minh Họa"))
                .body("amount", equalTo(350_000))
                .body("amountInWords", equalTo("Ba trăm năm mươi nghìn đồng"))
                .body("method", equalTo("CASH"))
                .body("date", equalTo("2023-10-20"));
        receipt(given(Map.of("kind", "MEMBER", "memberId", QNG_01.member())))
                .then()
                .body("donor", notNullValue());
        receipt(given(Map.of("kind", "ANONYMOUS"))).then().body("$", not(hasKey("donor")));
    }

    @Test
    void numbers_go_up_without_a_gap_however_many_give_at_the_same_time() throws Exception {
        int many = 24;
        List<Callable<String>> work = new ArrayList<>();
        for (int each = 0; each < many; each++) {
            work.add(() -> given(Map.of("kind", "ANONYMOUS")));
        }
        Set<String> numbers = new TreeSet<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> each : people.invokeAll(work)) {
                numbers.add(receipt(each.get()).path("number"));
            }
        }
        Set<String> all = new TreeSet<>(IntStream.rangeClosed(1, many)
                .mapToObj(each -> "%05d/%s".formatted(each, Year.now(BusinessTime.ZONE)))
                .toList());
        assertEquals(all, numbers);
    }

    @Test
    void on_paper_it_says_the_same_in_vietnamese() throws IOException {
        String given = given(Map.of("kind", "OUTSIDE", "name", "Ông Nguyễn Văn Minh Họa"));
        receipt(given).then().statusCode(200);
        byte[] bytes = as("ACCOUNTANT", QNG)
                .accept("application/pdf")
                .get(CONTRIBUTIONS + "/" + given + "/receipt")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (PDDocument paper = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(paper);
            for (String said : List.of(
                    "Biên nhận đóng góp",
                    "Số: 00001/",
                    "Người đóng góp: Ông Nguyễn Văn Minh Họa",
                    "Số tiền: 350.000 đ",
                    "Bằng chữ: Ba trăm năm mươi nghìn đồng",
                    "Hình thức: tiền mặt",
                    "Ngày đóng góp: 20/10/2023")) {
                assertTrue(text.contains(said), () -> said + " is not in:\n" + text);
            }
        }
    }

    @Test
    void a_receipt_of_money_that_was_taken_back_says_so() {
        Response given = give(as("ACCOUNTANT", QNG), contribution(fund, Map.of("kind", "ANONYMOUS"), 350_000));
        receipt(given.path("id")).then().statusCode(200).body("$", not(hasKey("reversedBy")));
        String back = reverse(as("ACCOUNTANT", QNG), fund, given.path("transferId"), Map.of("text", "Nhầm"))
                .path("id");
        receipt(given.path("id")).then().body("reversedBy", equalTo(back));
    }

    @Test
    void a_receipt_is_for_the_unions_own_people() {
        String given = given(Map.of("kind", "ANONYMOUS"));
        receipt(given);
        String path = CONTRIBUTIONS + "/" + given + "/receipt";
        Refusal.of(as("ACCOUNTANT", NAN).get(path), 404, "not-found");
        Refusal.of(as("ACCOUNTANT", VKSTC).get(path), 403, "forbidden");
        Refusal.of(as("INTEGRATOR", QNG).get(path), 403, "forbidden");
        as("CASHIER", QNG).get(path).then().statusCode(200);
    }

    private String given(Map<String, ?> donor) {
        Response given = give(as("ACCOUNTANT", QNG), contribution(fund, donor, 350_000));
        given.then().statusCode(201);
        return given.path("id");
    }

    private static Response receipt(String contribution) {
        String path = CONTRIBUTIONS + "/" + contribution + "/receipt";
        assertTrue(Waiting.until(() -> as("ACCOUNTANT", QNG).get(path).statusCode() == 200, PATIENCE));
        return as("ACCOUNTANT", QNG).get(path);
    }
}
