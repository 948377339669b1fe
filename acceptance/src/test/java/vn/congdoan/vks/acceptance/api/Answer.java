package vn.congdoan.vks.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/// What came back.
public record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /// The body as JSON.
    public JsonNode json() {
        return Json.read(body);
    }

    /// A header, or the empty text.
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /// The `code` of the problem details, or the empty text.
    public String code() {
        return isProblem() ? json().path("code").asText() : "";
    }

    /// Whether the body says it is problem details.
    public boolean isProblem() {
        return header("Content-Type").startsWith("application/problem+json");
    }

    /// Whether the body is a workbook.
    public boolean isWorkbook() {
        return header("Content-Type").startsWith("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    /// Whether the body is a paper.
    public boolean isPdf() {
        return header("Content-Type").startsWith("application/pdf");
    }

    /// Itself, if the status is this one.
    public Answer require(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected " + expected + ", got " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        String shown = body.length() > 1200 ? body.substring(0, 1200) + "…" : body;
        return status + " " + header("Content-Type") + " " + shown;
    }
}
