package vn.congdoan.vks.welfare.imports;

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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.layout.Layout;
import vn.congdoan.vks.welfare.layout.LayoutColumns;
import vn.congdoan.vks.welfare.layout.LayoutId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.plan.PlanId;

/// A file of contributions to one fund, on its way into the books: it is open from the upload on, and booked by
/// confirming what is clear in it, at once or bit by bit. Undone, it books nothing any more.
@Entity
@Table(name = "contribution_import")
class ContributionImport {

    @EmbeddedId
    private ImportId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Embedded
    private FundId fundId;

    @Embedded
    private LayoutId layoutId;

    @Embedded
    private LayoutColumns columns;

    @Enumerated(EnumType.STRING)
    @Column(name = "method")
    private PaymentMethod method;

    @Column(name = "plan_id")
    private @Nullable UUID planId;

    @Column(name = "drive_id")
    private @Nullable UUID driveId;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private ImportStatus status;

    @Column(name = "rows")
    private int rows;

    @Column(name = "uploaded_by")
    private String uploadedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "touched_at")
    private Instant touchedAt;

    @Column(name = "forgotten_at")
    private @Nullable Instant forgottenAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    ContributionImport() {}

    /// @param rows how many were read
    /// @param by the account that uploads it
    /// @param createdAs what tells an equal upload from another one
    ContributionImport(
            ImportId id,
            FundTerms fund,
            Layout layout,
            UploadingImports.Upload upload,
            int rows,
            String by,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.ownerUnionId = fund.ownerUnionId();
        this.unitId = fund.unitId();
        this.fundId = fund.id();
        this.layoutId = layout.id();
        this.columns = layout.columns();
        this.method = upload.method();
        this.planId = upload.plan() == null ? null : upload.plan().value();
        this.driveId = upload.drive() == null ? null : upload.drive().value();
        this.status = ImportStatus.OPEN;
        this.rows = rows;
        this.uploadedBy = by;
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.touchedAt = recordedAt;
        this.createdAs = createdAs.clone();
    }

    ImportId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    UnitId ownerUnionId() {
        return ownerUnionId;
    }

    FundId fundId() {
        return fundId;
    }

    /// Which columns it was read from.
    LayoutColumns columns() {
        return columns;
    }

    PaymentMethod method() {
        return method;
    }

    /// The plan that all of it counts towards; null: none.
    @Nullable
    PlanId planId() {
        return planId == null ? null : new PlanId(planId);
    }

    /// The drive that all of it is given for; null: none.
    @Nullable
    DriveId driveId() {
        return driveId == null ? null : new DriveId(driveId);
    }

    ImportStatus status() {
        return status;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    boolean wasCreatedAs(byte[] upload) {
        return MessageDigest.isEqual(createdAs, upload);
    }

    /// Rows were corrected or booked.
    void work(Instant now) {
        if (status != ImportStatus.OPEN) {
            throw new Conflict("import-not-in-that-state", Map.of("state", status));
        }
        touch(now);
    }

    /// Some of what was booked was taken back.
    ///
    /// @param isAll whether nothing of it is left in the books
    void undo(boolean isAll, Instant now) {
        status = isAll ? ImportStatus.UNDONE : ImportStatus.UNDOING;
        touch(now);
    }

    private void touch(Instant now) {
        touchedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    ImportView view(ImportTotals totals) {
        return new ImportView(
                id,
                unitId,
                fundId,
                layoutId,
                method,
                planId(),
                driveId(),
                status,
                rows,
                totals.accepted(),
                totals.each(),
                recordedAt,
                touchedAt,
                forgottenAt);
    }
}
