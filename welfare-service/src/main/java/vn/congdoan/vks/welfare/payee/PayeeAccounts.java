package vn.congdoan.vks.welfare.payee;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;

/// The bank details of all payees, each once in a union.
@ApplicationScoped
public class PayeeAccounts {

    private static final String KEEP = """
            insert into payee_account (account_id, owner_union_id, unit_id, payee_kind, payee_id, sealed, given_by, recorded_at)
            select account_id, ?, ?, payee_kind, payee_id, sealed, ?, ?
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bytea[]) as told (account_id, payee_kind, payee_id, sealed)
            """;

    private final Sql sql;
    private final SealedAccounts seals;

    PayeeAccounts(Sql sql, SealedAccounts seals) {
        this.sql = sql;
        this.seals = seals;
    }

    /// The details of those payees of a union whose details are known.
    public Map<UUID, PayeeAccount> of(UnitId union, Collection<UUID> payees) {
        return sql
                .list(
                        "select payee_id, account_id, sealed from payee_account where owner_union_id = ? and payee_id = any (?)",
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                seals.opened(row.getObject(2, UUID.class), row.getBytes(3))),
                        union.value(),
                        payees.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Whose payee it is, before the details are opened.
    Optional<UnitId> unit(PayeeKind kind, UUID payee) {
        return sql.one(
                "select unit_id from payee_account where payee_id = ? and payee_kind = ? order by recorded_at desc limit 1",
                row -> new UnitId(row.getObject(1, UUID.class)),
                payee,
                kind.name());
    }

    PayeeAccountView view(PayeeKind kind, UUID payee, UnitId unit) {
        return sql.one(
                        """
                        select account_id, sealed, recorded_at from payee_account
                        where payee_id = ? and payee_kind = ? and unit_id = ? order by recorded_at desc limit 1
                        """,
                        row -> new PayeeAccountView(
                                kind,
                                payee,
                                unit,
                                seals.opened(row.getObject(1, UUID.class), row.getBytes(2)),
                                row.getObject(3, OffsetDateTime.class).toInstant()),
                        payee,
                        kind.name(),
                        unit.value())
                .orElseThrow();
    }

    /// In place of what was given before.
    void keep(UnitId union, UnitId unit, List<GivenAccounts.Given> given, String by, Instant now) {
        UUID[] payees = given.stream().map(GivenAccounts.Given::payeeId).toArray(UUID[]::new);
        sql.change("delete from payee_account where owner_union_id = ? and payee_id = any (?)", union.value(), payees);
        UUID[] ids = Stream.generate(Ids::next).limit(given.size()).toArray(UUID[]::new);
        byte[][] sealed = new byte[ids.length][];
        for (int each = 0; each < ids.length; each++) {
            sealed[each] = seals.sealed(ids[each], given.get(each).account().clean());
        }
        sql.change(
                KEEP,
                union.value(),
                unit.value(),
                by,
                now.atOffset(ZoneOffset.UTC),
                ids,
                given.stream().map(each -> each.kind().name()).toArray(String[]::new),
                payees,
                sealed);
    }
}
