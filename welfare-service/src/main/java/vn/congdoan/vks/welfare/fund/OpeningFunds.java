package vn.congdoan.vks.welfare.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.ledger.Balances;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Held;
import vn.congdoan.vks.welfare.ledger.Ledger;

/// Opens funds: by an ACCOUNTANT of the owner or of a unit above it in the same union.
@ApplicationScoped
class OpeningFunds {

    private static final List<String> FIELDS = List.of(
            "unitId",
            "kind",
            "name",
            "legalBasis",
            "passThrough",
            "purposes",
            "opensOn",
            "closesOn",
            "takesOutsideDonors");

    private final Funds funds;
    private final Caller caller;
    private final Turns turns;
    private final Ledger ledger;
    private final Balances balances;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    OpeningFunds(
            Funds funds,
            Caller caller,
            Turns turns,
            Ledger ledger,
            Balances balances,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.ledger = ledger;
        this.balances = balances;
        this.log = log;
        this.funds = funds;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response open(FundId id, NewFund form) {
        UnitPlace place = caller.actAt("/unitId", Permission.CREATE_FUNDS, form.unitId());
        byte[] createdAs = hash.of(form);
        Optional<Fund> made = turns.toCreate(
                "fund", id.value(), () -> funds.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return Created.already(view(made.get(), balances.of(id)), tag(made.get()));
        }
        Fund fund = new Fund(id, place.unionId(), form, createdAs, clock.instant());
        turns.toChange("funds", form.unitId());
        if (funds.hasNameOf(form)) {
            throw new Conflict("fund-name-taken", new Violation("/name", "taken"));
        }
        funds.persistAndFlush(fund);
        ledger.open(id);
        log.append(fund.change("created", Audience.ofUnionAt(place)));
        trail.changed("create", "fund", id.value(), fund.unitId(), FIELDS);
        return Created.at("/api/v1/funds/" + id, view(fund, Held.NOTHING), tag(fund));
    }

    private FundView view(Fund fund, Held held) {
        return fund.viewOn(LocalDate.now(clock), held);
    }

    static EntityTag tag(Fund fund) {
        return ETags.of(fund.version(), "fund");
    }
}
