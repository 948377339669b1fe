package vn.congdoan.vks.acceptance.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.api.OpenApi;
import vn.congdoan.vks.acceptance.api.OpenApi.Operation;

/// Spoils a valid request as a whole: its body's form, its address, its parameters, its headers.
final class RequestSpoiling {

    private static final int DEEP = 20_000;

    private RequestSpoiling() {}

    static List<Spoiled> of(OpenApi document, Operation operation, Call valid) {
        boolean requiresFields =
                !document.bodySchema(operation).path("required").isEmpty();
        List<Spoiled> all = new ArrayList<>();
        if (operation.takesFile()) {
            spoilFile(valid, all);
        } else if (operation.takesPaper()) {
            spoilPaper(valid, all);
        } else if (operation.takesBody()) {
            spoilBody(operation, requiresFields, valid, all);
        }
        if (operation.path().contains("{id}")) {
            spoilAddress(operation, valid, all);
        }
        spoilQuery(operation, valid, all);
        spoilPreconditions(operation, valid, all);
        all.add(Spoiled.whole("an answer in an unknown type", valid.with("Accept", "image/png"), 406));
        return all;
    }

    private static void spoilBody(Operation operation, boolean requiresFields, Call valid, List<Spoiled> all) {
        String text = valid.text();
        List<String> bodies = new ArrayList<>(List.of(
                "[]",
                "\"x\"",
                "7",
                "{",
                text.substring(0, text.length() / 2),
                text + text,
                text + "x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1e999999999}",
                "[".repeat(DEEP),
                "{\"a\":".repeat(DEEP),
                text.replaceFirst("\\{", "{\"deep\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + ",")));
        if (operation.node().path("requestBody").path("required").asBoolean()) {
            bodies.addAll(List.of("", "null"));
        }
        if (requiresFields) {
            bodies.add("{}");
        }
        bodies.forEach(body -> all.add(Spoiled.whole(
                "the body " + (body.length() > 40 ? body.substring(0, 40) + "…" : body), valid.withBody(body), 400)));
        byte[] latin = text.replaceFirst("\"", "\"\u00c3").getBytes(StandardCharsets.ISO_8859_1);
        all.add(Spoiled.whole("invalid UTF-8 in a name", valid.withBody(latin), 400));
        String inText = text.replaceFirst("([:\\[])\"", "$1\"\u00c3");
        if (!inText.equals(text)) {
            all.add(Spoiled.whole(
                    "invalid UTF-8 in a text", valid.withBody(inText.getBytes(StandardCharsets.ISO_8859_1)), 400));
        }
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense")) {
            all.add(Spoiled.whole("the type " + type, valid.with("Content-Type", type), 400, 415));
        }
        all.add(Spoiled.whole("no type", valid.without("Content-Type"), 415));
    }

    private static void spoilFile(Call valid, List<Spoiled> all) {
        all.add(Spoiled.whole("no file", valid.withBody(""), 400));
        for (String file : List.of("x", "{}", "\"", "PK", "\u0000", valid.text().substring(1))) {
            all.add(Spoiled.whole("the file " + file, valid.withBody(file), 422));
        }
        byte[] latin = valid.text().getBytes(StandardCharsets.ISO_8859_1);
        all.add(Spoiled.whole("a file in another encoding", valid.withBody(latin), 422));
        String workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        all.add(Spoiled.whole("no workbook", valid.with("Content-Type", workbook), 422));
        for (String type : List.of("text/plain", "application/json", "nonsense")) {
            all.add(Spoiled.whole("the type " + type, valid.with("Content-Type", type), 400, 415));
        }
        all.add(Spoiled.whole("no type", valid.without("Content-Type"), 415));
    }

    private static void spoilPaper(Call valid, List<Spoiled> all) {
        all.add(Spoiled.whole("no file", valid.withBody(""), 400));
        for (String file :
                List.of("x", "{}", "<html>", "%PDF-1.7", "\u0000", valid.text().substring(1))) {
            all.add(Spoiled.whole("the file " + file, valid.withBody(file), 422));
        }
        all.add(Spoiled.whole("no name", valid.without("Content-Disposition"), 400));
        all.add(Spoiled.whole(
                "a name with a way", valid.with("Content-Disposition", "attachment; filename=\"../a.pdf\""), 422));
        for (String type : List.of("text/plain", "application/json", "image/svg+xml", "nonsense")) {
            all.add(Spoiled.whole("the type " + type, valid.with("Content-Type", type), 400, 415));
        }
        all.add(Spoiled.whole("no type", valid.without("Content-Type"), 415));
    }

    private static void spoilAddress(Operation operation, Call valid, List<Spoiled> all) {
        String id = valid.path().replaceFirst("^/api/v1/(?:sync/)?[a-z-]+/([^/?]+).*$", "$1");
        List<String> bad = new ArrayList<>(
                List.of("x", "1-1-1-1-1", "%00", "%FF", "%7B" + id + "%7D", id + "x", "'%20or%201=1--"));
        if (!operation.method().equals("PUT") || operation.path().endsWith("/account")) {
            bad.add(UUID.randomUUID().toString());
        }
        bad.forEach(each -> all.add(
                Spoiled.whole("the id " + each, valid.withPath(valid.path().replace(id, each)), 400, 404)));
    }

    private static void spoilQuery(Operation operation, Call valid, List<Spoiled> all) {
        all.add(Spoiled.at("?surprise", "an unknown parameter", valid.withQuery("surprise=1")));
        for (String name : operation.queryParameters()) {
            JsonNode schema = operation.parameter(name).path("schema");
            Call without = valid.withPath(
                    valid.path().replaceAll("([?&])" + name + "=[^&]*", "$1").replaceAll("[?&]+$", ""));
            for (String bad : badValues(name, schema)) {
                all.add(new Spoiled(
                        name + "=" + bad, without.withQuery(name + "=" + bad), "?" + name, List.of(400, 404)));
            }
            all.add(Spoiled.at(
                    "?" + name,
                    "a doubled parameter",
                    without.withQuery(name + "=abc").withQuery(name + "=abd")));
        }
    }

    private static List<String> badValues(String name, JsonNode schema) {
        List<String> bad = new ArrayList<>(List.of("%00", "a%07b"));
        switch (name) {
            case "limit" -> bad.addAll(List.of("100000", "201", "0", "-1", "x", "1.5", "99999999999", ""));
            case "cursor" -> bad.addAll(List.of("x", "AAAA", "%21%21", "bm9uc2Vuc2U"));
            case "unit", "parent", "subject", "campaign", "member" ->
                bad.addAll(
                        Json.write(schema).contains("ref")
                                        || schema.path("format").asText().equals("uuid")
                                ? List.of("x", "1-1-1-1-1")
                                : List.of());
            case "status", "kind" -> bad.addAll(List.of("NO_SUCH_VALUE", "active"));
            case "asOf", "from", "to" -> bad.addAll(List.of("31/12/2022", "2022-02-30", "now"));
            default -> {}
        }
        return bad;
    }

    private static void spoilPreconditions(Operation operation, Call valid, List<Spoiled> all) {
        if (valid.headers().containsKey("If-Match")) {
            all.add(Spoiled.whole("no If-Match", valid.without("If-Match"), 428));
            all.add(Spoiled.whole("a stale If-Match", valid.with("If-Match", "\"999999-scope\""), 412));
            all.add(Spoiled.whole("a stale weak If-Match", valid.with("If-Match", "W/\"999999\""), 412));
            for (String malformed : List.of("x", "\"x\"", "0", "\"\"", "\"99999999999999999999\"")) {
                all.add(Spoiled.whole("If-Match: " + malformed, valid.with("If-Match", malformed), 400, 412));
            }
        }
        if (valid.headers().containsKey("If-None-Match")) {
            all.add(Spoiled.whole("no If-None-Match", valid.without("If-None-Match"), 428));
            all.add(Spoiled.whole("If-None-Match: \"1\"", valid.with("If-None-Match", "\"1\""), 400, 412));
        }
        if (operation.hasParameter("If-Match")
                && !operation.path().endsWith("/account")
                && !valid.headers().containsKey("If-Match")) {
            throw new AssertionError("The valid request of " + operation + " says no If-Match");
        }
    }
}
