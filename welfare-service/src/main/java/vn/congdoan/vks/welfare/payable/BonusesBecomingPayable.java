package vn.congdoan.vks.welfare.payable;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.bonus.AwardBonusState;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.sql.Turns;

/// Makes a payable of each bonus of an award that a union of this node pays, under the id of the award, and revokes it
/// with the award: from what is known of the bonus now, however often and in whichever order that was told.
@ApplicationScoped
class BonusesBecomingPayable {

    private static final Logger LOG = Logger.getLogger(BonusesBecomingPayable.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 200;

    private final AwardBonuses bonuses;
    private final Payables payables;
    private final Directory directory;
    private final Turns turns;
    private final ChangeLog log;
    private final Clock clock;
    private @Nullable Loop loop;

    BonusesBecomingPayable(
            AwardBonuses bonuses, Payables payables, Directory directory, Turns turns, ChangeLog log, Clock clock) {
        this.bonuses = bonuses;
        this.payables = payables;
        this.directory = directory;
        this.turns = turns;
        this.log = log;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        loop = Loop.start("bonuses of awards", this::round);
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    private Duration round() {
        List<UUID> waiting = QuarkusTransaction.requiringNew().call(() -> bonuses.toCarryOut(AT_ONCE));
        int failed = 0;
        for (UUID each : waiting) {
            try {
                QuarkusTransaction.requiringNew().run(() -> carryOut(each));
            } catch (RuntimeException failure) {
                // It keeps none of the others waiting.
                LOG.warnf("The bonus of the award %s waits: %s", each, failure);
                failed++;
            }
        }
        return waiting.size() == AT_ONCE && failed == 0 ? Duration.ZERO : EVERY;
    }

    private void carryOut(UUID award) {
        turns.toChange("payable", new PayableId(award));
        Optional<AwardBonusState> waiting = bonuses.waiting(award);
        Optional<UnitPlace> place = waiting.flatMap(each -> directory.place(each.payingUnitId()));
        if (waiting.isEmpty() || place.isEmpty()) {
            return;
        }
        Payable payable = payables.findById(new PayableId(award));
        if (payable == null) {
            payable = arise(waiting.get(), place.get());
        }
        if (payable.isOfAnAward() && waiting.get().revocation() != null && !payable.isRevoked()) {
            payable.revoke(IssuedDecision.of(waiting.get().revocation()));
            payables.flush();
            log.append(payable.change("revoked", LocalDate.now(clock), place.get()));
        }
        bonuses.carriedOut(award);
    }

    private Payable arise(AwardBonusState bonus, UnitPlace place) {
        Payable made = new Payable(bonus, clock.instant());
        payables.persistAndFlush(made);
        log.append(made.change("arisen", bonus.decision().date(), place));
        return made;
    }
}
