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
import java.util.TreeSet;
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
    private final LoggingMembers log;
    private final AuditTrail trail;
    private final Clock clock;

    RevisingMembers(
            PersonVault vault,
            ObjectMapper json,
            Validator validator,
            Turns turns,
            LoggingMembers log,
            AuditTrail trail,
            Clock clock) {
        this.vault = vault;
        this.json = json;
        this.validator = validator;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    void revise(Member member, ObjectNode patch) throws JsonProcessingException {
        requirePatchable(patch);
        Sensitive sensitive = vault.open(member.id(), member.sealed());
        ObjectNode before = json.valueToTree(formOf(member, sensitive));
        JsonNode after = MergePatch.apply(before, patch);
        if (after.equals(before)) {
            return;
        }
        MemberForm form = json.treeToValue(after, MemberForm.class);
        requireInOrder(form);
        turns.toChange(Member.NUMBERS, member.ownerUnionId());
        member.revise(form, vault.sealed(member.id(), form.sensitive()), clock.instant());
        log.revised(member);
        trail.changed("patch", "member", member.id().value(), member.unitId(), changed(before, after));
    }

    private static void requirePatchable(ObjectNode patch) {
        List<Violation> unknown = new ArrayList<>();
        patch.fieldNames().forEachRemaining(name -> {
            if (!MemberForm.PATCHABLE.contains(name)) {
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

    private static MemberForm formOf(Member member, Sensitive sensitive) {
        Profile profile = member.profile();
        return new MemberForm(
                null,
                member.unitId(),
                profile.fullName(),
                new Birth(profile.birthYear(), profile.birthDate()),
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
