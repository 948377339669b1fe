package vn.congdoan.vks.welfare.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Shows moves of funds, with the places of their entries in the proofs of both.
@ApplicationScoped
class FundMoveViews {

    private static final String LINKS = "select transfer_id, number, hash from proof_link where transfer_id = any (?)";

    private final FundMoves moves;
    private final Caller caller;
    private final Sql sql;

    FundMoveViews(FundMoves moves, Caller caller, Sql sql) {
        this.moves = moves;
        this.caller = caller;
        this.sql = sql;
    }

    /// One move, or 404.
    Response show(FundMoveId id) {
        FundMove found = moves.require(id);
        caller.see(Permission.READ_FUNDS, found.unitId());
        return Response.ok(each(List.of(found)).apply(found)).tag(tag(found)).build();
    }

    /// 201 for whoever moves it.
    static Response created(FundMove made) {
        return Created.at("/api/v1/fund-moves/" + made.id(), made.view(null, null), tag(made));
    }

    /// 200 for whoever moves it once more.
    Response already(FundMove made) {
        return Created.already(each(List.of(made)).apply(made), tag(made));
    }

    /// Shows each of these.
    Function<FundMove, FundMoveView> each(List<FundMove> some) {
        UUID[] booked = some.stream()
                .flatMap(each -> Stream.of(each.fromTransferId(), each.toTransferId()))
                .filter(Objects::nonNull)
                .map(TransferId::value)
                .toArray(UUID[]::new);
        Map<UUID, FundMoveView.Link> links = sql
                .list(
                        LINKS,
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new FundMoveView.Link(
                                        row.getLong(2), HexFormat.of().formatHex(row.getBytes(3)))),
                        (Object) booked)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return move -> move.view(link(links, move.fromTransferId()), link(links, move.toTransferId()));
    }

    private static FundMoveView.@Nullable Link link(Map<UUID, FundMoveView.Link> links, @Nullable TransferId booked) {
        return booked == null ? null : links.get(booked.value());
    }

    private static EntityTag tag(FundMove move) {
        return ETags.of(move.version(), "whole");
    }
}
