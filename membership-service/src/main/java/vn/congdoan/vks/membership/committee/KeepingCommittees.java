package vn.congdoan.vks.membership.committee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.json.MergePatch;
import vn.congdoan.vks.platform.problem.BeanViolations;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// Writes down, as an OFFICER, who was elected, and corrects or gives up what is not recognised yet.
@ApplicationScoped
class KeepingCommittees {

    private static final List<String> FIELDS = List.of("unitId", "kind", "term", "validFrom", "validTo", "seats");
    private static final Set<String> PATCHABLE = Set.of("term", "validFrom", "validTo", "seats");

    private final Committees committees;
    private final SeatedMembers members;
    private final Units units;
    private final Caller caller;
    private final Turns turns;
    private final LoggingCommittees log;
    private final BodyHash hash;
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    KeepingCommittees(
            Committees committees,
            SeatedMembers members,
            Units units,
            Caller caller,
            Turns turns,
            LoggingCommittees log,
            BodyHash hash,
            ObjectMapper json,
            Validator validator,
            Clock clock) {
        this.committees = committees;
        this.members = members;
        this.units = units;
        this.caller = caller;
        this.turns = turns;
        this.log = log;
        this.hash = hash;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param created false where an equal one had been written down before
    record Outcome(Committee committee, boolean created) {}

    Outcome draft(CommitteeId id, NewCommittee form) {
        units.standStill();
        caller.actAt("/unitId", Permission.KEEP_MEMBERS, form.unitId());
        byte[] createdAs = hash.of(form);
        Optional<Committee> made = turns.toCreate(
                "committee", id.value(), () -> committees.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return new Outcome(made.get(), false);
        }
        Unit unit = requirePossible(form);
        Committee drafted = new Committee(id, unit.unionOn(form.validFrom()), form, createdAs, clock.instant());
        committees.persist(drafted);
        log.done(drafted, "draft", "drafted", form.validFrom(), FIELDS);
        return new Outcome(drafted, true);
    }

    /// A merge patch of a draft; one that changes nothing leaves no trace.
    Committee revise(CommitteeId id, @Nullable String ifMatch, ObjectNode patch) throws JsonProcessingException {
        Committee committee = requireFor(id, ifMatch);
        NewCommittee before = committee.form();
        NewCommittee form = patched(before, patch);
        if (form.equals(before)) {
            return committee;
        }
        requirePossible(form);
        committee.revise(form, clock.instant());
        List<String> fields = FIELDS.stream().filter(patch::has).toList();
        log.done(committee, "patch", "revised", form.validFrom(), fields);
        return committee;
    }

    Committee cancel(CommitteeId id, @Nullable String ifMatch) {
        Committee committee = requireFor(id, ifMatch);
        committee.cancel(clock.instant());
        log.done(committee, "cancel", "cancelled", LocalDate.now(clock), List.of("status"));
        return committee;
    }

    private Committee requireFor(CommitteeId id, @Nullable String ifMatch) {
        Committee committee = committees.requireToChange(id);
        caller.see(Permission.READ_MEMBERS, committee.unitId());
        caller.act(Permission.KEEP_MEMBERS, committee.unitId());
        ETags.requireMatch(ifMatch, committee.version());
        return committee;
    }

    private Unit requirePossible(NewCommittee form) {
        Unit unit = units.findByIdOptional(form.unitId()).orElseThrow(() -> Forbidden.unitOutOfScope("/unitId"));
        List<Violation> found =
                new ArrayList<>(form.contradictions(unit.refOn(form.validFrom()).kind()));
        if (found.isEmpty() && !unit.existsOn(form.validFrom())) {
            found.add(new Violation("/validFrom", "unit-not-existing-then"));
        }
        if (found.isEmpty() && !unit.existsOn(form.validTo().minusDays(1))) {
            found.add(new Violation("/validTo", "unit-not-existing-then"));
        }
        if (found.isEmpty()) {
            found.addAll(strangers(form));
        }
        if (!found.isEmpty()) {
            throw new Unprocessable(found);
        }
        return unit;
    }

    /// Unknown people, members of others and those who are no member on some day are answered alike.
    private List<Violation> strangers(NewCommittee form) {
        List<Seat> proposed = form.seats().stream()
                .map(each -> Seat.proposed(each, form.validFrom(), form.validTo()))
                .toList();
        return members.firstDaysOutside(form.unitId(), proposed).keySet().stream()
                .sorted()
                .map(seat -> new Violation("/seats/" + seat + "/memberId", "not-a-member-there"))
                .toList();
    }

    private NewCommittee patched(NewCommittee before, ObjectNode patch) throws JsonProcessingException {
        List<Violation> unknown = new ArrayList<>();
        patch.fieldNames().forEachRemaining(name -> {
            if (!PATCHABLE.contains(name)) {
                unknown.add(new Violation("/" + name, "unknown-field"));
            }
        });
        if (!unknown.isEmpty()) {
            throw new Invalid(unknown);
        }
        NewCommittee form = json.treeToValue(MergePatch.apply(json.valueToTree(before), patch), NewCommittee.class);
        List<Violation> malformed = BeanViolations.of(validator.validate(form));
        if (!malformed.isEmpty()) {
            throw new Invalid(malformed);
        }
        return form;
    }
}
