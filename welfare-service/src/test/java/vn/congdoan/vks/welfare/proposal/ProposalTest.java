package vn.congdoan.vks.welfare.proposal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.PROPOSALS;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.answer;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.answered;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.begin;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.by;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.done;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.draft;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.get;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.line;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.lines;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.member;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.named;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.otherOfficer;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.outside;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.proposal;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.sent;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.step;
import static vn.congdoan.vks.welfare.proposal.ProposalRequests.with;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Membership;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// Listed, sent up, and answered line by line.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ProposalTest {

    @Test
    void members_that_are_not_known_yet_are_asked_for_in_one_question() {
        List<Object> strangers = new ArrayList<>();
        for (int each = 0; each < 20; each++) {
            strangers.add(ProposalRequests.line(Map.of("kind", "MEMBER", "memberId", UUID.randomUUID()), 1));
        }
        int before = Membership.askedAbout("/internal/directory/members");
        Map<String, @Nullable Object> form = proposal(QNG);
        form.put("lines", strangers);
        Refusal.of(
                ProposalRequests.begin(as("OFFICER", QNG), form),
                422,
                "rule-broken",
                "/lines/0/beneficiary/memberId",
                "unknown-member");
        assertEquals(before + 1, Membership.askedAbout("/internal/directory/members"));
        form.put(
                "lines",
                List.of(ProposalRequests.line(Map.of("kind", "RETIREE", "memberId", QNG_01.formerMember()), 1)));
        ProposalRequests.begin(as("OFFICER", QNG), form).then().statusCode(201);
    }

    @Test
    void a_list_is_made_sent_up_and_granted_wholly_partly_or_not() {
        String fund = fund(VKSTC);
        fill(VKSTC, fund, "BANK", 5_000);
        Response draft = draft(QNG, proposal(QNG), List.of(member(QNG, 1_000), named("Bà Minh Họa", 2_000)));
        draft.then()
                .body("status", equalTo("DRAFT"))
                .body("round", equalTo(0))
                .body("people", equalTo(2))
                .body("requested", equalTo(3_000))
                .body("lines[0].beneficiary.memberId", equalTo(QNG.member().toString()))
                .body("lines[0].memberName", notNullValue())
                .body("lines[1].beneficiary.name", equalTo("Bà Minh Họa"))
                .body("$", not(hasKey("granted")));
        Response more = done(
                as("OFFICER", QNG), draft, "lines", Map.of("lines", List.of(named("Ông Nhầm", 1), named("Cụ A", 500))));
        List<String> all = lines(more);
        Response fewer = done(as("OFFICER", QNG), more, "lines/remove", Map.of("lineIds", List.of(all.get(2))));
        Response sent = done(as("CHAIR", QNG), fewer, "submit", null);
        sent.then()
                .body("status", equalTo("SUBMITTED"))
                .body("round", equalTo(1))
                .body("people", equalTo(3))
                .body("requested", equalTo(3_500));
        Response answered = done(as("CHAIR", VKSTC), sent, "answer", answer(sent, fund, 1_000, 300, 0));
        answered.then()
                .body("status", equalTo("ANSWERED"))
                .body("granted", equalTo(1_300))
                .body("paid", equalTo(0))
                .body("received", equalTo(0))
                .body("passedOn", equalTo(0))
                .body("lines.granted", contains(1_000, 300, 0))
                .body("answers[0].decision.number", equalTo("44/QĐ-CĐVKS"))
                .body("answers[0].fundId", equalTo(fund));
        as("CHAIR", VKSTC).get(FUNDS + "/" + fund).then().body("balances.promised", equalTo(1_300));
        get(as("OFFICER", QNG), sent)
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("lines.granted", contains(1_000, 300, 0))
                .body("answers[0]", not(hasKey("fundId")));
    }

    @Test
    void what_is_granted_is_there_and_is_never_more_than_was_asked_for() {
        String fund = fund(VKSTC);
        fill(VKSTC, fund, "CASH", 100);
        Response sent = sent(QNG, List.of(named("Bà A", 100), named("Bà B", 50)));
        Refusal.of(
                step(as("CHAIR", VKSTC), sent, "answer", answer(sent, fund, 100, 51)),
                422,
                "rule-broken",
                "/lines/1/amount",
                "more-than-requested");
        Refusal.of(
                step(as("CHAIR", VKSTC), sent, "answer", answer(sent, fund, 100)),
                422,
                "rule-broken",
                "/lines",
                "not-every-line");
        Refusal.of(
                step(as("CHAIR", VKSTC), sent, "answer", answer(sent, fund, 100, 50)), 409, "insufficient-unpromised");
        Refusal.of(
                step(as("CHAIR", VKSTC), sent, "answer", answer(sent, null, 100, 0)),
                400,
                "invalid-request",
                "/fundId",
                "required");
        String others = fund(VKSTC, "purposes", List.of("ILLNESS"));
        Refusal.of(
                step(as("CHAIR", VKSTC), sent, "answer", answer(sent, others, 1, 0)),
                422,
                "rule-broken",
                "/fundId",
                "not-a-purpose-of-the-fund");
        Map<String, Object> early = answer(sent, fund, 100, 0);
        early.put("decision", Map.of("number", "1", "date", "2022-11-09"));
        Refusal.of(
                step(as("CHAIR", VKSTC), sent, "answer", early),
                422,
                "rule-broken",
                "/decision/date",
                "before-the-request");
        done(as("CHAIR", VKSTC), sent, "answer", answer(sent, fund, 100, 0));
    }

    @Test
    void nothing_at_all_may_be_granted_and_then_no_fund_is_named() {
        Response sent = sent(QNG, List.of(named("Bà A", 100)));
        Refusal.of(
                step(as("CHAIR", VKSTC), sent, "answer", answer(sent, fund(VKSTC), 0)),
                422,
                "rule-broken",
                "/fundId",
                "nothing-granted");
        done(as("CHAIR", VKSTC), sent, "answer", answer(sent, null, 0))
                .then()
                .body("granted", equalTo(0))
                .body("status", equalTo("ANSWERED"));
    }

    @Test
    void what_was_sent_back_is_changed_sent_once_more_and_answered_anew() {
        String fund = fund(VKSTC);
        fill(VKSTC, fund, "BANK", 1_000);
        Response sent = sent(QNG, List.of(named("Bà A", 100)));
        Refusal.of(
                step(as("OFFICER", QNG), sent, "lines", Map.of("lines", List.of(named("Bà B", 1)))),
                409,
                "proposal-not-in-that-state");
        Response back = done(as("CHAIR", VKSTC), sent, "send-back", Map.of("text", "Thiếu người"));
        back.then()
                .body("status", equalTo("RETURNED"))
                .body("answers[0].outcome", equalTo("SENT_BACK"))
                .body("answers[0].text", equalTo("Thiếu người"));
        Refusal.of(step(as("CHAIR", VKSTC), back, "answer", answer(sent, fund, 1)), 409, "proposal-not-in-that-state");
        Response changed = done(as("OFFICER", QNG), back, "lines", Map.of("lines", List.of(named("Bà B", 50))));
        get(as("CHAIR", VKSTC), sent)
                .then()
                .body("lines.beneficiary.name", contains("Bà A"))
                .body("requested", equalTo(100));
        String inList = "items.find { it.id == '%s' }.people".formatted(sent.<String>path("id"));
        as("CHAIR", VKSTC).get(PROPOSALS + "?limit=200").then().body(inList, equalTo(1));
        as("CHAIR", QNG).get(PROPOSALS + "?limit=200").then().body(inList, equalTo(2));
        Response again = done(as("CHAIR", QNG), changed, "submit", null);
        again.then().body("round", equalTo(2)).body("status", equalTo("SUBMITTED"));
        Response answered = done(as("CHAIR", VKSTC), again, "answer", answer(again, fund, 100, 50));
        answered.then()
                .body("answers.outcome", contains("SENT_BACK", "DECIDED"))
                .body("answers.round", contains(1, 2))
                .body("granted", equalTo(150));
    }

    @Test
    void what_is_answered_is_not_taken_back_and_what_was_taken_back_is_not_answered() {
        Response sent = sent(QNG, List.of(named("Bà A", 100)));
        Response withdrawn = done(as("OFFICER", QNG), sent, "withdraw", null);
        withdrawn.then().body("status", equalTo("WITHDRAWN"));
        Refusal.of(
                step(as("CHAIR", VKSTC), withdrawn, "answer", answer(sent, null, 0)),
                409,
                "proposal-not-in-that-state");
        Response other = sent(QNG, List.of(named("Bà A", 100)));
        Response answered = done(as("CHAIR", VKSTC), other, "answer", answer(other, null, 0));
        Refusal.of(step(as("OFFICER", QNG), answered, "withdraw", null), 409, "proposal-not-in-that-state");
    }

    @Test
    void a_decision_is_taken_back_before_money_has_moved_and_what_was_kept_back_is_free() {
        String fund = fund(VKSTC);
        fill(VKSTC, fund, "BANK", 100);
        Response answered = answered(QNG, fund, List.of(named("Bà A", 100)), 90);
        Response back = done(as("CHAIR", VKSTC), answered, "send-back", Map.of("text", "Nhầm mức"));
        back.then()
                .body("status", equalTo("RETURNED"))
                .body("$", not(hasKey("granted")))
                .body("lines[0]", not(hasKey("granted")))
                .body("answers[0].decision.number", equalTo("44/QĐ-CĐVKS"))
                .body("answers[0].text", equalTo("Nhầm mức"));
        as("CHAIR", VKSTC).get(FUNDS + "/" + fund).then().body("balances.promised", equalTo(0));
        Response again = done(as("CHAIR", QNG), back, "submit", null);
        Response anew = done(as("CHAIR", VKSTC), again, "answer", answer(again, fund, 100));
        anew.then().body("granted", equalTo(100)).body("answers", hasSize(2));
        Response paid = done(as("CASHIER", VKSTC), anew, "pay", ProposalRequests.payment());
        Refusal.of(step(as("CHAIR", VKSTC), paid, "send-back", Map.of("text", "Muộn")), 409, "grant-paid");
    }

    @Test
    void what_a_body_outside_sent_back_is_written_down_as_well() {
        Response draft = draft(QNG, outside(QNG), List.of(named("Bà A", 10)));
        Response sent = done(as("CHAIR", QNG), draft, "submit", null);
        Refusal.of(step(as("OFFICER", QNG), sent, "send-back", Map.of("text", "Thiếu")), 403, "forbidden");
        Response back = done(as("CHAIR", QNG), sent, "send-back", Map.of("text", "Thiếu"));
        back.then().body("status", equalTo("RETURNED"));
        Response again = done(as("CHAIR", QNG), back, "submit", null);
        Response wrong = done(otherOfficer(QNG), again, "write-down-answer", answer(again, null, 9));
        Response open = done(as("CHAIR", QNG), wrong, "send-back", Map.of("text", "Ghi nhầm"));
        Response third = done(as("CHAIR", QNG), open, "submit", null);
        Response right = done(otherOfficer(QNG), third, "write-down-answer", answer(third, null, 10));
        Response received = done(as("ACCOUNTANT", QNG), right, "receive", ProposalRequests.receipt(fund(QNG), 10));
        Refusal.of(step(as("CHAIR", QNG), received, "send-back", Map.of("text", "Muộn")), 409, "grant-received");
    }

    @Test
    void what_somebody_read_before_the_other_end_changed_it_is_stale() {
        Response sent = sent(QNG, List.of(named("Bà A", 100)));
        done(as("CHAIR", VKSTC), sent, "send-back", Map.of("text", "Thiếu"));
        Refusal.of(step(as("OFFICER", QNG), sent, "withdraw", null), 412, "stale");
    }

    @Test
    void what_a_body_outside_decided_is_written_down_by_the_union_that_asked() {
        Response draft = draft(VKSTC, outside(VKSTC), List.of(named("Bà A", 1_000), named("Bà B", 1_000)));
        Response sent = done(as("CHAIR", VKSTC), draft, "submit", null);
        Refusal.of(
                step(as("CHAIR", VKSTC), sent, "answer", answer(sent, null, 0, 0)), 409, "proposal-to-a-body-outside");
        Refusal.of(
                step(otherOfficer(VKSTC), sent, "write-down-answer", answer(sent, fund(VKSTC), 1_000, 500)),
                400,
                "invalid-request",
                "/fundId",
                "not-for-this-kind");
        Response answered = done(otherOfficer(VKSTC), sent, "write-down-answer", answer(sent, null, 1_000, 500));
        answered.then()
                .body("status", equalTo("ANSWERED"))
                .body("granted", equalTo(1_500))
                .body("$", not(hasKey("paid")))
                .body("superiorBody", equalTo("Công đoàn Viên chức Việt Nam"));
        Response toUnion = sent(QNG, List.of(named("Bà A", 1)));
        Refusal.of(
                step(as("OFFICER", QNG), toUnion, "write-down-answer", answer(toUnion, null, 1)),
                409,
                "proposal-to-a-union");
    }

    @Test
    void a_proposal_goes_to_the_next_union_above_or_to_one_body_outside() {
        Refusal.of(
                begin(as("OFFICER", QNG), with(proposal(QNG), "superiorUnitId", NAN.id())),
                422,
                "rule-broken",
                "/superiorUnitId",
                "not-the-next-union-above");
        Refusal.of(
                begin(as("OFFICER", QNG), with(proposal(QNG), "superiorBody", "Mặt trận Tổ quốc")),
                400,
                "invalid-request",
                "/superiorBody",
                "one-superior");
        Refusal.of(
                begin(as("OFFICER", QNG), with(proposal(QNG), "superiorUnitId", null)),
                400,
                "invalid-request",
                "/superiorUnitId",
                "required");
        Refusal.of(
                begin(
                        as("OFFICER", QNG),
                        with(
                                proposal(QNG),
                                "date",
                                LocalDate.now(BusinessTime.ZONE).plusDays(1).toString())),
                422,
                "rule-broken",
                "/date",
                "in-the-future");
    }

    @Test
    void people_on_a_list_are_the_unions_own_or_named() {
        Refusal.of(
                begin(as("OFFICER", QNG), with(proposal(QNG), "lines", List.of(member(QNG, 1), member(NAN, 1)))),
                422,
                "rule-broken",
                "/lines/1/beneficiary/memberId",
                "unknown-member");
        Refusal.of(
                begin(as("OFFICER", QNG), with(proposal(QNG), "lines", List.of(line(Map.of("kind", "HOUSEHOLD"), 1)))),
                400,
                "invalid-request",
                "/lines/0/beneficiary/name",
                "required");
        Response empty = begin(as("OFFICER", QNG), proposal(QNG));
        empty.then().statusCode(201).body("lines", empty());
        Refusal.of(step(as("CHAIR", QNG), empty, "submit", null), 409, "proposal-for-nobody");
        List<Object> many = IntStream.range(0, 500)
                .<Object>mapToObj(each -> named("Người " + each, 1))
                .toList();
        Response full = done(as("OFFICER", QNG), empty, "lines", Map.of("lines", many));
        full.then().body("people", equalTo(500));
        Refusal.of(
                step(as("OFFICER", QNG), full, "lines", Map.of("lines", List.of(named("Người 500", 1)))),
                422,
                "rule-broken",
                "/lines",
                "too-many-people");
        Refusal.of(
                step(as("OFFICER", QNG), full, "lines/remove", Map.of("lineIds", List.of(UUID.randomUUID()))),
                422,
                "rule-broken",
                "/lineIds",
                "not-on-the-list");
    }

    @Test
    void a_proposal_under_the_clients_id_is_begun_once() {
        Map<String, Object> form = Map.of(
                "unitId", QNG_01.id(),
                "title", "Đề nghị",
                "superiorUnitId", VKSTC.id(),
                "date", "2022-11-10",
                "lines", List.of(named("Bà A", 5)));
        String path = PROPOSALS + "/" + UUID.randomUUID();
        put(as("OFFICER", QNG), path, form).then().statusCode(201).body("lines", hasSize(1));
        put(as("OFFICER", QNG), path, form).then().statusCode(200).body("lines", hasSize(1));
        String key = UUID.randomUUID().toString();
        Response draft = draft(QNG, proposal(QNG), List.of(named("Bà A", 1)));
        Map<String, Object> more = Map.of("lines", List.of(named("Bà B", 2)));
        assertEquals(200, step(as("OFFICER", QNG), key, draft, "lines", more).statusCode());
        step(as("OFFICER", QNG), key, draft, "lines", more)
                .then()
                .statusCode(200)
                .body("lines", hasSize(2));
    }

    @Test
    void whoever_lists_does_not_send_and_whoever_lists_or_sends_does_not_decide() {
        String officerAndChair = QNG.account("OFFICER") + "," + QNG.account("CHAIR");
        Response draft = begin(by(officerAndChair), with(proposal(QNG), "lines", List.of(named("Bà A", 1))));
        Refusal.of(step(by(officerAndChair), draft, "submit", null), 403, "duties-not-separate");
        Response more = done(as("OFFICER", QNG), draft, "lines", Map.of("lines", List.of(named("Bà B", 1))));
        Refusal.of(step(by(officerAndChair), more, "submit", null), 403, "duties-not-separate");
        String bothChairs = QNG.account("CHAIR") + "," + VKSTC.account("CHAIR");
        Response sent = done(by(bothChairs), more, "submit", null);
        Refusal.of(step(by(bothChairs), sent, "answer", answer(sent, null, 0, 0)), 403, "duties-not-separate");
        Refusal.of(step(by(bothChairs), sent, "send-back", Map.of("text", "Không")), 403, "duties-not-separate");
    }

    @Test
    void nobody_decides_on_what_is_for_oneself() {
        Response sent = sent(QNG, List.of(member(QNG, 100)));
        Refusal.of(
                step(
                        by(QNG.account("MEMBER"), VKSTC.account("CHAIR"), QNG.account("INSPECTOR")),
                        sent,
                        "answer",
                        answer(sent, null, 0)),
                403,
                "duties-not-separate");
    }

    @Test
    void a_list_shows_how_far_each_proposal_is_at_either_end() {
        String fund = fund(VKSTC);
        fill(VKSTC, fund, "BANK", 1_000);
        Response draft = draft(QNG_01, proposal(QNG_01), List.of(named("Bà A", 10)));
        Response answered = answered(QNG, fund, List.of(named("Bà A", 10)), 7);
        as("OFFICER", QNG)
                .get(PROPOSALS + "?limit=200&direction=SENT&status=DRAFT&unit=" + QNG_01.id())
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.requested".formatted(draft.<String>path("id")), equalTo(10))
                .body("items.findAll { it.status != 'DRAFT' }", empty());
        as("CHAIR", VKSTC)
                .get(PROPOSALS + "?limit=200&direction=RECEIVED&status=ANSWERED&unit=" + QNG.id())
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.granted".formatted(answered.<String>path("id")), equalTo(7))
                .body("items.findAll { it.id == '%s' }".formatted(draft.<String>path("id")), empty())
                .body("items[0]", not(hasKey("lines")));
        as("CHAIR", VKSTC)
                .get(PROPOSALS + "?limit=200&direction=SENT")
                .then()
                .body("items.findAll { it.unitId == '%s' }".formatted(QNG.id()), empty());
        Refusal.of(
                as("CHAIR", NAN).get(PROPOSALS + "?unit=" + QNG.id()), 404, "not-found", "?unit", "unknown-reference");
        Response first = as("OFFICER", QNG).get(PROPOSALS + "?limit=1");
        String cursor = first.path("next");
        as("OFFICER", QNG)
                .get(PROPOSALS + "?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items[0].id", not(equalTo(first.<String>path("items[0].id"))));
    }
}
