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
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.FundId;

/// A proposal to a superior (đề nghị cấp trên hỗ trợ), as its own union keeps it: whom it goes to, how often it was
/// sent, and what came of it in money. Who is on its list is kept beside it, and what the superior says is a record of
/// its own; [ProposalCase] has all of it.
@Entity
@Table(name = "proposal")
class Proposal {

    @EmbeddedId
    private ProposalId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "superior_unit_id"))
    private @Nullable UnitId superiorUnitId;

    @Column(name = "superior_body")
    private @Nullable String superiorBody;

    @Column(name = "title")
    private String title;

    @Column(name = "proposed_on")
    private LocalDate proposedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage")
    private ProposalStage stage;

    @Column(name = "round")
    private int round;

    @Column(name = "note_to_superior")
    private @Nullable String noteToSuperior;

    @Column(name = "received")
    private long received;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "reason")
    private @Nullable String reason;

    @Embedded
    private @Nullable FundId fundId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "listed_by")
    private List<String> listedBy;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "created_as")
    private byte[] createdAs;

    Proposal() {}

    /// @param ownerUnionId the union that the unit belongs to now; it owns the record for good
    /// @param by the account that makes the list
    /// @param createdAs what tells an equal creation from another one
    Proposal(ProposalId id, UnitId ownerUnionId, NewProposal form, String by, byte[] createdAs, Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.superiorUnitId = form.superiorUnitId();
        this.superiorBody = cleaned(form.superiorBody());
        this.title = VietnameseText.singleLine(form.title());
        this.proposedOn = form.date();
        this.stage = ProposalStage.DRAFT;
        this.noteToSuperior = cleaned(form.noteToSuperior());
        this.reason = cleaned(form.reason());
        this.listedBy = List.of(by);
        this.recordedAt = stored(now);
        this.changedAt = this.recordedAt;
        this.createdAs = createdAs.clone();
    }

    static @Nullable String cleaned(@Nullable String text) {
        return text == null || text.isBlank() ? null : VietnameseText.singleLine(text);
    }

    ProposalId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    @Nullable
    UnitId superiorUnitId() {
        return superiorUnitId;
    }

    /// Whose answer counts: the superior's, or its own union's, which writes down what a body outside says.
    UnitId answeringUnit() {
        return Objects.requireNonNullElse(superiorUnitId, unitId);
    }

    LocalDate proposedOn() {
        return proposedOn;
    }

    ProposalStage stage() {
        return stage;
    }

    int round() {
        return round;
    }

    boolean wasSent() {
        return sentAt != null;
    }

    @Nullable
    FundId fundId() {
        return fundId;
    }

    long received() {
        return received;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// The union above that is asked; 409 where it is a body outside, which does not work with this system.
    UnitId superior() {
        if (superiorUnitId == null) {
            throw new Conflict("proposal-to-a-body-outside");
        }
        return superiorUnitId;
    }

    /// 409 where a union above is asked, which answers itself.
    void requireBodyOutside() {
        if (superiorUnitId != null) {
            throw new Conflict("proposal-to-a-union");
        }
    }

    /// Somebody was put on the list or taken off.
    void change(String by, Instant now) {
        if (!listedBy.contains(by)) {
            listedBy = Stream.concat(listedBy.stream(), Stream.of(by)).toList();
        }
        changedAt = stored(now);
    }

    /// Sends it up, once more where it was sent back.
    void submit(String by, Instant now) {
        if (listedBy.isEmpty() || listedBy.contains(by)) {
            throw new Forbidden("duties-not-separate");
        }
        stage = ProposalStage.SUBMITTED;
        round++;
        submittedBy = by;
        changedAt = stored(now);
        if (sentAt == null) {
            sentAt = changedAt;
        }
    }

    void withdraw(Instant now) {
        stage = ProposalStage.WITHDRAWN;
        changedAt = stored(now);
    }

    /// Whoever decides on it or pays has neither made the list nor sent it.
    void requireOther(String by) {
        if (listedBy.contains(by) || by.equals(submittedBy)) {
            throw new Forbidden("duties-not-separate");
        }
    }

    /// @param granted the most that may come
    /// @param sent what of it is under way
    void receive(FundId fund, long amount, long granted, long sent, Instant now) {
        if (fundId != null && !fundId.equals(fund)) {
            throw new Unprocessable("/fundId", "not-the-fund-of-the-proposal");
        }
        if (amount > granted - received) {
            throw new Unprocessable("/amount", "more-than-granted");
        }
        if (amount > sent - received) {
            throw new Unprocessable("/amount", "more-than-the-superior-paid");
        }
        fundId = fund;
        received += amount;
        changedAt = stored(now);
    }

    /// A receipt was a mistake; what was paid on stays covered.
    void giveBack(long amount, long passedOn, Instant now) {
        if (received - amount < passedOn) {
            throw new Conflict("paid-on-already");
        }
        received -= amount;
        changedAt = stored(now);
    }

    /// Something was paid on, or came back.
    void paidOn(Instant now) {
        changedAt = stored(now);
    }

    /// The database keeps microseconds.
    private static Instant stored(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    /// What others may know of it: its own union, and whom it was sent to.
    ///
    /// @param sent the lines that were sent
    Change change(String happened, LocalDate day, Audience audience, List<ProposalState.Line> sent) {
        return Change.of(ProposalState.TYPE, id.value(), version, happened, day, ownerUnionId, audience, state(sent));
    }

    ProposalState state(List<ProposalState.Line> sent) {
        return new ProposalState(
                id,
                ownerUnionId,
                unitId,
                superiorUnitId,
                superiorBody,
                title,
                proposedOn,
                stage,
                round,
                noteToSuperior,
                received,
                sent,
                recordedAt,
                changedAt,
                sentAt);
    }

    /// What it says itself.
    ///
    /// @param whole whether it is shown to its own union
    ProposalView.Head head(boolean whole) {
        return new ProposalView.Head(
                id,
                unitId,
                superiorUnitId,
                superiorBody,
                title,
                proposedOn,
                whole ? reason : null,
                noteToSuperior,
                round,
                whole ? fundId : null,
                received,
                recordedAt,
                changedAt,
                sentAt);
    }
}
