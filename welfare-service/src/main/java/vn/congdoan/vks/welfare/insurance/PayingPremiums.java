package vn.congdoan.vks.welfare.insurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.PayingFunds;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.TransferKind;

/// Pays premiums out of the policy's fund, by an ACCOUNTANT of the unit and of the fund's who has not concluded the
/// policy. A premium is an entry like any other, and taken back like any other.
@ApplicationScoped
class PayingPremiums {

    private static final List<String> FIELDS = List.of("amount", "date", "method", "voucher");

    private final Premiums premiums;
    private final InsurancePolicyViews views;
    private final PayingFunds funds;
    private final Ledger ledger;
    private final Caller caller;
    private final OnlyOnce once;
    private final AuditTrail trail;
    private final Clock clock;

    PayingPremiums(
            Premiums premiums,
            InsurancePolicyViews views,
            PayingFunds funds,
            Ledger ledger,
            Caller caller,
            OnlyOnce once,
            AuditTrail trail,
            Clock clock) {
        this.premiums = premiums;
        this.views = views;
        this.funds = funds;
        this.ledger = ledger;
        this.caller = caller;
        this.once = once;
        this.trail = trail;
        this.clock = clock;
    }

    /// Pays, once for an `Idempotency-Key`.
    Response pay(InsurancePolicyId id, NewPremium form) {
        InsurancePolicy policy = views.see(id);
        caller.act(Permission.RECORD_MONEY, policy.unitId());
        policy.requireOther(caller.principal().account());
        PayingFunds.Payer payer = funds.actFor(Permission.RECORD_MONEY, policy.unitId(), policy.payer());
        return ledger.keep(
                payer.books(),
                booking -> once.run(form, () -> pay(policy, payer.fund(), form, booking), same -> views.show(id)));
    }

    private Response pay(InsurancePolicy policy, FundTerms fund, NewPremium form, Booking booking) {
        fund.requireBegunOn(form.date(), LocalDate.now(clock));
        TransferId id = new TransferId(Ids.next());
        String voucher = VietnameseText.singleLine(form.voucher());
        if (premiums.stands(policy.id(), voucher)) {
            throw new Conflict("premium-paid-already");
        }
        premiums.add(policy.id(), id, voucher);
        trail.changed("pay-premium", "insurance-policy", policy.id().value(), policy.unitId(), FIELDS);
        booking.enter(new Transfer(
                id,
                form.date(),
                TransferKind.EXPENSE,
                KeepingInsurance.PURPOSE,
                null,
                null,
                policy.number() + "; " + voucher,
                clock.instant(),
                null,
                Transfer.moved(form.method().account(), Account.expense(KeepingInsurance.PURPOSE), form.amount())));
        return views.shown(policy, form.amount());
    }
}
