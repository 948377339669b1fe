package vn.congdoan.vks.welfare.proposal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC_01;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.PROPOSALS;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.answer;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.done;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.draft;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.get;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.lines;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.member;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.named;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.proposal;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.sent;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.step;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.with;
import static vn.congdoan.vks.welfare.support.SupportRequests.CASES;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;
import static vn.congdoan.vks.welfare.support.SupportRequests.forMember;
import static vn.congdoan.vks.welfare.support.SupportRequests.household;
import static vn.congdoan.vks.welfare.support.SupportRequests.request;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

/// Who knows of a proposal, at which end, and of what else because of it.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ProposalEndsTest {

    private static final List<String> READERS = List.of("CHAIR", "OFFICER", "ACCOUNTANT", "CASHIER", "INSPECTOR");

    @Inject
    Sql sql;

    @Inject
    Changes changes;

    @Test
    void nobody_above_knows_of_a_list_until_it_is_sent_and_then_sees_the_people_but_not_the_reasons() {
        Response draft = draft(QNG, proposal(QNG), List.of(member(QNG_01, 100), named("Bà Minh Họa", 5)));
        for (String role : READERS) {
            assertEquals(404, get(as(role, VKSTC), draft).statusCode(), role);
            assertEquals(200, get(as(role, QNG), draft).statusCode(), role);
        }
        Refusal.of(step(as("CHAIR", VKSTC), draft, "answer", answer(draft, null, 0, 0)), 404, "not-found");
        done(as("CHAIR", QNG), draft, "submit", null)
                .then()
                .body("reason", equalTo("Nhiều nhà hư hỏng sau bão số 4"))
                .body("lines.reason", contains("Mất việc làm", "Mất việc làm"));
        for (String role : READERS) {
            get(as(role, VKSTC), draft)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("SUBMITTED"))
                    .body("noteToSuperior", equalTo("Danh sách đã được thông qua"))
                    .body("lines.noteToSuperior", contains("Hộ nghèo", "Hộ nghèo"))
                    .body("lines[1].beneficiary.name", equalTo("Bà Minh Họa"))
                    .body("$", not(hasKey("reason")))
                    .body("$", not(hasKey("receipts")))
                    .body("lines", everyItem(not(hasKey("reason"))));
        }
        assertEquals(404, get(as("ADMIN", VKSTC), draft).statusCode());
    }

    @Test
    void a_union_beside_a_section_of_the_superior_and_another_section_know_of_nothing() {
        Response sent = sent(QNG, List.of(named("Bà A", 100)));
        for (Organization stranger : List.of(NAN, NAN_01, VKSTC_01, QNG_01)) {
            assertEquals(404, get(as("CHAIR", stranger), sent).statusCode(), stranger.name());
            as("CHAIR", stranger)
                    .get(PROPOSALS + "?limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.findAll { it.id == '%s' }".formatted(sent.<String>path("id")), empty());
        }
        Refusal.of(step(as("CHAIR", NAN), sent, "answer", answer(sent, null, 0)), 404, "not-found");
    }

    @Test
    void each_end_takes_its_own_steps_only() {
        Response sent = sent(QNG, List.of(named("Bà A", 100)));
        Refusal.of(step(as("CHAIR", QNG), sent, "answer", answer(sent, null, 0)), 403, "forbidden");
        Refusal.of(step(as("CHAIR", QNG), sent, "send-back", Map.of("text", "Không")), 403, "forbidden");
        Refusal.of(step(as("OFFICER", VKSTC), sent, "withdraw", null), 403, "forbidden");
        Refusal.of(step(as("OFFICER", VKSTC), sent, "answer", answer(sent, null, 0)), 403, "forbidden");
        Response back = done(as("CHAIR", VKSTC), sent, "send-back", Map.of("text", "Thiếu"));
        Refusal.of(step(as("CHAIR", VKSTC), back, "submit", null), 403, "forbidden");
        Refusal.of(
                step(as("OFFICER", VKSTC), back, "lines", Map.of("lines", List.of(named("Bà B", 1)))),
                403,
                "forbidden");
    }

    @Test
    void what_was_sent_and_taken_back_stays_known_above_and_what_was_never_sent_does_not() {
        Response sent = sent(QNG, List.of(named("Bà A", 100)));
        done(as("OFFICER", QNG), sent, "withdraw", null);
        get(as("CHAIR", VKSTC), sent).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        Response draft = draft(QNG, proposal(QNG), List.of(named("Bà A", 100)));
        done(as("OFFICER", QNG), draft, "withdraw", null);
        assertEquals(404, get(as("CHAIR", VKSTC), draft).statusCode());
    }

    @Test
    void what_was_sent_opens_no_other_case_of_the_union() {
        sent(QNG, List.of(member(QNG_01, 100)));
        Response asked = request(as("OFFICER", QNG), forMember(QNG_01, "HARDSHIP"));
        assertEquals(404, as("CHAIR", VKSTC).get(CASES + "/" + asked.path("id")).statusCode());
    }

    @Test
    void the_successor_of_a_merged_union_reads_its_proposals_and_goes_on() {
        Response draft = draft(NAN, proposal(NAN), List.of(named("Bà A", 100)));
        Response sent = sent(NAN, List.of(named("Bà B", 100)));
        assertEquals(404, get(as("CHAIR", QNG), sent).statusCode());
        String above = fund(VKSTC);
        fill(VKSTC, above, "BANK", 80);
        sql.change("insert into directory_unit_succession values (?, ?, 0)", NAN.id(), QNG.id());
        sql.change("update directory_unit_version set valid_to = '2025-07-01' where unit_id = ?", NAN.id());
        try {
            get(as("OFFICER", QNG), sent)
                    .then()
                    .statusCode(200)
                    .body("reason", equalTo("Nhiều nhà hư hỏng sau bão số 4"));
            Response submitted = done(as("CHAIR", QNG), draft, "submit", null);
            get(as("CHAIR", VKSTC), submitted).then().statusCode(200);
            Response back = done(as("CHAIR", VKSTC), sent, "send-back", Map.of("text", "Thiếu"));
            Response more = done(as("OFFICER", QNG), back, "lines", Map.of("lines", List.of(member(NAN, 1))));
            more.then().body("people", equalTo(2));
            String fund = fund(QNG);
            Response granted = done(as("CHAIR", VKSTC), submitted, "answer", answer(submitted, above, 80));
            Response sentDown = done(as("CASHIER", VKSTC), granted, "pay", ProposalRequests.payment());
            Response received = done(as("ACCOUNTANT", QNG), sentDown, "receive", ProposalRequests.receipt(fund, 80));
            done(
                            as("CASHIER", QNG),
                            received,
                            "pay-on",
                            ProposalRequests.payingOn(lines(draft).getFirst()))
                    .then()
                    .body("passedOn", equalTo(80));
            as("OFFICER", QNG)
                    .get(PROPOSALS + "?limit=200&unit=" + QNG.id())
                    .then()
                    .body("items.findAll { it.id == '%s' }.size()".formatted(sent.<String>path("id")), equalTo(1));
        } finally {
            sql.change("update directory_unit_version set valid_to = null where unit_id = ?", NAN.id());
            sql.change("delete from directory_unit_succession where unit_id = ?", NAN.id());
        }
    }

    @Test
    void other_requests_for_a_person_are_told_of_to_those_who_may_know_of_them() {
        String name = "Nguyễn  Thị " + UUID.randomUUID();
        Response first = sent(QNG, List.of(named(name, 100), member(QNG, 7)));
        Response asked = request(
                as("OFFICER", QNG),
                with(
                        household(QNG),
                        "beneficiary",
                        Map.of("kind", "HOUSEHOLD", "name", name.toUpperCase(Locale.ROOT))));
        asked.then().statusCode(201);
        Response second = draft(
                QNG,
                with(proposal(QNG), "date", "2023-11-10"),
                List.of(named(name.replace("  ", " "), 50), named("Ai khác", 1)));
        second.then()
                .body("lines[0].earlier.size()", equalTo(2))
                .body("lines[0].earlier[0].supportCaseId", equalTo(asked.<String>path("id")))
                .body("lines[0].earlier[0].requested", equalTo(300))
                .body("lines[0].earlier[1].proposalId", equalTo(first.<String>path("id")))
                .body("lines[0].earlier[1].requested", equalTo(100))
                .body("lines[0].earlier[1].date", equalTo("2022-11-10"))
                .body("lines[1].earlier", empty());
        Response seenAbove = done(as("CHAIR", QNG), second, "submit", null);
        Response hidden = draft(QNG, with(proposal(QNG), "date", "2023-11-01"), List.of(named(name, 20)));
        get(as("CHAIR", QNG), seenAbove)
                .then()
                .body(
                        "lines[0].earlier.proposalId",
                        contains(null, hidden.<String>path("id"), first.<String>path("id")));
        get(as("CHAIR", VKSTC), seenAbove)
                .then()
                .body("lines[0].earlier.proposalId", contains(first.<String>path("id")));
        Response tooLate = draft(QNG, with(proposal(QNG), "date", "2023-11-11"), List.of(named(name, 50)));
        tooLate.then()
                .body(
                        "lines[0].earlier.findAll { it.proposalId == '%s' }".formatted(first.<String>path("id")),
                        empty());
        draft(NAN, with(proposal(NAN), "date", "2023-01-01"), List.of(named(name, 50)))
                .then()
                .body("lines[0].earlier", empty());
    }

    @Test
    void a_request_that_was_taken_back_is_no_warning_and_the_same_member_twice_is_one() {
        Response first = sent(QNG, List.of(member(QNG_01, 100)));
        Response relative = draft(
                QNG,
                with(proposal(QNG), "date", "2022-12-24"),
                List.of(ProposalRequests.line(
                        Map.of("kind", "RELATIVE", "memberId", QNG_01.member(), "name", "Bà B", "relation", "mẹ"), 9)));
        relative.then()
                .body(
                        "lines[0].earlier.findAll { it.proposalId == '%s' }.requested"
                                .formatted(first.<String>path("id")),
                        contains(100));
        done(as("OFFICER", QNG), first, "withdraw", null);
        get(as("OFFICER", QNG), relative)
                .then()
                .body(
                        "lines[0].earlier.findAll { it.proposalId == '%s' }".formatted(first.<String>path("id")),
                        empty());
    }

    @Test
    void lists_and_reasons_stay_in_the_service_until_and_unless_they_are_sent() {
        Response draft = draft(QNG, proposal(QNG), List.of(named("Bà Lặng Lẽ", 100)));
        UUID id = UUID.fromString(draft.path("id"));
        changes.catchUp();
        assertFalse(told(id).contains("Bà Lặng Lẽ"));
        assertEquals(List.of(List.of(QNG.id())), audiences(id));
        Response sent = done(as("CHAIR", QNG), draft, "submit", null);
        Response back = done(as("CHAIR", VKSTC), sent, "send-back", Map.of("text", "Thiếu"));
        done(as("OFFICER", QNG), back, "lines", Map.of("lines", List.of(named("Bà Chưa Gửi", 1))));
        changes.catchUp();
        assertTrue(told(id).contains("Bà Lặng Lẽ"));
        assertFalse(told(id).contains("Bà Chưa Gửi"));
        assertFalse(told(id).contains("bão số 4"));
        assertFalse(told(id).contains("Mất việc làm"));
        List<UUID> both = List.of(VKSTC.id(), QNG.id());
        assertEquals(List.of(List.of(QNG.id()), both, both), audiences(id));
    }

    private String told(UUID id) {
        return String.join(
                "\n", sql.list("select state::text from change where aggregate_id = ?", row -> row.getString(1), id));
    }

    private List<List<UUID>> audiences(UUID id) {
        return sql.list(
                "select audience from change where aggregate_id = ? order by position",
                row -> List.of((UUID[]) row.getArray(1).getArray()),
                id);
    }
}
