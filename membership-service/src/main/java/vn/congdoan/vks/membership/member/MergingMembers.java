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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// Lets one record of a person take in another. The one that stays goes on with what both say; the duplicate stays
/// as it was written, closed, and leads there; the history tells of both. What they contradict each other in is to
/// be corrected before.
@ApplicationScoped
class MergingMembers {

    private static final String DUPLICATE = "/duplicateId";
    private static final List<String> NUMBERS = List.of("memberNumber", "cardNumber");

    private final MergedRecords merged;
    private final ChangeRequests requests;
    private final Directory directory;
    private final Caller caller;
    private final EntityManager entities;
    private final RevisingMembers revising;
    private final List<AboutPerson> others;
    private final MemberRevisions revisions;
    private final Turns turns;
    private final LoggingMembers log;
    private final AuditTrail trail;
    private final Clock clock;

    MergingMembers(
            MergedRecords merged,
            ChangeRequests requests,
            Directory directory,
            Caller caller,
            EntityManager entities,
            RevisingMembers revising,
            @All List<AboutPerson> others,
            MemberRevisions revisions,
            Turns turns,
            LoggingMembers log,
            AuditTrail trail,
            Clock clock) {
        this.merged = merged;
        this.requests = requests;
        this.directory = directory;
        this.caller = caller;
        this.entities = entities;
        this.revising = revising;
        this.others = others;
        this.revisions = revisions;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    void merge(Member surviving, Member duplicate, @Nullable Decision decision, @Nullable String reason) {
        requireOnePerson(surviving, duplicate);
        if (requests.countWaitingOf(duplicate.id()) > 0) {
            throw new Conflict("requests-waiting");
        }
        turns.toChange(Member.NUMBERS, List.of(surviving.ownerUnionId(), duplicate.ownerUnionId()));
        Before before = Before.of(surviving);
        List<FieldChange> closed = new ArrayList<>(List.of(
                FieldChange.of("status", duplicate.status(), MemberStatus.MERGED),
                FieldChange.of("placements", duplicate.counted(), List.of()),
                FieldChange.of("mergedInto", null, surviving.id())));
        List<Member> earlier = merged.of(List.of(duplicate.id()));
        earlier.forEach(each -> each.mergeOnInto(surviving.id(), clock.instant()));
        Member.Former former = duplicate.mergeInto(surviving.id(), clock.instant());
        entities.flush();
        TakingIn.Outcome outcome = surviving.takeIn(former, clock.instant());
        outcome.countedTwice().forEach(unit -> caller.act(Permission.KEEP_MEMBERS, unit));
        List<FieldChange> completed = complete(surviving, duplicate, former.hasNumbers());
        duplicate.follow(surviving, clock.instant());

        LocalDate effective = outcome.firstChanged().orElseGet(() -> LocalDate.now(clock));
        List<FieldChange> taken = new ArrayList<>(List.of(FieldChange.of("takenIn", null, duplicate.id())));
        taken.addAll(before.changesTo(surviving));
        keep(duplicate, effective, decision, reason, closed, List.of());
        keep(surviving, effective, decision, reason, taken, completed);
        earlier.forEach(each -> log.merged(each, effective));
        merged.follow(List.of(surviving), effective);
        others.forEach(each -> each.passOn(duplicate.id(), surviving.id()));
    }

    /// What the surviving record said before.
    private record Before(
            MemberStatus status,
            List<MemberState.Counted> placements,
            @Nullable LocalDate joinedOn) {

        static Before of(Member member) {
            return new Before(
                    member.status(), member.counted(), member.profile().joinedOn());
        }

        List<FieldChange> changesTo(Member member) {
            Before now = of(member);
            return Stream.of(
                            FieldChange.of("status", status, now.status),
                            FieldChange.of("placements", placements, now.placements),
                            FieldChange.of("joinedOn", joinedOn, now.joinedOn))
                    .filter(each -> !Objects.equals(each.from(), each.to()))
                    .toList();
        }
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

    /// Records that are probably of one person, as the list of duplicates takes it, of one union; nobody decides
    /// about the own record.
    private void requireOnePerson(Member surviving, Member duplicate) {
        surviving.requireStanding();
        duplicate.requireStanding();
        if (caller.isMember(surviving.id()) || caller.isMember(duplicate.id())) {
            throw new Forbidden("own-record");
        }
        if (!unionToday(surviving).equals(unionToday(duplicate))) {
            throw new Unprocessable(DUPLICATE, "of-another-union");
        }
        byte[] one = surviving.citizenIdHash();
        byte[] other = duplicate.citizenIdHash();
        boolean sameId = Arrays.equals(one, other);
        if (one != null && other != null && !sameId) {
            throw new Conflict("other-citizen-id");
        }
        if ((one == null || !sameId) && !surviving.profile().mayBe(duplicate.profile())) {
            throw new Conflict("not-one-person");
        }
    }

    /// The union itself, or the one that came after it.
    private UnitId unionToday(Member member) {
        return directory.place(member.unitId()).map(UnitPlace::unionId).orElseGet(member::ownerUnionId);
    }

    /// Writes down what only the duplicate says.
    private List<FieldChange> complete(Member surviving, Member duplicate, boolean numbersAreHeld) {
        try {
            ObjectNode missing = missing(revising.written(surviving), revising.written(duplicate));
            if (!numbersAreHeld) {
                // Somebody else may have them by now.
                missing.remove(NUMBERS);
            }
            RevisingMembers.Draft draft = revising.draft(surviving, missing, MemberForm.PATCHABLE);
            return draft.fields().isEmpty() ? List.of() : revising.write(surviving, draft);
        } catch (Invalid | Unprocessable contradicting) {
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
}
