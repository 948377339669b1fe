package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.welfare.goods.GivenGoods;
import vn.congdoan.vks.welfare.goods.GoodsOfCases;

/// Shows visits to those who may know of their cases.
@ApplicationScoped
class VisitViews {

    private final SupportCases cases;
    private final SupportVisits visits;
    private final GoodsOfCases goods;
    private final HealthNotes notes;
    private final Caller caller;
    private final AuditTrail trail;

    VisitViews(
            SupportCases cases,
            SupportVisits visits,
            GoodsOfCases goods,
            HealthNotes notes,
            Caller caller,
            AuditTrail trail) {
        this.cases = cases;
        this.visits = visits;
        this.goods = goods;
        this.notes = notes;
        this.caller = caller;
        this.trail = trail;
    }

    /// The case, or 404.
    SupportCase see(SupportCaseId id) {
        SupportCase found = cases.require(id);
        caller.see(Permission.READ_SUPPORT, found.unitId());
        return found;
    }

    /// One visit, or 404; with what is told of the person's health for a purpose, and the trail keeps who asked and
    /// why.
    Response show(SupportCaseId of, SupportVisitId id, @Nullable String purpose) {
        SupportCase found = see(of);
        SupportVisit visit = visits.require(of, id);
        byte[] sealed = visit.healthNote();
        if (purpose == null
                || sealed == null
                || caller.reach(Permission.READ_SENSITIVE, found.unitId()) != Reach.SCOPE) {
            return shown(visit);
        }
        trail.read("support-visit", id.value(), found.unitId(), purpose);
        return Response.ok(visit.view(gifts(visit), notes.opened(id, sealed)))
                .tag(ETags.of(visit.version(), "whole"))
                .build();
    }

    Response shown(SupportVisit visit) {
        return Response.ok(visit.view(gifts(visit), null)).tag(tag(visit)).build();
    }

    /// 201 for whoever plans it.
    static Response created(SupportVisit visit) {
        return Created.at(
                "/api/v1/support-cases/" + visit.caseId() + "/visits/" + visit.id(),
                visit.view(List.of(), null),
                tag(visit));
    }

    /// Shows each of these.
    Function<SupportVisit, VisitView> each(List<SupportVisit> some) {
        Map<UUID, List<GivenGoods>> given =
                goods.ofVisits(some.stream().map(each -> each.id().value()).toList());
        return visit -> visit.view(given.getOrDefault(visit.id().value(), List.of()), null);
    }

    /// 409 where goods were taken along that were not taken back.
    void requireNothingGiven(SupportVisit visit) {
        if (gifts(visit).stream().anyMatch(each -> each.reversedBy() == null)) {
            throw new Conflict("goods-given-already");
        }
    }

    private List<GivenGoods> gifts(SupportVisit visit) {
        UUID id = visit.id().value();
        return goods.ofVisits(List.of(id)).getOrDefault(id, List.of());
    }

    private static EntityTag tag(SupportVisit visit) {
        return ETags.of(visit.version(), "noteless");
    }
}
