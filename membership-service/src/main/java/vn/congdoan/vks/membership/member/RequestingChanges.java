package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.JsonViolations;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;

/// A member asks to have the own record changed; an officer accepts or refuses it, never the own request.
@ApplicationScoped
class RequestingChanges {

    private static final List<String> STATUS = List.of("status");

    /// More at a time nobody means, and nobody reads.
    private static final int MOST_WAITING = 100;

    private final ChangeRequests requests;
    private final RevisingMembers revising;
    private final PersonVault vault;
    private final Caller caller;
    private final Directory directory;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Clock clock;

    RequestingChanges(
            ChangeRequests requests,
            RevisingMembers revising,
            PersonVault vault,
            Caller caller,
            Directory directory,
            ChangeLog log,
            AuditTrail trail,
            Clock clock) {
        this.requests = requests;
        this.revising = revising;
        this.vault = vault;
        this.caller = caller;
        this.directory = directory;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    ChangeRequest request(Member member, ObjectNode changes, String reason) {
        requireOwn(member);
        RevisingMembers.Draft draft = draft(member, changes);
        List<String> fields = draft.fields();
        if (fields.isEmpty()) {
            throw new Unprocessable("/changes", "nothing-to-correct");
        }
        if (requests.countWaitingOf(member.id()) >= MOST_WAITING) {
            throw new Conflict("too-many-waiting", Map.of("most", MOST_WAITING));
        }
        ObjectNode before = draft.before().deepCopy().retain(fields);
        ChangeRequestId id = new ChangeRequestId(Ids.next());
        byte[] asked = vault.seal(member.id(), askedBox(id), new ChangeRequest.Asked(changes, before, reason));
        ChangeRequest request = new ChangeRequest(id, member, fields, asked, clock.instant());
        requests.persist(request);
        recorded(request, member, "requested", "request", fields);
        return request;
    }

    void accept(ChangeRequest request, Member member) {
        requireNotOwn(member);
        request.accept(member, clock.instant());
        ChangeRequest.Asked asked = asked(request);
        RevisingMembers.Draft draft = draft(member, asked.changes());
        boolean changedMeanwhile = request.fields().stream()
                .anyMatch(field ->
                        !asked.before().path(field).equals(draft.before().path(field)));
        if (changedMeanwhile) {
            throw new Conflict("changed-since-requested");
        }
        revising.write(member, draft, asked.reason());
        recorded(request, member, "accepted", "accept", STATUS);
    }

    void refuse(ChangeRequest request, Member member, String reason) {
        requireNotOwn(member);
        ChangeRequest.Answer answer = new ChangeRequest.Answer(reason);
        request.refuse(vault.seal(member.id(), answerBox(request.id()), answer), member, clock.instant());
        recorded(request, member, "refused", "refuse", STATUS);
    }

    void withdraw(ChangeRequest request, Member member) {
        requireOwn(member);
        request.withdraw(member, clock.instant());
        recorded(request, member, "withdrawn", "withdraw", STATUS);
    }

    /// Nobody is there any more to have an answer.
    void withdrawAll(Member member) {
        for (ChangeRequest waiting : requests.waitingOf(member.id())) {
            waiting.withdraw(member, clock.instant());
            recorded(waiting, member, "withdrawn", "withdraw", STATUS);
        }
    }

    /// The request with what was asked for and answered.
    ChangeRequestView whole(ChangeRequest request, Member member) {
        byte[] answer = request.answer();
        return request.view(
                member,
                vault.open(member.id(), askedBox(request.id()), request.asked(), ChangeRequest.Asked.class)
                        .orElse(null),
                answer == null
                        ? null
                        : vault.open(member.id(), answerBox(request.id()), answer, ChangeRequest.Answer.class)
                                .orElse(null));
    }

    private ChangeRequest.Asked asked(ChangeRequest request) {
        return vault.open(request.memberId(), askedBox(request.id()), request.asked(), ChangeRequest.Asked.class)
                .orElseThrow(() -> new Conflict("erased"));
    }

    /// What is wrong is told where it stands in the request.
    private RevisingMembers.Draft draft(Member member, ObjectNode changes) {
        try {
            return revising.draft(member, changes, MemberForm.REQUESTABLE);
        } catch (Invalid wrong) {
            throw new Invalid(under(wrong.violations()));
        } catch (Unprocessable wrong) {
            throw new Unprocessable(under(wrong.violations()));
        } catch (JsonProcessingException unreadable) {
            throw new Invalid(under(JsonViolations.of(unreadable)));
        }
    }

    private static List<Violation> under(List<Violation> wrong) {
        return wrong.stream().map(each -> each.under("/changes")).toList();
    }

    private void recorded(ChangeRequest request, Member member, String happened, String action, List<String> changed) {
        requests.flush();
        log.append(request.change(happened, directory.place(member.unitId()).orElseThrow()));
        trail.changed(action, "change-request", request.id().value(), member.unitId(), changed);
    }

    private void requireOwn(Member member) {
        if (!caller.isMember(member.id())) {
            throw new Forbidden();
        }
    }

    private void requireNotOwn(Member member) {
        caller.act(Permission.KEEP_MEMBERS, member.unitId());
        if (caller.isMember(member.id())) {
            throw new Forbidden("own-request");
        }
    }

    private static String askedBox(ChangeRequestId id) {
        return "change request " + id;
    }

    private static String answerBox(ChangeRequestId id) {
        return "answer to change request " + id;
    }
}
