package vn.congdoan.vks.welfare.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.ProblemTexts;
import vn.congdoan.vks.welfare.contribution.ContributionId;

/// Shows imports to those who record contributions to their funds; for all others there are none.
@ApplicationScoped
class ImportViews {

    private final Imports imports;
    private final ImportRows rows;
    private final KnownMembers members;
    private final ProblemTexts texts;
    private final Caller caller;

    ImportViews(Imports imports, ImportRows rows, KnownMembers members, ProblemTexts texts, Caller caller) {
        this.imports = imports;
        this.rows = rows;
        this.members = members;
        this.texts = texts;
        this.caller = caller;
    }

    /// The import, if the caller may know of it, or 404.
    ContributionImport see(ImportId id) {
        ContributionImport found = imports.require(id);
        caller.see(Permission.RECORD_MONEY, found.unitId());
        return found;
    }

    /// One import, or 404.
    Response show(ImportId id) {
        return shown(see(id));
    }

    Response shown(ContributionImport found) {
        return Response.ok(view(found)).tag(tag(found)).build();
    }

    /// 201 for whoever uploads it.
    Response created(ContributionImport made) {
        return Created.at("/api/v1/contribution-imports/" + made.id(), view(made), tag(made));
    }

    /// 200 for whoever uploads it once more.
    Response already(ContributionImport made) {
        return Created.already(view(made), tag(made));
    }

    /// Shows each of these.
    Function<ContributionImport, ImportView> each(Collection<ContributionImport> some) {
        Map<ImportId, ImportTotals> totals =
                rows.totals(some.stream().map(ContributionImport::id).toList());
        return found -> found.view(totals.getOrDefault(found.id(), new ImportTotals(List.of())));
    }

    /// Shows each of these rows.
    Function<ImportRow, RowView> each(ContributionImport of, List<ImportRow> some, @Nullable HttpHeaders headers) {
        Map<MemberId, KnownMember> known = members.known(
                some.stream().flatMap(each -> each.candidates().stream()).collect(Collectors.toSet()));
        return row -> view(of, row, known, headers);
    }

    private RowView view(
            ContributionImport of, ImportRow row, Map<MemberId, KnownMember> known, @Nullable HttpHeaders headers) {
        ContributionId booked = row.status().isOpen() ? null : row.id();
        return new RowView(
                row.line(),
                row.status(),
                row.date(),
                row.amount(),
                row.dateText(),
                row.amountText(),
                row.reference(),
                row.description(),
                row.name(),
                row.note(),
                row.donor(),
                row.candidates().stream()
                        .map(each -> candidate(each, known.get(each)))
                        .toList(),
                row.faults().stream().map(each -> fault(of, each, headers)).toList(),
                booked);
    }

    private static RowView.Candidate candidate(MemberId id, @Nullable KnownMember member) {
        return new RowView.Candidate(
                id, member == null ? null : member.fullName(), member == null ? null : member.unitId());
    }

    private RowView.FaultView fault(ContributionImport of, Fault fault, @Nullable HttpHeaders headers) {
        String text = texts.find(texts.language(headers), "violation." + fault.rule(), Map.of());
        return new RowView.FaultView(
                fault.field(),
                of.columns().named().get(fault.field()),
                fault.rule(),
                Objects.requireNonNullElse(text, fault.rule()));
    }

    private ImportView view(ContributionImport found) {
        return found.view(rows.totals(found.id()));
    }

    private static EntityTag tag(ContributionImport found) {
        return ETags.of(found.version(), "whole");
    }
}
