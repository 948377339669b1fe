package vn.congdoan.vks.welfare.attachment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.attachment.Attachment;
import vn.congdoan.vks.platform.attachment.Attachments;
import vn.congdoan.vks.platform.attachment.Contents;
import vn.congdoan.vks.platform.attachment.NewAttachment;
import vn.congdoan.vks.platform.attachment.ReceivedContent;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.DomainException;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.welfare.support.FiledCases;
import vn.congdoan.vks.welfare.support.SupportCaseId;

/// Attaches papers to support cases, gives them out, takes them back. A file is read outside of a transaction, for
/// it may come slowly; who may attach it is asked before the first octet and once more when it is there.
@ApplicationScoped
class KeepingPapers {

    private static final String CASE = "support-case";
    private static final String PAPER = "support-case-attachment";

    private final Attachments attachments;
    private final Contents contents;
    private final FiledCases cases;
    private final Caller caller;
    private final AuditTrail trail;

    KeepingPapers(Attachments attachments, Contents contents, FiledCases cases, Caller caller, AuditTrail trail) {
        this.attachments = attachments;
        this.contents = contents;
        this.cases = cases;
        this.caller = caller;
        this.trail = trail;
    }

    List<Attachment> page(SupportCaseId of, @Nullable UUID after, int rows) {
        caller.see(Permission.READ_SUPPORT, cases.require(of).unitId());
        return attachments.page(subject(of), after, rows);
    }

    /// What is told of one, or 404.
    Response show(SupportCaseId of, AttachmentId id) {
        return shown(see(of, id));
    }

    Response attach(
            SupportCaseId of, AttachmentId id, PaperKind kind, String type, @Nullable String named, InputStream file) {
        QuarkusTransaction.requiringNew().run(() -> {
            mayKeep(cases.require(of).unitId());
            attachments.requireRoom(subject(of));
        });
        ReceivedContent received = contents.receive(file, type, named);
        try {
            return QuarkusTransaction.requiringNew().call(() -> keep(of, id, kind, received));
        } catch (DomainException refused) {
            contents.discard(received);
            throw refused;
        }
    }

    private Response keep(SupportCaseId of, AttachmentId id, PaperKind kind, ReceivedContent received) {
        FiledCases.Filed filed = cases.require(of);
        mayKeep(filed.unitId());
        Attachments.Kept kept = attachments.keep(new NewAttachment(
                id.value(),
                subject(of),
                filed.ownerUnionId(),
                filed.unitId(),
                kind.name(),
                caller.principal().account(),
                received));
        AttachmentView view = AttachmentView.of(kept.attachment());
        if (!kept.isNew()) {
            return Created.already(view, tag(kept.attachment()));
        }
        trail.changed("attach", PAPER, id.value(), filed.unitId(), List.of("kind", "name", "content"));
        return Created.at("/api/v1/support-cases/" + of + "/attachments/" + id, view, tag(kept.attachment()));
    }

    /// The file itself, for a purpose that the trail keeps; what tells of health only to those who may read that, and
    /// what was withdrawn only to those who look into what was done.
    @Transactional
    Response content(SupportCaseId of, AttachmentId id, String purpose, HttpHeaders wanted) {
        Attachment found = see(of, id);
        MediaType type = MediaType.valueOf(found.type().mediaType());
        if (wanted.getAcceptableMediaTypes().stream().noneMatch(type::isCompatible)) {
            throw new NotAcceptableException();
        }
        UnitId unit = cases.require(of).unitId();
        if (PaperKind.valueOf(found.kind()).tellsOfHealth()) {
            requireScope(Permission.READ_SENSITIVE, unit);
        }
        if (found.isWithdrawn() && caller.reach(Permission.READ_AUDIT, unit) != Reach.SCOPE) {
            throw new Conflict("attachment-withdrawn");
        }
        trail.read(PAPER, id.value(), unit, purpose);
        return Response.ok(attachments.octets(found), type)
                .header(HttpHeaders.CONTENT_LENGTH, found.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, found.name().disposition())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .tag(ETags.of(found.version(), "content"))
                .build();
    }

    /// Takes away a paper as long as nobody has decided by it, by whom it came from.
    @Transactional
    void remove(SupportCaseId of, AttachmentId id) {
        FiledCases.Filed filed = cases.requireStanding(of);
        Attachment found = see(of, id);
        mayKeep(filed.unitId());
        if (!found.addedBy().equals(caller.principal().account())) {
            throw new Forbidden("attachment-of-somebody-else");
        }
        if (!filed.isUndecided() || found.isWithdrawn()) {
            throw new Conflict("attachment-stays");
        }
        attachments.remove(found);
        trail.changed("remove", PAPER, id.value(), filed.unitId(), List.of("content"));
    }

    Response withdraw(SupportCaseId of, AttachmentId id, @Nullable String ifMatch, Withdrawal form) {
        Attachment found = see(of, id);
        UnitId unit = cases.require(of).unitId();
        mayKeep(unit);
        ETags.requireMatch(ifMatch, found.version());
        if (found.isWithdrawn()) {
            throw new Conflict("attachment-withdrawn");
        }
        attachments.withdraw(found, form.reason(), caller.principal().account());
        trail.changedBecause(form.reason(), "withdraw", PAPER, id.value(), unit, List.of("withdrawnAt"));
        return show(of, id);
    }

    private Attachment see(SupportCaseId of, AttachmentId id) {
        caller.see(Permission.READ_SUPPORT, cases.require(of).unitId());
        return attachments.require(subject(of), id.value());
    }

    private void mayKeep(UnitId unit) {
        caller.see(Permission.READ_SUPPORT, unit);
        caller.act(Permission.KEEP_SUPPORT_PAPERS, unit);
    }

    private void requireScope(Permission permission, UnitId unit) {
        if (caller.reach(permission, unit) != Reach.SCOPE) {
            throw new Forbidden();
        }
    }

    private static Response shown(Attachment found) {
        return Response.ok(AttachmentView.of(found)).tag(tag(found)).build();
    }

    private static EntityTag tag(Attachment found) {
        return ETags.of(found.version(), "whole");
    }

    private static Attachment.Subject subject(SupportCaseId id) {
        return new Attachment.Subject(CASE, id.value());
    }
}
