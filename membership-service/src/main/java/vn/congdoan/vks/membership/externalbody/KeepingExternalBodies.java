package vn.congdoan.vks.membership.externalbody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.province.Provinces;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.json.MergePatch;
import vn.congdoan.vks.platform.problem.BeanViolations;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// Records external bodies and changes what is written down about them, as an OFFICER of the central union.
@ApplicationScoped
class KeepingExternalBodies {

    private static final List<String> FIELDS = List.of("kind", "name", "provinceCode", "validFrom", "validTo");
    private static final Set<String> PATCHABLE = Set.of("name", "validTo");

    private final ExternalBodies bodies;
    private final Provinces provinces;
    private final CatalogueKeepers keepers;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    KeepingExternalBodies(
            ExternalBodies bodies,
            Provinces provinces,
            CatalogueKeepers keepers,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            ObjectMapper json,
            Validator validator,
            Clock clock) {
        this.bodies = bodies;
        this.provinces = provinces;
        this.keepers = keepers;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    Response record(ExternalBodyId id, NewExternalBody form) {
        UnitId keeper = keepers.requireKeeper();
        byte[] createdAs = hash.of(form);
        Optional<ExternalBody> made = turns.toCreate(
                "external-body", id.value(), () -> bodies.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return Created.already(made.get().view(), tag(made.get()));
        }
        if (form.provinceCode() != null && !provinces.know(form.provinceCode())) {
            throw new Unprocessable("/provinceCode", "unknown-province");
        }
        ExternalBody body = new ExternalBody(id, form, createdAs, clock.instant());
        bodies.persistAndFlush(body);
        log.append(body.change("recorded", form.validFrom(), keeper));
        trail.changed("create", "external-body", id.value(), keeper, FIELDS);
        return Created.at("/api/v1/external-bodies/" + id, body.view(), tag(body));
    }

    /// A merge patch of what may change; one that changes nothing leaves no trace.
    ExternalBody revise(ExternalBodyId id, @Nullable String ifMatch, ObjectNode patch) throws JsonProcessingException {
        ExternalBody body = bodies.requireToChange(id);
        UnitId keeper = keepers.requireKeeper();
        ETags.requireMatch(ifMatch, body.version());
        NewExternalBody form = patched(body, patch);
        List<String> changed = body.revise(form.name(), form.validTo());
        if (changed.isEmpty()) {
            return body;
        }
        bodies.flush();
        log.append(body.change("revised", LocalDate.now(clock), keeper));
        trail.changed("patch", "external-body", id.value(), keeper, changed);
        return body;
    }

    private NewExternalBody patched(ExternalBody body, ObjectNode patch) throws JsonProcessingException {
        List<Violation> unknown = new ArrayList<>();
        patch.fieldNames().forEachRemaining(name -> {
            if (!PATCHABLE.contains(name)) {
                unknown.add(new Violation("/" + name, "unknown-field"));
            }
        });
        if (!unknown.isEmpty()) {
            throw new Invalid(unknown);
        }
        ObjectNode before = json.valueToTree(body.form());
        NewExternalBody form = json.treeToValue(MergePatch.apply(before, patch), NewExternalBody.class);
        List<Violation> malformed = BeanViolations.of(validator.validate(form));
        if (!malformed.isEmpty()) {
            throw new Invalid(malformed);
        }
        return form;
    }

    static EntityTag tag(ExternalBody body) {
        return ETags.of(body.version(), "body");
    }
}
