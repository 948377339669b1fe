package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;

/// Makes proposals of the own union to the central one, or to a body outside, as the people whose task it is at either
/// end.
public final class Proposals {

    private static final String PATH = "/api/v1/proposals";

    private final World world;

    public Proposals(World world) {
        this.world = world;
    }

    /// For one person, to the central union.
    public ObjectNode toCentral(String unit) {
        return form(unit).put("superiorUnitId", world.central());
    }

    private static ObjectNode form(String unit) {
        ObjectNode form = Json.object()
                .put("unitId", unit)
                .put("title", "Đề nghị hỗ trợ " + Forms.word())
                .put("date", "2023-11-10")
                .put("reason", "Hộ nghèo " + Forms.word());
        form.putArray("lines").add(line());
        return form;
    }

    private static ObjectNode line() {
        ObjectNode line = Json.object().put("kind", "HARDSHIP").put("amount", 1_000);
        line.putObject("beneficiary").put("kind", "OUTSIDE_PERSON").put("name", "Bà " + Forms.word());
        return line;
    }

    /// One to the central union, brought as far as it is told.
    public Made sentToCentral(String unit, String... steps) {
        return brought(toCentral(unit), "OFFICER@own", steps);
    }

    /// One to a body outside, brought as far as it is told.
    public Made sentOutside(String unit, String... steps) {
        return brought(form(unit).put("superiorBody", "Công đoàn Viên chức " + Forms.word()), "OFFICER@second", steps);
    }

    /// Whoever writes down what a body outside said has listed nobody.
    private Made brought(ObjectNode form, String lister, String... steps) {
        Made proposal = made(world.gateway()
                .send(
                        Call.of("POST", PATH, form).with("Idempotency-Key", Forms.id()),
                        world.caller(lister).token())
                .require(201));
        for (String step : steps) {
            proposal = made(world.gateway()
                    .send(step(step, proposal), world.caller(by(step)).token())
                    .require(200));
        }
        return proposal;
    }

    private static String by(String step) {
        return switch (step) {
            case "submit" -> "CHAIR@own";
            case "answer" -> "CHAIR@central";
            case "pay" -> "CASHIER@central";
            case "receive" -> "ACCOUNTANT@own";
            case "pay-on" -> "CASHIER@own";
            default -> "OFFICER@own";
        };
    }

    private static Made made(Answer answer) {
        return new Made(answer.json().path("id").asText(), answer.header("ETag"), (ObjectNode) answer.json());
    }

    /// A step with a proposal as it was last answered.
    public Call step(String step, Made proposal) {
        return Call.of("POST", PATH + "/" + proposal.id() + "/" + step, told(step, proposal.json()))
                .with("If-Match", proposal.etag())
                .with("Idempotency-Key", Forms.id());
    }

    private ObjectNode told(String step, JsonNode proposal) {
        String line = proposal.at("/lines/0/id").asText();
        ObjectNode form = Json.object();
        return switch (step) {
            case "lines" -> {
                form.putArray("lines").add(line());
                yield form;
            }
            case "lines/remove" -> {
                form.putArray("lineIds").add(line);
                yield form;
            }
            case "answer" -> answer(line).put("fundId", world.centralRecords().filledFund(world.central()));
            case "write-down-answer" -> answer(line);
            case "send-back" -> form.put("text", "Đề nghị bổ sung " + Forms.word());
            case "pay" -> payment();
            case "receive" ->
                payment()
                        .put(
                                "fundId",
                                world.own()
                                        .records()
                                        .filledFund(proposal.path("unitId").asText()))
                        .put("amount", 1_000);
            case "pay-on" -> {
                ObjectNode paying = payment();
                paying.putArray("lineIds").add(line);
                yield paying;
            }
            case "return" -> form.put("lineId", line).put("text", "Không tìm được người nhận");
            case "return-payment" -> form.put("text", "Sai số tài khoản");
            case "return-receipt" ->
                form.put("entryId", proposal.at("/receipts/0/entryId").asText()).put("text", "Ghi nhầm");
            default -> form;
        };
    }

    private static ObjectNode answer(String line) {
        ObjectNode form = Json.object();
        form.putObject("decision").put("number", "44/QĐ-CĐVKS").put("date", "2023-11-15");
        form.putArray("lines").addObject().put("lineId", line).put("amount", 1_000);
        return form;
    }

    private static ObjectNode payment() {
        return Json.object().put("date", "2023-11-20").put("method", "CASH").put("voucher", "PC 15");
    }
}
