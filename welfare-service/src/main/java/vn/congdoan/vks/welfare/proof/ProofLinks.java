package vn.congdoan.vks.welfare.proof;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.TransferState;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// The chains of all funds.
@ApplicationScoped
class ProofLinks {

    /// The chain is seldom so far behind.
    private static final int NEAR = 10_000;

    /// No other instance is at it, or empty.
    private static final String TAKE_PLACE = "select position from proof_place for update skip locked";

    /// The next changes of the log, and the transfers among them that have no link yet. One that came from another
    /// node may have gone again, and may be told of once more.
    private static final String UNLINKED = """
            with stretch as materialized (select * from changes_after(?, ?))
            select (select count(*) from stretch), (select max(position) from stretch), (
                select array_agg(aggregate_id order by position) from (
                    select aggregate_id, min(position) as position from stretch
                    where aggregate_type = ? and kind <> 'WITHDRAWAL'
                    group by aggregate_id
                ) told
                where not exists (select from proof_link where proof_link.transfer_id = told.aggregate_id))
            """;

    private static final String COMING = """
            select count(*) from (
                select aggregate_id from changes_after((select position from proof_place), ?)
                where stream_key = ? and aggregate_type = ? and kind <> 'WITHDRAWAL'
                union select aggregate_id from change_pending
                where stream_key = ? and aggregate_type = ? and kind <> 'WITHDRAWAL'
            ) told
            where not exists (select from proof_link where proof_link.transfer_id = told.aggregate_id)
            """;

    private static final String LAST = """
            select last.*
            from unnest(?) as asked (fund_id) cross join lateral (
                select fund_id, number, transfer_id, hash from proof_link
                where proof_link.fund_id = asked.fund_id order by number desc limit 1
            ) last
            """;

    private static final String ADD = """
            insert into proof_link (fund_id, number, transfer_id, hash)
            select * from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::bytea[])
            """;

    private final Sql sql;
    private final Transfers transfers;
    private final Event<Chained> announcement;

    ProofLinks(Sql sql, Transfers transfers, Event<Chained> announcement) {
        this.sql = sql;
        this.transfers = transfers;
        this.announcement = announcement;
    }

    /// @param number its place in the chain of its fund, from 1
    record Link(FundId fund, long number, TransferId transfer, ProofHash hash) {}

    private record Stretch(int changes, long upTo, List<TransferId> transfers) {}

    /// Adds links for what the log tells next, within the transaction of the caller.
    ///
    /// @param most how many changes of the log to read
    /// @return how many were read; empty if another instance is at it
    Optional<Integer> addNext(int most) {
        return sql.one(TAKE_PLACE, row -> row.getLong(1)).map(place -> {
            Stretch stretch = sql.one(UNLINKED, ProofLinks::stretch, place, most, TransferState.TYPE.name())
                    .orElseThrow();
            add(transfers.inOrder(stretch.transfers()));
            announcement.fire(new Chained(stretch.transfers()));
            if (stretch.changes() > 0) {
                sql.change("update proof_place set position = ?", stretch.upTo());
            }
            return stretch.changes();
        });
    }

    private void add(List<BookedTransfer> booked) {
        if (booked.isEmpty()) {
            return;
        }
        Map<FundId, Link> ends = new HashMap<>(
                last(booked.stream().map(BookedTransfer::fund).distinct().toList()));
        List<Link> added = new ArrayList<>();
        for (BookedTransfer each : booked) {
            Link end = ends.get(each.fund());
            Link next = new Link(
                    each.fund(),
                    end == null ? 1 : end.number() + 1,
                    each.id(),
                    (end == null ? ProofHash.none() : end.hash()).then(each));
            ends.put(each.fund(), next);
            added.add(next);
        }
        sql.change(
                ADD,
                added.stream().map(each -> each.fund().value()).toArray(UUID[]::new),
                added.stream().mapToLong(Link::number).toArray(),
                added.stream().map(each -> each.transfer().value()).toArray(UUID[]::new),
                added.stream().map(each -> each.hash().bytes()).toArray(byte[][]::new));
    }

    /// The end of a fund's chain; empty before its first link.
    Optional<Link> last(FundId fund) {
        return Optional.ofNullable(last(List.of(fund)).get(fund));
    }

    private Map<FundId, Link> last(Collection<FundId> funds) {
        Map<FundId, Link> last = new HashMap<>();
        sql.list(LAST, ProofLinks::link, (Object)
                        funds.stream().map(FundId::value).toArray(UUID[]::new))
                .forEach(each -> last.put(each.fund(), each));
        return last;
    }

    /// How many transfers of a fund have no link yet, among the next changes of the log.
    long unlinked(FundId fund) {
        String type = TransferState.TYPE.name();
        return sql.one(COMING, row -> row.getLong(1), NEAR, fund.value(), type, fund.value(), type)
                .orElseThrow();
    }

    /// Links of a fund after a number, in order.
    List<Link> after(FundId fund, long number, int most) {
        return sql.list("""
                select fund_id, number, transfer_id, hash from proof_link
                where fund_id = ? and number > ? order by number limit ?
                """, ProofLinks::link, fund.value(), number, most);
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        Array found = row.getArray(3);
        return new Stretch(
                row.getInt(1),
                row.getLong(2),
                found == null
                        ? List.of()
                        : Arrays.stream((UUID[]) found.getArray())
                                .map(TransferId::new)
                                .toList());
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                new FundId(row.getObject(1, UUID.class)),
                row.getLong(2),
                new TransferId(row.getObject(3, UUID.class)),
                ProofHash.of(row.getBytes(4)));
    }
}
