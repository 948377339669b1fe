package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import vn.congdoan.vks.acceptance.api.Json;

/// Bodies of requests, complete and valid, each unlike every other. Everything begins after 2022, so that the figures
/// of the demo's year stay as they are.
public final class Forms {

    /// The day that everything of the tests begins on.
    public static final String BEGIN = "2023-01-01";

    private static final int AFTER_THE_EXAMPLES = 365;
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final AtomicInteger SUPERIORS = new AtomicInteger();

    private Forms() {}

    /// A word that occurs nowhere else.
    public static String word() {
        StringBuilder word = new StringBuilder();
        for (int letter = 0; letter < 10; letter++) {
            word.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int digit = 0; digit < count; digit++) {
            digits.append(ThreadLocalRandom.current().nextInt(10));
        }
        return digits.toString();
    }

    /// An id as clients make them.
    public static String id() {
        long millis = System.currentTimeMillis();
        long random = ThreadLocalRandom.current().nextLong();
        return new UUID(
                        (millis << 16) | 0x7000L | (random & 0xfff),
                        (random & 0x3fffffffffffffffL) | 0x8000000000000000L)
                .toString();
    }

    /// An application with every field that one may hold.
    public static ObjectNode application(String unit) {
        ObjectNode form = Json.object()
                .put("unitId", unit)
                .put("fullName", "Đỗ Thị " + word())
                .put("gender", "FEMALE")
                .put("category", "CIVIL_SERVANT")
                .put("position", "Phó Trưởng phòng " + word())
                .put("judicialTitle", "PROCURATOR_PRIMARY")
                .put("education", "BACHELOR")
                .put("politicalTheory", "INTERMEDIATE")
                .put("nativePlace", "Mộ Đức, " + word())
                .put("memberNumber", digits(20))
                .put("cardNumber", digits(20))
                .put("citizenId", "0" + digits(11))
                .put("address", "Số 5, đường " + word())
                .put("phone", "09" + digits(8))
                .put("email", word() + "@thu.example")
                .put("religion", "Phật giáo " + word())
                .put("ethnicity", "Hrê " + word());
        form.putObject("birth").put("year", 1985).put("date", "1985-03-08");
        form.putObject("party").put("probationaryOn", "2015-05-19").put("officialOn", "2016-05-19");
        for (String secret :
                new String[] {"fullName", "citizenId", "address", "phone", "email", "religion", "ethnicity"}) {
            UsedValues.remember(form.path(secret).asText());
        }
        return form;
    }

    /// An existing member with every field of an enrolment.
    public static ObjectNode enrolment(String unit) {
        ObjectNode form =
                application(unit).put("id", id()).put("joinedOn", BEGIN).put("placedSince", BEGIN);
        form.put("source", "Sổ đoàn viên").set("decision", decision());
        return form;
    }

    /// What a member may ask to have changed, every field of it.
    public static ObjectNode changeRequest() {
        ObjectNode changes = application("");
        changes.remove(List.of("unitId", "memberNumber", "cardNumber"));
        ObjectNode form = Json.object().put("reason", "Cập nhật hồ sơ " + word());
        form.set("changes", changes);
        return form;
    }

    /// An enrolled member was in the unit a little later than was recorded.
    public static ObjectNode correction() {
        return Json.object().put("on", BEGIN).put("validFrom", "2023-01-15").put("reason", "Ghi nhầm ngày " + word());
    }

    /// Which column of a bank's statement holds what.
    public static ObjectNode layout(String unit) {
        ObjectNode form = Json.object().put("unitId", unit).put("name", "Sao kê " + word());
        form.putObject("columns")
                .put("date", "Ngày giao dịch")
                .put("amount", "Ghi có")
                .put("reference", "Số bút toán")
                .put("description", "Nội dung");
        form.putObject("notation")
                .put("datePattern", "dd/MM/yyyy")
                .put("groupSeparator", ".")
                .put("delimiter", ";");
        return form;
    }

