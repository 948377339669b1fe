package vn.congdoan.vks.welfare.proposal;

import static io.restassured.RestAssured.given;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.Tokens;

/// Requests about proposals as people send them.
public final class ProposalRequests {

    public static final String PROPOSALS = "/api/v1/proposals";

    private ProposalRequests() {}

    /// To the central union, for nobody yet.
    public static Map<String, @Nullable Object> proposal(Organization unit) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", unit.id());
        form.put("title", "Đề nghị hỗ trợ " + UUID.randomUUID());
        form.put("superiorUnitId", VKSTC.id());
        form.put("date", "2022-11-10");
        form.put("reason", "Nhiều nhà hư hỏng sau bão số 4");
        form.put("noteToSuperior", "Danh sách đã được thông qua");
        return form;
    }

    public static Map<String, @Nullable Object> outside(Organization unit) {
        Map<String, @Nullable Object> form = proposal(unit);
        form.remove("superiorUnitId");
        form.put("superiorBody", "Công đoàn Viên chức Việt Nam");
        return form;
    }

    public static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> form, String field, @Nullable Object value) {
        form.put(field, value);
        return form;
    }

    /// For somebody outside the union, of this name.
    public static Map<String, @Nullable Object> named(String name, long amount) {
        return line(Map.of("kind", "OUTSIDE_PERSON", "name", name), amount);
    }

    public static Map<String, @Nullable Object> member(Organization unit, long amount) {
        return line(Map.of("kind", "MEMBER", "memberId", unit.member()), amount);
    }

    public static Map<String, @Nullable Object> line(Map<String, ?> beneficiary, long amount) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("beneficiary", beneficiary);
        line.put("kind", "HARDSHIP");
        line.put("amount", amount);
        line.put("reason", "Mất việc làm");
        line.put("noteToSuperior", "Hộ nghèo");
        return line;
    }

    public static Response begin(RequestSpecification caller, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(PROPOSALS);
    }

    /// A draft with these lines.
    public static Response draft(Organization unit, Map<String, @Nullable Object> form, List<?> lines) {
        form.put("lines", lines);
        Response begun = begin(as("OFFICER", unit), form);
        begun.then().statusCode(201);
        return begun;
    }

    /// One that was sent to the central union.
    public static Response sent(Organization unit, List<?> lines) {
        return done(as("CHAIR", unit), draft(unit, proposal(unit), lines), "submit", null);
    }

    /// One to which the central union has granted these amounts, in the order of the lines.
    public static Response answered(Organization unit, String fund, List<?> lines, long... amounts) {
        Response sent = sent(unit, lines);
        return done(as("CHAIR", VKSTC), sent, "answer", answer(sent, fund, amounts));
    }

    /// One for which the central union has paid these amounts.
    public static Response paidFor(Organization unit, String fund, List<?> lines, long... amounts) {
        return done(as("CASHIER", VKSTC), answered(unit, fund, lines, amounts), "pay", payment());
    }

    /// An officer of the unit who has listed nobody.
    public static RequestSpecification otherOfficer(Organization unit) {
        return by(unit.account("OFFICER"), unit.account("INSPECTOR"));
    }

    public static Map<String, Object> answer(Response sent, @Nullable String fund, long... amounts) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("decision", Map.of("number", "44/QĐ-CĐVKS", "date", "2022-12-01"));
        if (fund != null) {
            form.put("fundId", fund);
        }
        List<String> lines = lines(sent);
        form.put(
                "lines",
                IntStream.range(0, amounts.length)
                        .mapToObj(each -> Map.of("lineId", lines.get(each), "amount", amounts[each]))
                        .toList());
        return form;
    }

    /// The ids of the lines, in their order.
    public static List<String> lines(Response proposal) {
        return proposal.jsonPath().getList("lines.id");
    }

    public static Map<String, Object> payment() {
        return Map.of("date", "2023-12-05", "method", "BANK", "voucher", "UNC 21/2022");
    }

    public static Map<String, Object> receipt(String fund, long amount) {
        return Map.of("fundId", fund, "amount", amount, "date", "2022-12-06", "method", "BANK", "voucher", "GBC 8");
    }

    public static Map<String, Object> payingOn(String... lines) {
        return Map.of("lineIds", List.of(lines), "date", "2022-12-10", "method", "BANK", "voucher", "UNC 31/2022");
    }

    /// Takes a step with a proposal as it was last answered.
    public static Response step(RequestSpecification caller, Response before, String step, @Nullable Object form) {
        return step(caller, UUID.randomUUID().toString(), before, step, form);
    }

    public static Response step(
            RequestSpecification caller, String key, Response before, String step, @Nullable Object form) {
        RequestSpecification request = caller.header("Idempotency-Key", key).header("If-Match", before.header("ETag"));
        if (form != null) {
            request.contentType("application/json").body(form);
        }
        return request.post(PROPOSALS + "/" + before.path("id") + "/" + step);
    }

    /// A step that is allowed.
    public static Response done(RequestSpecification caller, Response before, String step, @Nullable Object form) {
        Response after = step(caller, before, step, form);
        after.then().statusCode(200);
        return after;
    }

    /// As somebody sees it.
    public static Response get(RequestSpecification caller, Response proposal) {
        return caller.get(PROPOSALS + "/" + proposal.path("id"));
    }

    /// One person with several roles.
    public static RequestSpecification by(String... accounts) {
        return given().auth().oauth2(Tokens.of(String.join(",", accounts)));
    }
}
