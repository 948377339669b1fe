package vn.congdoan.vks.platform.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Writes a problem in the caller's language.
@Singleton
public class Problems {

    /// The media type of every failure.
    public static final String MEDIA_TYPE = "application/problem+json";

    /// Where the request id stands in the logging context.
    public static final String REQUEST_ID = "requestId";

    private final ProblemTexts texts;

    Problems(ProblemTexts texts) {
        this.texts = texts;
    }

    public Response of(DomainException failure, @Nullable HttpHeaders headers) {
        Response answer = of(failure.status(), failure.code(), failure.values(), failure.violations(), headers);
        return failure instanceof Busy
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, 1)
                        .build()
                : answer;
    }

    public Response of(int status, String code, @Nullable HttpHeaders headers) {
        return of(status, code, Map.of(), List.of(), headers);
    }

    private Response of(
            int status,
            String code,
            Map<String, Object> values,
            List<Violation> violations,
            @Nullable HttpHeaders headers) {
        Locale language = texts.language(headers);
        String title = texts.find(language, code + ".title", values);
        Problem problem = new Problem(
                "/problems/" + code,
                title == null ? code : title,
                status,
                code,
                texts.find(language, code + ".detail", values),
                (String) MDC.get(REQUEST_ID),
                violations.stream().map(each -> place(each, language)).toList());
        Response.ResponseBuilder response = Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .entity(problem);
        if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.header(HttpHeaders.RETRY_AFTER, 1);
        }
        return response.build();
    }

    /// One violation in the caller's language, as it stands in `errors` of a problem or of a bulk answer.
    public Problem.Place place(Violation violation, @Nullable HttpHeaders headers) {
        return place(violation, texts.language(headers));
    }

    private Problem.Place place(Violation violation, Locale language) {
        String text = texts.find(language, "violation." + violation.code(), violation.values());
        return new Problem.Place(violation.pointer(), violation.code(), text == null ? violation.code() : text);
    }
}