    /// A bank's statement with one movement of money.
    public static String statement() {
        return "Ngày giao dịch;Số bút toán;Ghi có;Nội dung\n26/02/2024;FT%s;350.000;ủng hộ\n".formatted(word());
    }

    /// What is said of the one row of [#statement].
    ///
    /// @param member who gave
    public static ObjectNode importStep(String step, String member) {
        ObjectNode form = Json.object();
        switch (step) {
            case "correct" ->
                form.putArray("rows")
                        .addObject()
                        .put("line", 2)
                        .putObject("donor")
                        .put("kind", "MEMBER")
                        .put("memberId", member);
            case "confirm" -> form.put("rows", 1).put("amount", 350_000);
            default -> form.put("text", "Nhầm quỹ " + word()).put("date", "2024-03-01");
        }
        return form;
    }

    /// A decision on paper.
    public static ObjectNode decision() {
        return Json.object()
                .put("number", digits(4) + "/QĐ-CĐVKS")
                .put("date", "2023-02-14")
                .put("signer", "Chủ tịch Công đoàn");
    }

    /// A member need not pay dues for some time.
    public static ObjectNode duesExemption() {
        ObjectNode form = Json.object()
                .put("id", id())
                .put("validFrom", "2024-01-01")
                .put("validTo", "2024-07-01")
                .put("reason", "UNPAID_LEAVE");
        form.set("decision", decision());
        return form;
    }

    /// A member shall go to another unit.
    public static ObjectNode transfer(String member, String target) {
        ObjectNode form = Json.object()
                .put("memberId", member)
                .put("targetUnitId", target)
                .put("wishedDate", "2023-03-01");
        form.set("introduction", decision());
        return form;
    }

    /// The receiver takes the member.
    public static ObjectNode acceptance(String unit) {
        ObjectNode form = Json.object()
                .put("effectiveDate", "2023-03-01")
                .put("unitId", unit)
                .put("memberNumber", digits(20))
                .put("cardNumber", digits(20));
        form.set("decision", decision());
        return form;
    }

    public static ObjectNode unit(String kind, String parent) {
        return Json.object()
                .put("kind", kind)
                .put("parentId", parent)
                .put("code", "THU-" + word().toUpperCase(java.util.Locale.ROOT))
                .put("name", "Đơn vị thử nghiệm " + word())
                .put("validFrom", BEGIN);
    }

    /// A body outside the organization.
    public static ObjectNode externalBody() {
        return Json.object()
                .put("kind", "PROVINCIAL_CONFEDERATION_OF_LABOUR")
                .put("name", "Liên đoàn Lao động tỉnh " + word())
                .put("provinceCode", "51")
                .put("validFrom", BEGIN)
                .put("validTo", "2190-01-01");
    }

    /// A union gets a node of its own.
    public static ObjectNode node(String union) {
        return Json.object()
                .put("name", "nut-" + word().toLowerCase(Locale.ROOT))
                .put("unionId", union);
    }

    /// A union comes under an external body, on a day on which nothing else of the tests does.
    public static ObjectNode localSuperior(String body) {
        LocalDate day = LocalDate.parse(BEGIN).plusDays(AFTER_THE_EXAMPLES + SUPERIORS.incrementAndGet());
        ObjectNode form =
                Json.object().put("id", id()).put("externalBodyId", body).put("validFrom", day.toString());
        form.set("decision", decision());
        return form;
    }

    public static ObjectNode merge(String predecessor, String successor) {
        ObjectNode form = Json.object().put("kind", "MERGE").put("effectiveDate", "2025-07-01");
        form.set("decision", decision());
        form.putArray("predecessors").add(predecessor);
        form.putArray("successors").addObject().put("unitId", successor);
        return form;
    }

