package vn.congdoan.vks.welfare.payfile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;

/// Shows payment files to those who may know of the support that they pay.
@ApplicationScoped
class PaymentFileViews {

    private final PaymentFiles files;
    private final PaymentFileLines lines;
    private final Caller caller;

    PaymentFileViews(PaymentFiles files, PaymentFileLines lines, Caller caller) {
        this.files = files;
        this.lines = lines;
        this.caller = caller;
    }

    /// The file, if the caller may know of it, or 404.
    PaymentFile see(PaymentFileId id) {
        PaymentFile found = files.require(id);
        caller.see(Permission.READ_SUPPORT, found.unitId());
        return found;
    }

    /// One file, or 404.
    Response show(PaymentFileId id) {
        return shown(see(id));
    }

    Response shown(PaymentFile found) {
        return Response.ok(view(found)).tag(tag(found)).build();
    }

    /// 201 for whoever draws it up.
    Response created(PaymentFile made) {
        return Created.at("/api/v1/payment-files/" + made.id(), view(made), tag(made));
    }

    /// 200 for whoever draws it up once more.
    Response already(PaymentFile made) {
        return Created.already(view(made), tag(made));
    }

    /// Shows each of these.
    Function<PaymentFile, PaymentFileView> each(List<PaymentFile> some) {
        Map<PaymentFileId, PaymentFileView.Totals> totals =
                lines.totals(some.stream().map(PaymentFile::id).toList());
        return found -> found.view(totals.getOrDefault(found.id(), PaymentFileView.Totals.NONE));
    }

    /// Before the caller acts on it: whether the permission reaches the fund's unit, and those whose records it pays.
    void requireScope(PaymentFile found, Permission permission) {
        caller.act(permission, found.unitId());
        lines.units(found.id()).forEach(unit -> caller.act(permission, unit));
    }

    PaymentFileView.Totals totals(PaymentFile found) {
        return lines.totals(List.of(found.id())).getOrDefault(found.id(), PaymentFileView.Totals.NONE);
    }

    private PaymentFileView view(PaymentFile found) {
        return found.view(totals(found));
    }

    private static EntityTag tag(PaymentFile found) {
        return ETags.of(found.version(), "whole");
    }
}
