package vn.congdoan.vks.welfare.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.fund.MovedFunds;
import vn.congdoan.vks.welfare.ledger.Balances;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Holdings;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Moves all that a fund of an ended unit holds to another fund, in one transaction, and closes it: by an ACCOUNTANT of
/// both.
@ApplicationScoped
class MovingFunds {

    private static final List<String> FIELDS = List.of("fromFundId", "toFundId", "date", "decision");

    private static final String PROMISED = """
            select exists (select from fund_promise where fund_id = ? and amount > 0)
            """;

    private static final String BOOKED_AFTER = """
            select exists (
                select from account join account_day using (account_id) where account.fund_id = ? and day > ?)
            """;

    private final FundMoves moves;
    private final FundMoveViews views;
    private final EndedUnits ended;
    private final Funds funds;
    private final MovedFunds closing;
    private final Ledger ledger;
    private final Balances balances;
    private final Caller caller;
    private final Turns turns;
    private final Sql sql;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    MovingFunds(
            FundMoves moves,
            FundMoveViews views,
            EndedUnits ended,
            Funds funds,
            MovedFunds closing,
            Ledger ledger,
            Balances balances,
            Caller caller,
            Turns turns,
            Sql sql,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.moves = moves;
        this.views = views;
        this.ended = ended;
        this.funds = funds;
        this.closing = closing;
        this.ledger = ledger;
        this.balances = balances;
        this.caller = caller;
        this.turns = turns;
        this.sql = sql;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    private record Side(FundTerms fund, UnitPlace place) {}

    Response move(FundMoveId id, NewFundMove form) {
        Side from = side("/fromFundId", form.fromFundId());
        Side to = side("/toFundId", form.toFundId());
        if (from.fund().id().equals(to.fund().id())) {
            throw new Unprocessable("/toFundId", "the-same-fund");
        }
        byte[] createdAs = hash.of(form);
        return ledger.keepBoth(
                from.fund().books(from.place()),
                to.fund().books(to.place()),
                (leaving, arriving) -> turns.toCreate(
                                "fund-move",
                                id.value(),
                                () -> moves.findByIdOptional(id),
                                each -> each.wasCreatedAs(createdAs))
                        .map(views::already)
                        .orElseGet(() -> move(id, form, from, to, createdAs, leaving, arriving)));
    }

    /// The fund, for whoever writes to its books; 403 that points at it for everybody else.
    private Side side(String pointer, FundId id) {
        FundTerms fund = funds.terms(id).orElseThrow(() -> Forbidden.unitOutOfScope(pointer));
        return new Side(fund, caller.actAt(pointer, Permission.RECORD_MONEY, fund.unitId()));
    }

    private Response move(
            FundMoveId id, NewFundMove form, Side from, Side to, byte[] createdAs, Booking leaving, Booking arriving) {
        LocalDate today = LocalDate.now(clock);
        requireFitting(form, from.fund(), to.fund(), today);
        turns.toChange("fund-moves", List.of(from.fund().id(), to.fund().id()));
        // From here on nobody books in either of them, nor promises their money.
        ledger.hold(from.fund().id(), to.fund().id());
        requireOpen("/fromFundId", from.fund().id());
        requireOpen("/toFundId", to.fund().id());
        requireSettled(form, from.fund());
        Holdings all = balances.whole(from.fund().id());
        Holdings before = balances.owing(to.fund().id());
        FundMove.@Nullable Booked booked =
                all.money() == 0 ? null : new FundMove.Booked(new TransferId(Ids.next()), new TransferId(Ids.next()));
        Instant now = clock.instant();
        FundMove move = new FundMove(id, form, from.fund(), to.fund(), all, before, booked, createdAs, now);
        moves.persistAndFlush(move);
        closing.close(from.fund().id(), to.fund().id(), form.date(), from.place());
        trail.changed("move", "fund-move", id.value(), from.fund().unitId(), FIELDS);
        log.append(move.change(Audience.ofUnionAt(from.place()).and(Audience.ofUnionAt(to.place()))));
        if (booked != null) {
            leaving.enter(Transfer.moveOut(booked.from(), form.date(), all, now));
            arriving.enter(Transfer.moveIn(booked.to(), form.date(), all, now));
        }
        return FundMoveViews.created(move);
    }

    private void requireFitting(NewFundMove form, FundTerms from, FundTerms to, LocalDate today) {
        LocalDate day = ended.require("/fromFundId", from.unitId(), today);
        ended.requireStanding("/toFundId", to.unitId(), today);
        if (form.date().isBefore(day)) {
            throw new Unprocessable("/date", "before-the-end-of-the-unit");
        }
        from.requireBegunOn(form.date(), today);
        to.requireOpenOn(form.date(), today);
        if (form.decision().date().isAfter(today)) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        if (from.passThrough() != to.passThrough()) {
            throw new Unprocessable("/toFundId", "own-and-passing-money");
        }
        if (!from.purposes().containsAll(to.purposes())) {
            throw new Unprocessable("/toFundId", "other-purposes");
        }
    }

    private void requireOpen(String pointer, FundId id) {
        if (funds.terms(id).map(FundTerms::movedTo).isPresent()) {
            throw new Conflict("fund-moved", new Violation(pointer, "moved-already"));
        }
    }

    private void requireSettled(NewFundMove form, FundTerms from) {
        UUID id = from.id().value();
        if (sql.one(PROMISED, row -> row.getBoolean(1), id).orElseThrow()) {
            throw new Conflict("fund-has-promises", new Violation("/fromFundId", "promises-pending"));
        }
        if (sql.one(BOOKED_AFTER, row -> row.getBoolean(1), id, form.date()).orElseThrow()) {
            throw new Unprocessable("/date", "before-the-last-entry");
        }
    }
}
