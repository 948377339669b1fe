package vn.congdoan.vks.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of every failure (`application/problem+json`, RFC 9457).
@JsonInclude(Include.NON_EMPTY)
@Schema(
        description = "Why a request failed (RFC 9457). Vietnamese by default, English by Accept-Language.",
        examples = Problem.EXAMPLE)
public record Problem(
        @Schema(description = "Stable reference of the kind of problem", examples = "/problems/not-found")
        String type,

        @Schema(description = "What kind of problem it is, for people")
        String title,

        @Schema(description = "The HTTP status", examples = "404")
        int status,

        @Schema(description = "Stable name of the kind of problem, for programs", examples = "not-found")
        String code,

        @Schema(description = "What happened in this case and what to do") @Nullable
        String detail,

        @Schema(description = "Names this request in the logs") @Nullable
        String requestId,

        @Schema(description = "The places in the request that are wrong")
        List<Problem.Place> errors) {

    static final String EXAMPLE = """
            {
              "type": "/problems/invalid-request",
              "title": "Yêu cầu không hợp lệ",
              "status": 400,
              "code": "invalid-request",
              "detail": "Yêu cầu có chỗ sai; xem \\"errors\\".",
              "requestId": "2f1c9d5e-7b0a-4c3e-9a51-0d4f6a8b1c2d",
              "errors": [{"pointer": "/name", "code": "required", "detail": "Bắt buộc phải có."}]
            }
            """;

    /// One place that is wrong.
    @Schema(name = "ProblemPlace", description = "One place in the request that is wrong")
    public record Place(
            @Schema(
                    description = "JSON pointer into the body, or ?name of a query parameter, or a header's name",
                    examples = "/birth/year")
            String pointer,

            @Schema(description = "Stable name of the rule that was broken", examples = "required")
            String code,

            @Schema(description = "The rule, for people") String detail) {}
}
