package vn.congdoan.vks.welfare.entitlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Takes entitlements off the list, by an OFFICER who says why, and puts them on it again.
@ApplicationScoped
class SettingEntitlementsAside {

    private static final String ENTITLEMENT = "entitlement";

    private final Entitlements entitlements;
    private final Caller caller;
    private final Directory directory;
    private final AuditTrail trail;

    SettingEntitlementsAside(Entitlements entitlements, Caller caller, Directory directory, AuditTrail trail) {
        this.entitlements = entitlements;
        this.caller = caller;
        this.directory = directory;
        this.trail = trail;
    }

    Response setAside(EntitlementId id, SettingAside form) {
        EntitlementView found = see(id, form);
        caller.act(Permission.KEEP_SUPPORT, found.unitId());
        UnitPlace place = directory.place(found.unitId()).orElseThrow(NotFound::new);
        String why = VietnameseText.singleLine(form.why());
        if (!entitlements.setAside(
                found, place.unionId(), why, caller.principal().account())) {
            throw new Conflict("entitlement-set-aside");
        }
        trail.changedBecause(why, "set-aside", ENTITLEMENT, id.value(), found.unitId(), List.of("setAside"));
        return show(id, form);
    }

    Response show(EntitlementId id, SettingAside form) {
        return Response.ok(see(id, form)).build();
    }

    Response takeUp(EntitlementId id) {
        UnitId unit = entitlements.asideAt(id).orElseThrow(NotFound::new);
        caller.see(Permission.READ_SUPPORT, unit);
        caller.act(Permission.KEEP_SUPPORT, unit);
        entitlements.takeUp(id);
        trail.changed("take-up", ENTITLEMENT, id.value(), unit, List.of("setAside"));
        return Response.noContent().build();
    }

    private EntitlementView see(EntitlementId id, SettingAside form) {
        return entitlements
                .find(caller.visible(Permission.READ_SUPPORT, null).all(), id, form.memberId())
                .orElseThrow(NotFound::new);
    }
}