    /// What a report says of a unit.
    public static ObjectNode reportedFigure(String unit) {
        return said(42.8)
                .put("unitId", unit)
                .put("period", "2023-Q1")
                .put("indicator", "FEMALE_RATE")
                .put("detail", "Khối " + word());
    }

    /// What it really says.
    public static ObjectNode figureCorrection() {
        return said(42.9).put("reason", "Gõ nhầm " + word());
    }

    private static ObjectNode said(double value) {
        ObjectNode form = Json.object()
                .put("value", value)
                .put("qualifier", "ABOUT")
                .put("printed", "khoảng " + value + "%")
                .put("note", "Ghi chú " + word());
        form.putObject("source")
                .put("number", digits(4) + "/BC-CĐVKS")
                .put("date", "2023-04-05")
                .put("title", "Báo cáo quý I " + word())
                .put("place", "Trang 2");
        return form;
    }

    /// A committee with a member who heads it.
    public static ObjectNode committee(String unit, String head, String member) {
        ObjectNode form = Json.object()
                .put("unitId", unit)
                .put("kind", "COMMITTEE")
                .put("term", "2023–2190 " + word())
                .put("validFrom", BEGIN)
                .put("validTo", "2190-01-01");
        form.putArray("seats").addObject().put("memberId", member).put("position", head);
        return form;
    }

    /// The superior's decision on a committee.
    public static ObjectNode recognition(String body) {
        ObjectNode form = Json.object().put("externalBodyId", body);
        form.set("decision", decision());
        return form;
    }

    public static ObjectNode assignment(String subject, String role, String unit) {
        return Json.object()
                .put("subject", subject)
                .put("role", role)
                .put("unitId", unit)
                .put("validFrom", BEGIN)
                .put("validTo", "2190-01-01");
    }

    public static ObjectNode campaign(String unit) {
        return campaign(unit, unit);
    }

    /// A campaign of a unit that calls another one below it.
    static ObjectNode campaign(String launching, String called) {
        ObjectNode form = Json.object()
                .put("unitId", launching)
                .put("kind", "MOVEMENT")
                .put("name", "Phong trào " + word())
                .put("theme", "Đoàn kết, trách nhiệm " + word())
                .put("legalBasis", "Chỉ thị 05-CT/TW")
                .put("startsOn", BEGIN)
                .put("endsOn", "2190-12-31");
        form.putArray("scopeUnitIds").add(called);
        form.putArray("targets").add(target());
        return form;
    }

    private static ObjectNode target() {
        return Json.object()
                .put("name", "Đoàn viên đăng ký " + word())
                .put("unitOfMeasure", "%")
                .put("value", 80)
                .put("direction", "AT_LEAST");
    }

    /// A unit joins a campaign.
    public static ObjectNode participation(String unit) {
        ObjectNode form = Json.object().put("unitId", unit).put("joinedOn", BEGIN);
        form.putArray("targets").add(target());
        return form;
    }

    /// A commitment.
    ///
    /// @param subject which field names who commits: `unitId` or `memberId`
    public static ObjectNode commitment(String campaign, String subject, String id) {
        return Json.object()
                .put("campaignId", campaign)
                .put(subject, id)
                .put("text", "Giải quyết đơn đúng hạn " + word())
                .put("deadline", "2180-12-31")
                .put("registeredOn", BEGIN);
    }

    /// Money from somebody who did not want to be named.
    public static ObjectNode contribution(String fund) {
        ObjectNode form = Json.object()
                .put("fundId", fund)
                .put("amount", 5_000_000)
                .put("method", "CASH")
                .put("date", "2023-10-20");
        form.putObject("donor").put("kind", "ANONYMOUS");
        return form;
    }

    /// The same from a member.
    public static ObjectNode contribution(String fund, String member) {
        ObjectNode form = contribution(fund);
        form.putObject("donor").put("kind", "MEMBER").put("memberId", member);
        return form;
    }

