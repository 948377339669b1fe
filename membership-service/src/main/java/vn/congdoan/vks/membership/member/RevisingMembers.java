package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.json.MergePatch;
import vn.congdoan.vks.platform.problem.BeanViolations;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// Changes what is written down about a member by a merge patch: what the patch does not name stays, null removes.
@ApplicationScoped
class RevisingMembers {

    private final PersonVault vault;
    private final ObjectMapper json;
    private final Validator validator;
    private final Turns turns;
    private final MemberRevisions revisions;
    private final LoggingMembers log;
    private final AuditTrail trail;
    private final Clock clock;

    RevisingMembers(
            PersonVault vault,
            ObjectMapper json,
            Validator validator,
            Turns turns,
            MemberRevisions revisions,
            LoggingMembers log,
            AuditTrail trail,
            Clock clock) {
        this.vault = vault;
        this.json = json;
        this.validator = validator;
        this.turns = turns;
        this.revisions = revisions;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /// What a patch makes of a record.
    ///
    /// @param before what is written down, and `after`, what will be: as JSON in the shape of a form
    record Draft(ObjectNode before, ObjectNode after, MemberForm form) {

        List<String> fields() {
            return changed(before, after);
        }
    }

    void revise(Member member, ObjectNode patch) throws JsonProcessingException {
        write(member, draft(member, patch, MemberForm.PATCHABLE), null);
    }

    /// Judges a patch without writing anything.
    ///
    /// @param permitted the fields that it may name
    Draft draft(Member member, ObjectNode patch, Set<String> permitted) throws JsonProcessingException {
        member.requireStanding();
        requirePatchable(patch, permitted);
        ObjectNode before = written(member);
        ObjectNode merged = MergePatch.apply(before, patch);
        MemberForm form = json.treeToValue(merged, MemberForm.class);
        if (!merged.equals(before)) {
            requireInOrder(form);
        }
        MemberForm after = formOf(member.unitId(), form.profile(), form.sensitive());
        return new Draft(before, json.valueToTree(after), after);
    }

    /// What is written down about a member, in the shape of a form.
    ObjectNode written(Member member) {
        return json.valueToTree(formOf(member.unitId(), member.profile(), vault.open(member.id(), member.sealed())));
    }

    /// @param reason why, where somebody said so
    void write(Member member, Draft draft, @Nullable String reason) {
        List<String> fields = draft.fields();
        if (fields.isEmpty()) {
            return;
        }
        List<FieldChange> changes = write(member, draft);
        revisions.keep(member, MemberRevision.revised(LocalDate.now(clock), reason, changes));
        log.revised(member);
        trail.changed("patch", "member", member.id().value(), member.unitId(), fields);
    }

    /// Writes it into the record, of which the caller says what happened to it.
    List<FieldChange> write(Member member, Draft draft) {
        MemberForm form = draft.form();
        turns.toChange(Member.NUMBERS, member.ownerUnionId());
        member.revise(form, vault.sealed(member.id(), form.sensitive()), clock.instant());
        return draft.fields().stream()
                .map(field -> FieldChange.of(
                        field, draft.before().get(field), draft.after().get(field)))
                .toList();
    }

    private static void requirePatchable(ObjectNode patch, Set<String> permitted) {
        List<Violation> unknown = new ArrayList<>();
        patch.fieldNames().forEachRemaining(name -> {
            if (!permitted.contains(name)) {
                unknown.add(new Violation("/" + name, name.equals("unitId") ? "moves-by-transfer" : "unknown-field"));
            }
        });
        if (!unknown.isEmpty()) {
            throw new Invalid(unknown);
        }
    }

    private void requireInOrder(MemberForm form) {
        List<Violation> malformed = BeanViolations.of(validator.validate(form));
        if (!malformed.isEmpty()) {
            throw new Invalid(malformed);
        }
        List<Violation> contradictions = form.contradictions(LocalDate.now(clock));
        if (!contradictions.isEmpty()) {
            throw new Unprocessable(contradictions);
        }
    }

    private static List<String> changed(JsonNode before, JsonNode after) {
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !before.path(name).equals(after.path(name)))
                .toList();
    }

    private static MemberForm formOf(UnitId unit, Profile profile, Sensitive sensitive) {
        return new MemberForm(
                null,
                unit,
                profile.fullName(),
                profile.birth(),
                profile.gender(),
                profile.category(),
                profile.position(),
                profile.judicialTitle(),
                profile.education(),
                profile.politicalTheory(),
                profile.nativePlace(),
                profile.joinedOn(),
                null,
                profile.memberNumber(),
                profile.cardNumber(),
                sensitive.citizenId(),
                sensitive.address(),
                sensitive.phone(),
                sensitive.email(),
                sensitive.religion(),
                sensitive.ethnicity(),
                profile.party(),
                null,
                null);
    }
}
