package vn.congdoan.vks.welfare.ending;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;

/// That nothing is left in the books of units that have ended. It never changes.
@Entity
@Table(name = "closing_statement")
class ClosingStatement {

    @EmbeddedId
    private ClosingStatementId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "unit_ids")
    private List<UUID> unitIds;

    @Column(name = "stated_on")
    private LocalDate statedOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    ClosingStatement() {}

    /// @param ownerUnionId the union that the units belonged to last
    ClosingStatement(
            ClosingStatementId id,
            UnitId ownerUnionId,
            NewClosingStatement form,
            LocalDate today,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitIds = form.unitIds().stream().map(UnitId::value).toList();
        this.statedOn = today;
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
    }

    ClosingStatementId id() {
        return id;
    }

    long version() {
        return version;
    }

    List<UnitId> units() {
        return unitIds.stream().map(UnitId::new).toList();
    }

    LocalDate statedOn() {
        return statedOn;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// @param moves where the units' funds went
    Change change(Audience audience, List<FundMoveState> moves) {
        return Change.of(
                ClosingStatementState.TYPE,
                id.value(),
                version,
                "stated",
                statedOn,
                ownerUnionId,
                audience,
                state(moves));
    }

    ClosingStatementState state(List<FundMoveState> moves) {
        return new ClosingStatementState(
                id,
                ownerUnionId,
                units(),
                statedOn,
                moves.stream().map(ClosingStatementState.Moved::of).toList(),
                recordedAt);
    }

    ClosingStatementView view(List<FundMoveState> moves) {
        return ClosingStatementView.of(state(moves));
    }
}
