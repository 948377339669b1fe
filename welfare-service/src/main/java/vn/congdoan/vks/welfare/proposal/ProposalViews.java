package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.NotFound;

/// Shows proposals at either end.
@ApplicationScoped
class ProposalViews {

    private static final String LIST = "proposals";

    private final Proposals proposals;
    private final ProposalLines lines;
    private final ReceivingGrants receipts;
    private final ProposalEnds ends;
    private final EarlierRequests earlier;
    private final Caller caller;
    private final Directory directory;
    private final SealedCursors cursors;

    ProposalViews(
            Proposals proposals,
            ProposalLines lines,
            ReceivingGrants receipts,
            ProposalEnds ends,
            EarlierRequests earlier,
            Caller caller,
            Directory directory,
            SealedCursors cursors) {
        this.proposals = proposals;
        this.lines = lines;
        this.receipts = receipts;
        this.ends = ends;
        this.earlier = earlier;
        this.caller = caller;
        this.directory = directory;
        this.cursors = cursors;
    }

    /// One proposal with its list, or 404.
    Response show(ProposalId id) {
        return shown(ends.see(id));
    }

    /// As it stands now, with everything that was written until here.
    Response shown(ProposalCase found) {
        return Response.ok(view(found)).tag(tag(found)).build();
    }

    /// 201 for whoever makes the list.
    Response created(Proposal made) {
        ProposalCase found = ends.withAnswers(made);
        return Created.at("/api/v1/proposals/" + made.id(), view(found), tag(found));
    }

    /// 200 for whoever makes it once more.
    Response already(Proposal made) {
        ProposalCase found = ends.withAnswers(made);
        return Created.already(view(found), tag(found));
    }

    private ProposalView view(ProposalCase found) {
        Proposal proposal = found.proposal();
        boolean own = ends.isOwn(proposal);
        List<ProposalLines.Line> there = atThisEnd(lines.of(proposal.id()), own);
        Map<ProposalLineId, List<EarlierRequest>> warnings = earlier.of(proposal, own, ends.union(proposal.unitId()));
        return ProposalView.of(
                found,
                ProposalLines.Sums.of(there),
                there.stream()
                        .map(each -> ProposalLineView.of(each, own, warnings.getOrDefault(each.id(), List.of())))
                        .toList(),
                own ? receipts.of(proposal.id()) : null,
                own);
    }

    private static List<ProposalLines.Line> atThisEnd(List<ProposalLines.Line> all, boolean own) {
        return own ? all : all.stream().filter(ProposalLines.Line::sent).toList();
    }

    private EntityTag tag(ProposalCase found) {
        return ETags.of(found.version(), ends.isOwn(found.proposal()) ? "own" : "above");
    }

    /// Proposals at the ends at which the caller stands, the latest first, without their lists.
    Page<ProposalView> page(
            @Nullable UnitId unit,
            @Nullable ProposalDirection direction,
            @Nullable ProposalStatus status,
            PageLimit limit,
            @Nullable String cursor) {
        List<Proposal> rows = proposals.page(
                caller.visible(Permission.READ_SUPPORT, null).all(),
                new Proposals.Filter(direction, status, unit == null ? null : below(unit)),
                cursors.place(LIST, cursor),
                limit.rowsToRead());
        Map<ProposalId, Boolean> own = rows.stream().collect(Collectors.toMap(Proposal::id, ends::isOwn));
        Map<ProposalId, ProposalLines.Sums> sums = lines.sums(own.keySet(), id -> own.getOrDefault(id, false));
        return Page.of(
                ends.withAnswers(rows),
                limit,
                each -> summary(each, sums.getOrDefault(each.proposal().id(), ProposalLines.Sums.NONE)),
                last -> cursors.after(
                        LIST,
                        new PlaceInTime(
                                last.proposal().proposedOn(),
                                last.proposal().id().value())));
    }

    private ProposalView summary(ProposalCase found, ProposalLines.Sums sums) {
        return ProposalView.of(found, sums, null, null, ends.isOwn(found.proposal()));
    }

    /// A unit whose proposals the caller could come across: one in scope, or one whose union is below that.
    private Set<UnitId> below(UnitId unit) {
        boolean known = caller.reach(Permission.READ_SUPPORT, unit) == Reach.SCOPE
                || directory.place(unit).stream()
                        .flatMap(place -> place.unionsAbove().stream())
                        .anyMatch(above -> caller.reach(Permission.READ_SUPPORT, above) == Reach.SCOPE);
        if (!known) {
            throw NotFound.parameter("unit");
        }
        return directory.subtree(unit);
    }
}
