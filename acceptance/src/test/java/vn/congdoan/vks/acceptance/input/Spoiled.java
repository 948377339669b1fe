package vn.congdoan.vks.acceptance.input;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;

/// A valid request with one thing wrong.
///
/// @param what for people
/// @param place the pointer that the answer must name; null where the request as a whole is wrong
/// @param statuses the statuses that are right
record Spoiled(String what, Call call, @Nullable String place, List<Integer> statuses) {

    static Spoiled at(String place, String what, Call call) {
        return new Spoiled(what + " at " + place, call, place, List.of(400, 422));
    }

    static Spoiled whole(String what, Call call, Integer... statuses) {
        return new Spoiled(what, call, null, List.of(statuses));
    }

    /// What is wrong with the answer; empty if it is a proper refusal.
    List<String> differences(Answer answer) {
        List<String> wrong = new ArrayList<>();
        if (isRejectedRow(answer)) {
            return wrong;
        }
        if (!statuses.contains(answer.status())) {
            wrong.add("expected " + statuses);
        }
        if (!answer.isProblem()) {
            wrong.add("expected problem details");
        } else if (answer.json().path("status").asInt() != answer.status()
                || answer.json().path("title").asText().isEmpty()
                || answer.json().path("requestId").asText().isEmpty()
                || !answer.json().path("type").asText().equals("/problems/" + answer.code())) {
            wrong.add("expected complete problem details");
        } else if (!names(answer.json().path("errors"), "")) {
            wrong.add("expected " + place + " to be named");
        }
        return wrong.stream().map(each -> what + ": " + each + ", got " + answer).toList();
    }

    /// In a bulk request a bad row is the row's own failure: 200, and pointers into the row.
    private boolean isRejectedRow(Answer answer) {
        return answer.status() == 200
                && place != null
                && place.startsWith("/items/0")
                && answer.json().at("/items/0/outcome").asText().equals("REJECTED")
                && names(answer.json().at("/items/0/errors"), "/items/0");
    }

    private boolean names(com.fasterxml.jackson.databind.JsonNode errors, String under) {
        String expected = place;
        if (expected == null) {
            return true;
        }
        for (var error : errors) {
            String pointer = under + error.path("pointer").asText();
            if (pointer.equals(expected) || pointer.startsWith(expected + "/")) {
                return true;
            }
        }
        return false;
    }
}
