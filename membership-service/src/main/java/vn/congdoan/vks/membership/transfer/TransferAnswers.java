package vn.congdoan.vks.membership.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.node.NodeKeys;
import vn.congdoan.vks.platform.access.Actor;
import vn.congdoan.vks.platform.access.Actors;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.handover.GivenRecords;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.sql.Sql;

/// Answers to transfers that another node keeps: one for each, written where the receiver is at home.
@ApplicationScoped
class TransferAnswers {

    private static final String SELECT = """
            select transfer_id, owner_union_id, decision, unit_id, effective_date, decision_number, decision_date,
                to_node, node_key_id, sealed, recorded_at, taken_at, created_as
            from transfer_answer
            """;

    private static final String INSERT = """
            insert into transfer_answer (transfer_id, owner_union_id, decision, unit_id, effective_date,
                decision_number, decision_date, to_node, node_key_id, sealed, recorded_at, reason, created_as, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            """;

    private final Sql sql;
    private final NodeKeys keys;
    private final GivenRecords letters;
    private final ChangeLog log;
    private final Actors actors;
    private final Clock clock;

    TransferAnswers(Sql sql, NodeKeys keys, GivenRecords letters, ChangeLog log, Actors actors, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.letters = letters;
        this.log = log;
        this.actors = actors;
        this.clock = clock;
    }

    /// What only the sender may read of an answer.
    ///
    /// @param by who gave it, on whose order it is carried out
    record Confidential(
            Actor by,
            @Nullable String memberNumber,
            @Nullable String cardNumber,
            @Nullable String signer,
            @Nullable String reason) {}

    /// Where and from when on the receiver takes the member.
    record Place(UnitId unit, LocalDate since) {}

    /// An answer as it is kept, with the hash of the request that made it.
    record Kept(TransferAnswerState state, ByteBuffer createdAs) {}

    Optional<Kept> of(TransferId transfer) {
        return sql.one(SELECT + "where transfer_id = ?", TransferAnswers::kept, transfer.value());
    }

    Map<TransferId, Kept> of(Collection<TransferId> transfers) {
        Map<TransferId, Kept> found = new HashMap<>();
        sql.list(SELECT + "where transfer_id = any (?)", TransferAnswers::kept, (Object)
                        transfers.stream().map(TransferId::value).toArray(UUID[]::new))
                .forEach(each -> found.put(new TransferId(each.state().id()), each));
        return found;
    }

    /// Whether an equal answer was given before; 409 where it was another one.
    boolean isRepeated(TransferId transfer, byte[] createdAs) {
        Optional<Kept> before = of(transfer);
        before.ifPresent(each -> {
            if (!each.createdAs().equals(ByteBuffer.wrap(createdAs))) {
                throw new Conflict(
                        "transfer-answered", Map.of("decision", each.state().decision()));
            }
        });
        return before.isPresent();
    }

    void accept(Transfer transfer, String senders, Place place, TransferAcceptance form, byte[] createdAs) {
        Paper said = Paper.of(form);
        answer(
                transfer,
                senders,
                AnswerDecision.ACCEPTED,
                place,
                said,
                new Confidential(by(), form.memberNumber(), form.cardNumber(), said.signer(), null),
                createdAs);
    }

    void refuse(Transfer transfer, String senders, String reason, byte[] createdAs) {
        answer(
                transfer,
                senders,
                AnswerDecision.REFUSED,
                null,
                Paper.NONE,
                new Confidential(by(), null, null, null, reason),
                createdAs);
    }

    /// The receiver's paper, as far as there is one.
    private record Paper(
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String signer) {

        static final Paper NONE = new Paper(null, null, null);

        static Paper of(TransferAcceptance form) {
            @Nullable Decision said = form.decision();
            return said == null ? NONE : new Paper(said.number(), said.date(), said.signer());
        }
    }

    private void answer(
            Transfer transfer,
            String senders,
            AnswerDecision decision,
            @Nullable Place place,
            Paper paper,
            Confidential rest,
            byte[] createdAs) {
        NodeKeys.Receiver receiver = keys.require(senders);
        UUID id = transfer.id().value();
        sql.change(
                INSERT,
                id,
                transfer.targetUnionId().value(),
                decision.name(),
                place == null ? null : place.unit().value(),
                place == null ? null : place.since(),
                paper.number(),
                paper.date(),
                senders,
                receiver.id(),
                letters.written(rest, context(id, senders, receiver.id()), receiver.key()),
                now(),
                rest.reason(),
                createdAs);
        changed(transfer, "answered");
    }

    private Actor by() {
        return actors.current().orElseThrow();
    }

    /// What an answer that came from another node says to this one.
    Confidential opened(TransferAnswerState answer) {
        return letters.opened(
                new GivenRecords.Sealed(answer.sealed(), context(answer.id(), answer.toNode(), answer.keyId())),
                Confidential.class,
                keys.pair(answer.keyId()));
    }

    private static String context(UUID transfer, String toNode, UUID key) {
        return String.join("/", "transfer-answer", toNode, key.toString(), transfer.toString());
    }

    /// The receiver has everything of the member.
    void taken(Transfer transfer) {
        int first = sql.change(
                "update transfer_answer set taken_at = ?, version = version + 1"
                        + " where transfer_id = ? and taken_at is null",
                now(),
                transfer.id().value());
        if (first > 0) {
            changed(transfer, "taken");
        }
    }

    private void changed(Transfer transfer, String happened) {
        UUID id = transfer.id().value();
        TransferAnswerState state = published(List.of(id)).getFirst();
        long version = sql.one("select version from transfer_answer where transfer_id = ?", row -> row.getLong(1), id)
                .orElseThrow();
        log.append(Change.of(
                TransferAnswerState.TYPE,
                id,
                version,
                happened,
                LocalDate.now(clock),
                state.ownerUnionId(),
                Audience.of(Set.of(transfer.fromUnionId(), transfer.targetUnionId())),
                state));
    }

    List<TransferAnswerState> published(Collection<UUID> ids) {
        return sql
                .list(SELECT + "where transfer_id = any (?)", TransferAnswers::kept, (Object) ids.toArray(UUID[]::new))
                .stream()
                .map(Kept::state)
                .toList();
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        UUID unit = row.getObject(4, UUID.class);
        OffsetDateTime taken = row.getObject(12, OffsetDateTime.class);
        TransferAnswerState state = new TransferAnswerState(
                row.getObject(1, UUID.class),
                new UnitId(row.getObject(2, UUID.class)),
                AnswerDecision.valueOf(row.getString(3)),
                unit == null ? null : new UnitId(unit),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                row.getObject(9, UUID.class),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                taken == null ? null : taken.toInstant());
        return new Kept(state, ByteBuffer.wrap(row.getBytes(13)));
    }
}
