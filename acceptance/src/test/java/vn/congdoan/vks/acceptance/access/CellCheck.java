package vn.congdoan.vks.acceptance.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.congdoan.vks.acceptance.api.Answer;

/// Compares an answer with what a cell says, in more than its status.
final class CellCheck {

    /// Shown to nobody without a purpose.
    private static final Set<String> SENSITIVE =
            Set.of("citizenId", "address", "phone", "email", "religion", "ethnicity", "party");

    /// Stays inside the union: what also travels in events is all that oversight sees.
    private static final Set<String> HOME = Set.of(
            "citizenIdMasked", "position", "politicalTheory", "nativePlace", "memberNumber", "cardNumber", "date");

    /// Where a body names a unit, or something that belongs to one.
    private static final Set<String> PLACES =
            Set.of("/unitId", "/parentId", "/fundId", "/fromFundId", "/unitIds/0", "?fund", "/predecessors/0");

    private CellCheck() {}

    /// What is wrong with the answer; empty if nothing is.
    static List<String> differences(Expected expected, String caller, Answer answer) {
        List<String> wrong = new ArrayList<>();
        if (answer.status() != expected.status()) {
            wrong.add("expected " + expected + ", got " + answer);
            return wrong;
        }
        if (expected.isAllowed()) {
            checkContent(expected, caller, answer, wrong);
        } else {
            checkProblem(expected, answer, wrong);
        }
        return wrong;
    }

    private static void checkProblem(Expected expected, Answer answer, List<String> wrong) {
        if (!answer.code().equals(expected.code())) {
            wrong.add("expected the code " + expected.code() + ", got " + answer);
            return;
        }
        JsonNode problem = answer.json();
        if (problem.path("status").asInt() != answer.status()
                || problem.path("title").asText().isEmpty()
                || problem.path("requestId").asText().isEmpty()
                || !problem.path("type").asText().equals("/problems/" + expected.code())) {
            wrong.add("incomplete problem details: " + answer);
        }
        String pointer = problem.at("/errors/0/pointer").asText();
        if (expected == Expected.UNIT_FORBIDDEN && !PLACES.contains(pointer)) {
            wrong.add("no pointer to the unit: " + answer);
        }
        if (expected == Expected.UNKNOWN_MEMBER && !pointer.equals("/memberId")) {
            wrong.add("no pointer to the member: " + answer);
        }
    }

    private static void checkContent(Expected expected, String caller, Answer answer, List<String> wrong) {
        if (answer.isWorkbook() || answer.isPdf() || expected == Expected.GONE) {
            // It names no fields; what stands in it is for the tests of the service.
            return;
        }
        JsonNode body = answer.json();
        Set<String> shown = new TreeSet<>();
        collectNames(body, shown);
        boolean blind = caller.startsWith("ADMIN@") || caller.startsWith("INTEGRATOR@");
        switch (expected) {
            case WITH_SENSITIVE_DATA -> {
                if (!shown.containsAll(SENSITIVE)) {
                    wrong.add("sensitive data is missing: " + answer);
                }
            }
            case LEFT_OUT -> {
                if (!body.path("items").isArray() || !body.path("items").isEmpty()) {
                    wrong.add("expected an empty list, got " + answer);
                }
            }
            case ROW_REJECTED -> {
                if (!body.at("/items/0/outcome").asText().equals("REJECTED")
                        || !body.at("/items/0/errors/0/pointer").asText().equals("/unitId")) {
                    wrong.add("expected a rejected row that points at its unit, got " + answer);
                }
            }
            case SEEN_BY_OVERSIGHT -> {
                refuse(shown, SENSITIVE, answer, wrong);
                refuse(shown, HOME, answer, wrong);
            }
            default -> {
                refuse(shown, SENSITIVE, answer, wrong);
                refuse(shown, blind ? Set.of("citizenIdMasked") : Set.of(), answer, wrong);
            }
        }
        boolean list = body.path("items").isArray();
        if (expected != Expected.LEFT_OUT && list && body.path("items").isEmpty()) {
            wrong.add("the list is empty, so it proves nothing");
        }
    }

    private static void refuse(Set<String> shown, Set<String> forbidden, Answer answer, List<String> wrong) {
        Set<String> leaked = new TreeSet<>(shown);
        leaked.retainAll(forbidden);
        if (!leaked.isEmpty()) {
            wrong.add("shows " + leaked + ": " + answer);
        }
    }

    /// What is counted of many stands below `by`, and tells of nobody.
    private static void collectNames(JsonNode node, Set<String> names) {
        node.properties().stream().filter(field -> !field.getKey().equals("by")).forEach(field -> {
            if (!field.getValue().isNull()) {
                names.add(field.getKey());
            }
            collectNames(field.getValue(), names);
        });
        if (node.isArray()) {
            node.forEach(each -> collectNames(each, names));
        }
    }
}
