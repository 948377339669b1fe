package vn.congdoan.vks.welfare.fund;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.fund.FundRequests.FUNDS;
import static vn.congdoan.vks.welfare.fund.FundRequests.as;
import static vn.congdoan.vks.welfare.fund.FundRequests.form;
import static vn.congdoan.vks.welfare.fund.FundRequests.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class FundResourceTest {

    @Test
    void an_accountant_opens_a_fund_and_reads_it() {
        var answer = post(as("ACCOUNTANT", QNG), form(QNG, "name", "Quỹ Nghĩa tình"));
        answer.then()
                .statusCode(201)
                .header("ETag", "\"0-fund\"")
                .body("name", equalTo("Quỹ Nghĩa tình"))
                .body("unionId", equalTo(QNG.id().toString()))
                .body("open", equalTo(true))
                .body("closesOn", nullValue());
        as("CHAIR", QNG)
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0-fund\"")
                .body("id", equalTo(answer.path("id")));
        as("CHAIR", QNG)
                .get(FUNDS)
                .then()
                .statusCode(200)
                .body("items.name", org.hamcrest.Matchers.hasItem("Quỹ Nghĩa tình"));
    }
}
