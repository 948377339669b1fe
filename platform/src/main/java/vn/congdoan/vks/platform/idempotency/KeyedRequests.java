package vn.congdoan.vks.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.congdoan.vks.platform.sql.Sql;

/// Does for many requests in one transaction what [OnlyOnce] does for one.
@ApplicationScoped
public class KeyedRequests {

    private static final String BEGIN = """
            select request from unnest(?::text[], ?::text[]) as told (request, body)
            cross join lateral begin_request(decode(request, 'hex'), decode(body, 'hex')) begun
            where begun.is_free and begun.is_same_body is null
            """;

    private static final String REMEMBER = """
            insert into answered_request (request_hash, body_hash, status, resource_id, location, answered_at)
            select decode(request, 'hex'), decode(body, 'hex'), 201, resource, location, ?
            from unnest(?::text[], ?::text[], ?::uuid[], ?::text[]) as told (request, body, resource, location)
            """;

    private final Sql sql;
    private final Clock clock;

    KeyedRequests(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// A request that created a record.
    public record Created(KeyedRequest request, UUID record, String location) {}

    /// Takes those that are new, and that nobody else is at, until the transaction ends. The others are for
    /// [OnlyOnce].
    ///
    /// @param asked no two of one name
    /// @return the names of those that were taken
    public Set<String> begin(Collection<KeyedRequest> asked) {
        return Set.copyOf(sql.list(
                BEGIN, row -> row.getString(1), texts(asked, KeyedRequest::name), texts(asked, KeyedRequest::body)));
    }

    /// Remembers what they are answered with.
    public void remember(List<Created> done) {
        sql.change(
                REMEMBER,
                clock.instant().atOffset(ZoneOffset.UTC),
                texts(done, each -> each.request().name()),
                texts(done, each -> each.request().body()),
                done.stream().map(Created::record).toArray(UUID[]::new),
                texts(done, Created::location));
    }

    private static <T> String[] texts(Collection<T> many, Function<T, String> text) {
        return many.stream().map(text).toArray(String[]::new);
    }
}
