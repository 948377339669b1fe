package vn.congdoan.vks.welfare.care;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.payout.CauseKind;
import vn.congdoan.vks.welfare.payout.DuePayment;
import vn.congdoan.vks.welfare.payout.PayableCause;
import vn.congdoan.vks.welfare.payout.Settled;
import vn.congdoan.vks.welfare.payout.Settlement;

/// Lets due days of care be paid through files of a bank.
@ApplicationScoped
class PayableCare implements PayableCause {

    private static final String CARE = "care-commitment";

    private final CareCommitments commitments;
    private final DueDays days;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final AuditTrail trail;

    PayableCare(
            CareCommitments commitments,
            DueDays days,
            Caller caller,
            Directory directory,
            Turns turns,
            AuditTrail trail) {
        this.commitments = commitments;
        this.days = days;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.trail = trail;
    }

    @Override
    public CauseKind kind() {
        return CauseKind.CARE_COMMITMENT;
    }

    @Override
    public List<DuePayment> due(Collection<UUID> ids, LocalDate by) {
        Map<UUID, CareCommitment> found = inTurn(ids);
        return days.due(found.keySet(), by).stream()
                .map(each -> due(Objects.requireNonNull(found.get(each.commitment())), each.dueOn()))
                .toList();
    }

    private static DuePayment due(CareCommitment found, LocalDate dueOn) {
        return new DuePayment(
                found.id().value(),
                found.id().promise(dueOn),
                dueOn,
                found.unitId(),
                found.fundId(),
                found.kind(),
                found.amount(),
                found.beneficiary().payee(found.id().value()));
    }

    @Override
    public Map<UUID, UnitId> units(Collection<UUID> payees) {
        return commitments.among(payees).stream()
                .collect(Collectors.toMap(each -> each.id().value(), CareCommitment::unitId));
    }

    @Override
    public Settled paid(List<Settlement> paid) {
        return settle("pay", "paid", paid, this::pay);
    }

    private void pay(CareCommitment found, Settlement how) {
        LocalDate dueOn = Objects.requireNonNull(how.dueOn());
        String by = caller.principal().account();
        found.requirePayable(dueOn, how.date(), by);
        days.paid(
                found.id(),
                new CarePayment(dueOn, how.date(), PaymentMethod.BANK, how.voucher(), null),
                how.transfer(),
                by);
        found.paid();
    }

    @Override
    public Settled returned(List<Settlement> returned) {
        return settle("return", "returned", returned, (found, how) -> {
            found.returned(caller.principal().account());
            if (days.returned(found.id(), Objects.requireNonNull(how.dueOn())).isEmpty()) {
                throw new IllegalStateException("The due day was settled meanwhile");
            }
        });
    }

    private Settled settle(
            String action, String happened, List<Settlement> settlements, BiConsumer<CareCommitment, Settlement> how) {
        Map<UUID, List<Settlement>> byCommitment =
                settlements.stream().collect(Collectors.groupingBy(Settlement::cause));
        Map<UUID, CareCommitment> found = inTurn(byCommitment.keySet());
        byCommitment.forEach((id, some) -> {
            CareCommitment commitment = Objects.requireNonNull(found.get(id));
            commitment.beneficiary().requireOther(caller);
            some.forEach(each -> how.accept(commitment, each));
        });
        commitments.flush();
        List<Change> changes = new ArrayList<>();
        byCommitment.forEach((id, some) -> {
            CareCommitment commitment = Objects.requireNonNull(found.get(id));
            trail.changed(action, CARE, id, commitment.unitId(), List.of("dueOn", "date", "method", "voucher"));
            changes.add(commitment.change(
                    happened,
                    Collections.max(some.stream().map(Settlement::date).toList()),
                    directory.place(commitment.unitId()).orElseThrow(NotFound::new)));
        });
        return Settled.with(changes);
    }

    private Map<UUID, CareCommitment> inTurn(Collection<UUID> ids) {
        turns.toChange(CARE, ids);
        return commitments.among(ids).stream()
                .collect(Collectors.toMap(each -> each.id().value(), each -> each));
    }
}
