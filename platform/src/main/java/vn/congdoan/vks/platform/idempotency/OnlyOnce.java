package vn.congdoan.vks.platform.idempotency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Busy;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Sql;

/// Does what a request asks for once, however often it comes under the same `Idempotency-Key` (draft-ietf-httpapi-
/// idempotency-key-header). A repetition is answered as the first one was, with the record as it is by then; another
/// body under the same key is refused. What is remembered commits with the effect or not at all.
@RequestScoped
public class OnlyOnce {

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Caller caller;
    private final BodyHash hash;
    private final Sql sql;
    private final Clock clock;

    OnlyOnce(HttpHeaders headers, UriInfo uri, Caller caller, BodyHash hash, Sql sql, Clock clock) {
        this.headers = headers;
        this.uri = uri;
        this.caller = caller;
        this.hash = hash;
        this.sql = sql;
        this.clock = clock;
    }

    /// Within a transaction: does it, or answers for what was done before.
    ///
    /// @param body the request's body
    /// @param effect does it and answers
    /// @param show answers with the record of an id as it is now, to those who may see it
    public Response run(@Nullable Object body, Supplier<Response> effect, Function<UUID, Response> show) {
        byte[] request = request();
        if (request == null) {
            return effect.get();
        }
        Optional<Answer> before = lockAndFind(request, body);
        if (before.isPresent()) {
            return repeated(before.get(), show);
        }
        Response answer = effect.get();
        remember(request, body, answer.getStatus(), resource(answer), answer.getLocation());
        return answer;
    }

    /// The same for requests of many rows, each of which takes care of its own repetition: they run again.
    public <T> T runRows(Object body, Supplier<T> effect) {
        return runRows(body, effect, done -> true);
    }

    /// The same where a request takes several transactions, or may be refused after one.
    ///
    /// @param isAnswer whether what was done is answered with success: else nothing is remembered of it
    public <T> T runRows(Object body, Supplier<T> effect, Predicate<T> isAnswer) {
        byte[] request = request();
        if (request == null) {
            return effect.get();
        }
        boolean repeated = lockAndFind(request, body).isPresent();
        T answer = effect.get();
        if (!repeated && isAnswer.test(answer)) {
            remember(request, body, Response.Status.OK.getStatusCode(), null, null);
        }
        return answer;
    }

    /// The request by its key, for whoever carries it out together with others; empty without a key.
    ///
    /// @param bodyHash that of the request's body
    public Optional<KeyedRequest> keyed(byte[] bodyHash) {
        return Optional.ofNullable(request()).map(request -> new KeyedRequest(request, bodyHash));
    }

    private record Answer(
            boolean sameBody,
            int status,
            @Nullable UUID resource,
            @Nullable String location) {}

    /// What the database says of a request: another one is at it, or it is new, or it was answered before.
    private record Begun(boolean isFree, Optional<Answer> before) {

        static Begun read(ResultSet row) throws SQLException {
            boolean sameBody = row.getBoolean(2);
            Optional<Answer> before = row.wasNull()
                    ? Optional.empty()
                    : Optional.of(new Answer(sameBody, row.getInt(3), row.getObject(4, UUID.class), row.getString(5)));
            return new Begun(row.getBoolean(1), before);
        }
    }

    private Optional<Answer> lockAndFind(byte[] request, @Nullable Object body) {
        Begun begun = sql.one("select * from begin_request(?, ?)", Begun::read, request, hash.of(body))
                .orElseThrow();
        if (!begun.isFree()) {
            throw new Busy("request-in-progress");
        }
        if (begun.before().isPresent() && !begun.before().get().sameBody()) {
            throw new Unprocessable(KeyCheck.HEADER, "key-of-another-request");
        }
        return begun.before();
    }

    private static Response repeated(Answer before, Function<UUID, Response> show) {
        if (before.resource() == null) {
            throw new IllegalStateException("An answer without a record");
        }
        Response.ResponseBuilder answer =
                Response.fromResponse(show.apply(before.resource())).status(before.status());
        if (before.location() != null) {
            answer.location(URI.create(before.location()));
        }
        return answer.build();
    }

    private void remember(
            byte[] request, @Nullable Object body, int status, @Nullable UUID resource, @Nullable URI location) {
        sql.change(
                """
                insert into answered_request (request_hash, body_hash, status, resource_id, location, answered_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                request,
                hash.of(body),
                status,
                resource,
                location == null ? null : location.toString(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /// The record that the answer is about: the new one, or the one in the path.
    private UUID resource(Response answer) {
        URI location = answer.getLocation();
        String id = location == null
                ? uri.getPathParameters().getFirst("id")
                : location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
        return Optional.ofNullable(id)
                .flatMap(Ids::parse)
                .orElseThrow(() -> new IllegalStateException("An answer without a record"));
    }

    /// One address has several spellings: ids in capitals, a slash at the end.
    private String address() {
        return uri.getPath().toLowerCase(Locale.ROOT).replaceAll("^/+|/+$", "");
    }

    /// Names the request: the same only for the same account, operation and key. Null without a key.
    private byte @Nullable [] request() {
        String key = headers.getHeaderString(KeyCheck.HEADER);
        if (key == null) {
            return null;
        }
        Principal account = caller.principal();
        String name = String.join("\n", account.issuer(), account.subject(), "POST", address(), key);
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
