package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// Lets one record of a person take in another. The one that stays goes on with what both say; the duplicate stays as
/// it
/// was written, closed, and leads there; the history tells of both. What they contradict each other in is to be
/// corrected before.
@ApplicationScoped
class MergingMembers {

    private static final String DUPLICATE = "/duplicateId";

    private final Members members;
    private final EntityManager entities;
    private final RevisingMembers revising;
    private final RequestingChanges requesting;
    private final List<AboutPerson> others;
    private final MemberRevisions revisions;
    private final Turns turns;
    private final LoggingMembers log;
    private final AuditTrail trail;
    private final Clock clock;

    MergingMembers(
            Members members,
            EntityManager entities,
            RevisingMembers revising,
            RequestingChanges requesting,
            @All List<AboutPerson> others,
            MemberRevisions revisions,
            Turns turns,
            LoggingMembers log,
            AuditTrail trail,
            Clock clock) {
        this.members = members;
        this.entities = entities;
        this.revising = revising;
        this.requesting = requesting;
        this.others = others;
        this.revisions = revisions;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    void merge(Member surviving, Member duplicate, @Nullable Decision decision, @Nullable String reason) {
        requireOnePerson(surviving, duplicate);
        turns.toChange(Member.NUMBERS, surviving.ownerUnionId());
        List<MemberState.Counted> before = surviving.counted();
        List<FieldChange> closed = new ArrayList<>(List.of(
                FieldChange.of("status", duplicate.status(), MemberStatus.MERGED),
                FieldChange.of("placements", duplicate.counted(), List.of()),
                FieldChange.of("mergedInto", null, surviving.id())));
        requesting.withdrawAll(duplicate);
        for (Member earlier : members.mergedInto(duplicate.id())) {
            earlier.mergeOnInto(surviving.id(), clock.instant());
        }
        Member.Former former = duplicate.mergeInto(surviving.id(), clock.instant());
        entities.flush();
        MemberStatus status = surviving.status();
        LocalDate joined = surviving.profile().joinedOn();
        Optional<LocalDate> changed = surviving.takeIn(former, clock.instant());
        List<FieldChange> completed = complete(surviving, duplicate);
        others.forEach(each -> each.passOn(duplicate.id(), surviving.id()));

        LocalDate effective = changed.orElseGet(() -> LocalDate.now(clock));
        List<FieldChange> taken = new ArrayList<>(List.of(FieldChange.of("takenIn", null, duplicate.id())));
        differing(taken, "status", status, surviving.status());
        differing(taken, "placements", before, surviving.counted());
        differing(taken, "joinedOn", joined, surviving.profile().joinedOn());
        keep(duplicate, effective, decision, reason, closed, List.of());
        keep(surviving, effective, decision, reason, taken, completed);
    }

    private void keep(
            Member member,
            LocalDate effective,
            @Nullable Decision decision,
            @Nullable String reason,
            List<FieldChange> counted,
            List<FieldChange> personal) {
        MemberRevision revision =
                new MemberRevision(MemberRevision.Kind.MERGED, effective, decision, reason, counted, personal);
        revisions.keep(member, revision);
        log.merged(member, effective);
        trail.changed("merge", "member", member.id().value(), member.unitId(), revision.fields());
    }

    private static void requireOnePerson(Member surviving, Member duplicate) {
        surviving.requireStanding();
        duplicate.requireStanding();
        if (!surviving.ownerUnionId().equals(duplicate.ownerUnionId())) {
            throw new Unprocessable(DUPLICATE, "of-another-union");
        }
        byte[] one = surviving.citizenIdHash();
        byte[] other = duplicate.citizenIdHash();
        if (one != null && other != null && !Arrays.equals(one, other)) {
            throw new Conflict("other-citizen-id");
        }
    }

    /// Writes down what only the duplicate says.
    private List<FieldChange> complete(Member surviving, Member duplicate) {
        try {
            ObjectNode missing = missing(revising.written(surviving), revising.written(duplicate));
            RevisingMembers.Draft draft = revising.draft(surviving, missing, MemberForm.PATCHABLE);
            return draft.fields().isEmpty() ? List.of() : revising.write(surviving, draft);
        } catch (Unprocessable contradicting) {
            throw new Unprocessable(contradicting.violations().stream()
                    .map(each -> each.under(DUPLICATE))
                    .toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record that cannot be read", impossible);
        }
    }

    /// The fields that only the other one has; of the birth the day, where the year is the same.
    private static ObjectNode missing(ObjectNode own, ObjectNode other) {
        ObjectNode missing = own.objectNode();
        for (Map.Entry<String, JsonNode> field : other.properties()) {
            boolean only = !own.hasNonNull(field.getKey()) && !field.getValue().isNull();
            if (only && MemberForm.PATCHABLE.contains(field.getKey())) {
                missing.set(field.getKey(), field.getValue());
            }
        }
        JsonNode birth = own.path("birth");
        JsonNode otherBirth = other.path("birth");
        boolean sameYear = birth.path("year").equals(otherBirth.path("year"));
        if (sameYear && !birth.hasNonNull("date") && otherBirth.hasNonNull("date")) {
            missing.set("birth", otherBirth);
        }
        return missing;
    }

    private static void differing(
            List<FieldChange> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(FieldChange.of(field, before, after));
        }
    }
}