    /// Money out of a fund that holds some.
    public static ObjectNode expense() {
        return Json.object()
                .put("kind", "EXPENSE")
                .put("amount", 1_000)
                .put("date", "2023-11-20")
                .put("text", "Thăm đoàn viên " + word())
                .put("method", "CASH")
                .put("purpose", "HARDSHIP");
    }

    public static ObjectNode period(String unit) {
        return Json.object().put("unitId", unit).put("lastDay", "2023-12-31");
    }

    public static ObjectNode reopening() {
        ObjectNode form = Json.object().put("reason", "Bổ sung chứng từ");
        form.set("decision", decision());
        return form;
    }

    /// Support for somebody whom the union has no record of.
    public static ObjectNode support(String unit) {
        ObjectNode form = Json.object()
                .put("unitId", unit)
                .put("kind", "HARDSHIP")
                .put("date", "2023-11-10")
                .put("amount", 2_000)
                .put("reason", "Hộ nghèo " + word());
        form.putObject("beneficiary").put("kind", "HOUSEHOLD").put("name", "Hộ bà " + word());
        return form;
    }

    /// What a step of a support case is told with.
    ///
    /// @param fund finds one that can pay
    public static ObjectNode supportStep(String step, Supplier<String> fund) {
        return switch (step) {
            case "propose" ->
                Json.object().put("fundId", fund.get()).put("amount", 1_000).put("goodsUpTo", 500);
            case "approve" -> {
                ObjectNode form = Json.object();
                form.set("decision", decision().put("date", "2023-11-15"));
                yield form;
            }
            case "refuse" -> Json.object().put("reason", "Đã được hỗ trợ " + word());
            case "pay" ->
                Json.object().put("date", "2023-11-20").put("method", "CASH").put("voucher", "PC " + digits(4));
            case "return" -> Json.object().put("text", "Không tìm được người nhận " + word());
            default -> Json.object();
        };
    }

    /// Support for everybody who is a member in the unit.
    public static ObjectNode programme(String unit, String fund) {
        ObjectNode form = Json.object()
                .put("unitId", unit)
                .put("name", "Tết " + word())
                .put("kind", "HARDSHIP")
                .put("fundId", fund)
                .put("amount", 10);
        form.putArray("groups").add("MEMBERS");
        return form;
    }

    /// What a step of a programme is told with.
    ///
    /// @param member somebody on the list
    public static ObjectNode programmeStep(String step, String member) {
        return switch (step) {
            case "leave-out" -> {
                ObjectNode form = Json.object();
                form.putArray("memberIds").add(member);
                yield form;
            }
            case "approve" -> {
                ObjectNode form = Json.object();
                form.set("decision", decision());
                yield form;
            }
            case "pay" ->
                Json.object().put("date", "2023-11-20").put("method", "CASH").put("voucher", "PC " + digits(4));
            case "return" -> Json.object().put("memberId", member).put("text", "Không tìm được người nhận " + word());
            default -> Json.object();
        };
    }

    /// From a day on that no other limit begins on.
    public static ObjectNode supportLimit(String union) {
        ObjectNode form = Json.object()
                .put("unitId", union)
                .put("kind", "WEDDING")
                .put(
                        "validFrom",
                        LocalDate.parse(BEGIN).plusDays(DAYS.getAndIncrement()).toString())
                .put("chairUpTo", 3_000_000)
                .put("legalBasis", "Quy chế " + word());
        form.set("decision", decision());
        return form;
    }

    public static ObjectNode fund(String unit) {
        ObjectNode form = Json.object()
                .put("unitId", unit)
                .put("kind", "SOLIDARITY")
                .put("name", "Quỹ " + word())
                .put("legalBasis", "Quy chế " + word())
                .put("passThrough", false)
                .put("opensOn", BEGIN)
                .put("closesOn", "2190-12-31")
                .put("takesOutsideDonors", true);
        form.putArray("purposes").add("ILLNESS").add("HARDSHIP");
        return form;
    }
}
