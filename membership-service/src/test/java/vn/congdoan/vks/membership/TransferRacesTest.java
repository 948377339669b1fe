package vn.congdoan.vks.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.membership.TransferRequests.TRANSFERS;
import static vn.congdoan.vks.membership.TransferRequests.form;
import static vn.congdoan.vks.membership.TransferRequests.pending;
import static vn.congdoan.vks.membership.TransferRequests.placements;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

/// Whoever answers one transfer at the same time as others: one answer counts.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class TransferRacesTest {

    private static final int MANY = 6;

    @Inject
    Sql sql;

    private TwoUnions unions;

    @BeforeEach
    void foundUnions() {
        unions = new TwoUnions();
    }

    @RepeatedTest(3)
    void of_acceptances_at_once_one_happens() {
        String transfer = pending(unions.officer, unions.member, unions.to);
        String tag = Api.as(unions.chair).get(transfer).getHeader("ETag");

        List<Response> answers = Api.atOnce(MANY, () -> accept(transfer, tag));

        assertOneOf(answers);
        assertEquals(List.of(0, 1), unions.membersOn("2025-03-01"));
        assertEquals(2, placements(sql, unions.member).size());
    }

    @RepeatedTest(3)
    void of_an_acceptance_a_refusal_and_a_withdrawal_at_once_one_happens() {
        String transfer = pending(unions.officer, unions.member, unions.to);
        String tag = Api.as(unions.chair).get(transfer).getHeader("ETag");
        AtomicInteger turn = new AtomicInteger();

        List<Response> answers = Api.atOnce(MANY, () -> switch (turn.getAndIncrement() % 3) {
            case 0 -> accept(transfer, tag);
            case 1 ->
                Api.as(unions.chair)
                        .header("If-Match", tag)
                        .body(Map.of("reason", "Không"))
                        .post(transfer + "/refuse");
            default -> Api.as(unions.officer).header("If-Match", tag).post(transfer + "/withdraw");
        });

        assertOneOf(answers);
        boolean moved = Api.as(unions.chair).get(transfer).path("status").equals("ACCEPTED");
        assertEquals(moved ? List.of(0, 1) : List.of(1, 0), unions.membersOn("2025-03-01"));
        assertEquals(moved ? 2 : 1, placements(sql, unions.member).size());
    }

    @RepeatedTest(3)
    void of_requests_for_one_member_at_once_one_waits() {
        List<Response> answers = Api.atOnce(
                MANY,
                () -> Api.as(unions.officer)
                        .body(form(unions.member, unions.to))
                        .post(TRANSFERS));

        assertEquals(List.of(201, 409, 409, 409, 409, 409), sorted(answers));
    }

    @RepeatedTest(3)
    void of_an_acceptance_and_the_end_of_the_membership_at_once_the_later_finds_the_other() {
        String transfer = pending(unions.officer, unions.member, unions.to);
        String tag = Api.as(unions.chair).get(transfer).getHeader("ETag");
        String record = "/api/v1/members/" + unions.member;
        String memberTag = Api.as(unions.officer).get(record).getHeader("ETag");
        AtomicInteger turn = new AtomicInteger();

        List<Response> answers = Api.atOnce(
                2,
                () -> turn.getAndIncrement() == 0
                        ? accept(transfer, tag)
                        : Api.as(unions.officer)
                                .header("If-Match", memberTag)
                                .body(Map.of("reason", "RETIRED", "effectiveDate", "2025-03-01"))
                                .post(record + "/end"));

        boolean moved = Api.as(unions.chair).get(transfer).path("status").equals("ACCEPTED");
        // With the membership the transfer has ended too: what the chair has read is no longer so.
        assertEquals(List.of(200, moved ? 404 : 412), sorted(answers));
        assertEquals(moved ? List.of(0, 1) : List.of(0, 0), unions.membersOn("2025-03-01"));
    }

    private Response accept(String transfer, String tag) {
        return Api.as(unions.chair)
                .header("If-Match", tag)
                .body(Map.of("effectiveDate", "2025-03-01"))
                .post(transfer + "/accept");
    }

    private static void assertOneOf(List<Response> answers) {
        assertEquals(List.of(200, 412, 412, 412, 412, 412), sorted(answers));
    }

    private static List<Integer> sorted(List<Response> answers) {
        return answers.stream().map(Response::statusCode).sorted().toList();
    }
}
