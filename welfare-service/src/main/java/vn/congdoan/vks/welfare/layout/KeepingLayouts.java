package vn.congdoan.vks.welfare.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// Keeps layouts: by an ACCOUNTANT of the unit or of one above it in the same union.
@ApplicationScoped
class KeepingLayouts {

    private static final List<String> FIELDS = List.of("unitId", "name", "columns", "notation");

    private final Layouts layouts;
    private final Caller caller;
    private final Turns turns;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    KeepingLayouts(Layouts layouts, Caller caller, Turns turns, AuditTrail trail, BodyHash hash, Clock clock) {
        this.layouts = layouts;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response keep(LayoutId id, NewLayout form) {
        UnitPlace place = caller.actAt("/unitId", Permission.RECORD_MONEY, form.unitId());
        byte[] createdAs = hash.of(form);
        Optional<Layout> made = turns.toCreate(
                "contribution-layout",
                id.value(),
                () -> layouts.findByIdOptional(id),
                each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return Created.already(made.get().view(), tag(made.get()));
        }
        form.requireReadable();
        requireNameFree(id, form);
        Layout layout = new Layout(id, place.unionId(), form, createdAs, clock.instant());
        layouts.persistAndFlush(layout);
        trail.changed("keep", "contribution-layout", id.value(), form.unitId(), FIELDS);
        return Created.at("/api/v1/contribution-layouts/" + id, layout.view(), tag(layout));
    }

    Response replace(LayoutId id, @Nullable String ifMatch, NewLayout form) {
        turns.toChange("contribution-layout", id);
        Layout layout = see(id);
        ETags.requireMatch(ifMatch, layout.version());
        caller.act(Permission.RECORD_MONEY, layout.unitId());
        if (!form.unitId().equals(layout.unitId())) {
            throw new Unprocessable("/unitId", "layout-stays");
        }
        form.requireReadable();
        requireNameFree(id, form);
        layout.describe(form);
        layouts.flush();
        trail.changed("replace", "contribution-layout", id.value(), layout.unitId(), FIELDS);
        return shown(layout);
    }

    /// One layout, or 404.
    Response show(LayoutId id) {
        return shown(see(id));
    }

    private Layout see(LayoutId id) {
        Layout layout = layouts.require(id);
        caller.see(Permission.RECORD_MONEY, layout.unitId());
        return layout;
    }

    private void requireNameFree(LayoutId id, NewLayout form) {
        turns.toChange("contribution-layouts", form.unitId());
        if (layouts.hasName(form.unitId(), form.nameKey(), id)) {
            throw new Conflict("layout-name-taken", new Violation("/name", "taken"));
        }
    }

    private static Response shown(Layout layout) {
        return Response.ok(layout.view()).tag(tag(layout)).build();
    }

    private static EntityTag tag(Layout layout) {
        return ETags.of(layout.version(), "whole");
    }
}
