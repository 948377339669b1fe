package vn.congdoan.vks.welfare.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.contribution.ContributionsInBulk;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.layout.Layout;
import vn.congdoan.vks.welfare.layout.LayoutId;
import vn.congdoan.vks.welfare.layout.Layouts;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.plan.PlanId;

/// Takes a file and makes an import of it: by an ACCOUNTANT of the fund's unit or of one above it in the same
/// union. The file itself is not kept.
@ApplicationScoped
class UploadingImports {

    private static final List<String> FIELDS = List.of("fundId", "layoutId", "method", "planId", "driveId", "rows");

    private final Imports imports;
    private final ImportRows rows;
    private final ImportViews views;
    private final FindingDonors finding;
    private final ContributionsInBulk bulk;
    private final Layouts layouts;
    private final Funds funds;
    private final Caller caller;
    private final Turns turns;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    UploadingImports(
            Imports imports,
            ImportRows rows,
            ImportViews views,
            FindingDonors finding,
            ContributionsInBulk bulk,
            Layouts layouts,
            Funds funds,
            Caller caller,
            Turns turns,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.views = views;
        this.finding = finding;
        this.bulk = bulk;
        this.layouts = layouts;
        this.funds = funds;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// What is said of a file.
    ///
    /// @param isWorkbook whether it is a workbook; else CSV
    @JsonInclude(Include.NON_NULL)
    record Upload(
            FundId fund,
            LayoutId layout,
            PaymentMethod method,
            @Nullable PlanId plan,
            @Nullable DriveId drive,
            boolean isWorkbook) {}

    @Transactional
    Response upload(ImportId id, Upload upload, byte[] file) {
        FundTerms fund = funds.terms(upload.fund()).orElseThrow(() -> Forbidden.unitOutOfScope("?fund"));
        UnitPlace place = caller.actAt("?fund", Permission.RECORD_MONEY, fund.unitId());
        byte[] createdAs = hash.of(List.of(upload, file));
        Optional<ContributionImport> made = turns.toCreate(
                "contribution-import",
                id.value(),
                () -> imports.findByIdOptional(id),
                each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return views.already(made.get());
        }
        bulk.requireCause(fund.id(), upload.plan(), upload.drive());
        Layout layout = layout(upload.layout(), place);
        List<ReadRow> read = ReadingRows.of(file, upload.isWorkbook(), layout);
        ContributionImport taken = new ContributionImport(
                id, fund, layout, upload, read.size(), caller.principal().account(), createdAs, clock.instant());
        imports.persistAndFlush(taken);
        rows.add(taken, finding.find(taken, fund, place, read, LocalDate.now(clock)));
        trail.changed("upload", "contribution-import", id.value(), fund.unitId(), FIELDS);
        return views.created(taken);
    }

    /// A layout of the same union as the fund, as units stand today.
    private Layout layout(LayoutId id, UnitPlace place) {
        Layout layout = layouts.findByIdOptional(id).orElseThrow(() -> Forbidden.unitOutOfScope("?layout"));
        UnitPlace of = caller.actAt("?layout", Permission.RECORD_MONEY, layout.unitId());
        if (!of.unionId().equals(place.unionId())) {
            throw Forbidden.unitOutOfScope("?layout");
        }
        return layout;
    }
}
