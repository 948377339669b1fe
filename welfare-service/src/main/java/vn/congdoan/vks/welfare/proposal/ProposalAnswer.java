package vn.congdoan.vks.welfare.proposal;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// What is said to one round of a proposal, by the union that was asked; by the proposing union itself where it writes
/// down what a body outside says. What is granted to each line is kept beside it.
@Entity
@Table(name = "proposal_answer")
class ProposalAnswer {

    @EmbeddedId
    private ProposalAnswerId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Embedded
    private ProposalId proposalId;

    @Column(name = "round")
    private int round;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private AnswerOutcome outcome;

    @Column(name = "text")
    private @Nullable String text;

    @Embedded
    private @Nullable Decision decision;

    @Column(name = "granted")
    private long granted;

    @Column(name = "paid_on")
    private @Nullable LocalDate paidOn;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Embedded
    private @Nullable FundId fundId;

    @Column(name = "voucher")
    private @Nullable String voucher;

    @Column(name = "answered_by")
    private @Nullable String answeredBy;

    @Column(name = "paid_by")
    private @Nullable String paidBy;

    ProposalAnswer() {}

    /// @param ownerUnionId the union that answers; it owns the record for good
    private ProposalAnswer(
            ProposalAnswerId id,
            UnitId ownerUnionId,
            Proposal proposal,
            AnswerOutcome outcome,
            String by,
            Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = proposal.answeringUnit();
        this.proposalId = proposal.id();
        this.round = proposal.round();
        this.outcome = outcome;
        this.answeredBy = by;
        // The database keeps microseconds.
        this.answeredAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /// Something or nothing is granted to each line.
    static ProposalAnswer deciding(
            ProposalAnswerId id, UnitId ownerUnionId, Proposal proposal, NewAnswer form, String by, Instant now) {
        ProposalAnswer made = new ProposalAnswer(id, ownerUnionId, proposal, AnswerOutcome.DECIDED, by, now);
        made.decision = form.decision();
        made.granted = form.total();
        made.fundId = form.fundId();
        return made;
    }

    static ProposalAnswer sendingBack(
            ProposalAnswerId id, UnitId ownerUnionId, Proposal proposal, SendingBack form, String by, Instant now) {
        ProposalAnswer made = new ProposalAnswer(id, ownerUnionId, proposal, AnswerOutcome.SENT_BACK, by, now);
        made.text = VietnameseText.singleLine(form.text());
        return made;
    }

    /// Takes the decision back before any money moved: the proposal is open again. What was decided stays on record.
    void takeBack(SendingBack form, String by) {
        if (paidOn != null) {
            throw new Conflict("grant-paid");
        }
        outcome = AnswerOutcome.SENT_BACK;
        text = VietnameseText.singleLine(form.text());
        granted = 0;
        answeredBy = by;
    }

    ProposalAnswerId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    ProposalId proposalId() {
        return proposalId;
    }

    int round() {
        return round;
    }

    AnswerOutcome outcome() {
        return outcome;
    }

    @Nullable
    Decision decision() {
        return decision;
    }

    long granted() {
        return granted;
    }

    /// What the union that answers has paid, in đồng.
    long paid() {
        return paidOn == null ? 0 : granted;
    }

    @Nullable
    FundId fundId() {
        return fundId;
    }

    @Nullable
    String voucher() {
        return voucher;
    }

    /// The promise that is made for all that is granted for one purpose.
    PromiseId promise(SupportKind kind) {
        return id.promise(kind.name());
    }

    /// No money moves before it was decided.
    void requireDecidedOn(LocalDate day) {
        if (decision != null && day.isBefore(decision.date())) {
            throw new Unprocessable("/date", "before-the-decision");
        }
    }

    void pay(GrantPayment form, String by) {
        requireDecidedOn(form.date());
        if (paidOn != null || granted == 0) {
            throw new Conflict("grant-not-due");
        }
        if (answeredBy == null || by.equals(answeredBy)) {
            throw new Forbidden("duties-not-separate");
        }
        paidOn = form.date();
        voucher = VietnameseText.singleLine(form.voucher());
        paidBy = by;
    }

    /// It was paid before a restore, as the books say.
    void wasPaid(LocalDate day, @Nullable String onTheEntry) {
        paidOn = day;
        voucher = onTheEntry;
        paidBy = null;
    }

    /// It came back before a restore, as the books say.
    void cameBack() {
        paidOn = null;
        voucher = null;
        paidBy = null;
    }

    /// The money came back: it is due again.
    void returned(String by) {
        if (paidOn == null) {
            throw new Conflict("grant-not-paid");
        }
        if (answeredBy == null || by.equals(answeredBy)) {
            throw new Forbidden("duties-not-separate");
        }
        cameBack();
    }

    /// What the union that proposed and the one that answers may know of it.
    Change change(String happened, LocalDate day, Audience audience, List<ProposalAnswerState.Granted> lines) {
        return Change.of(
                ProposalAnswerState.TYPE, id.value(), version, happened, day, ownerUnionId, audience, state(lines));
    }

    ProposalAnswerState state(List<ProposalAnswerState.Granted> lines) {
        return new ProposalAnswerState(
                id, ownerUnionId, unitId, proposalId, round, outcome, text, decision, lines, paidOn, answeredAt);
    }

    /// @param whole whether it is shown to whoever answers
    ProposalView.Answer view(boolean whole) {
        return new ProposalView.Answer(
                round,
                outcome,
                text,
                decision,
                outcome == AnswerOutcome.DECIDED ? granted : null,
                whole ? fundId : null,
                paidOn,
                answeredAt);
    }
}
