package vn.congdoan.vks.welfare.payable;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.openapi.Answers;

/// What unions owe by decisions: what is booked of it.
@Path("/api/v1/payables")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "payables",
        description = "What unions owe by decisions, such as the bonuses of awards: recognised by a fund, paid, and"
                + " claimed back where the award is revoked")
public class PayableBookingResource {

    private final RecognisingPayables recognising;
    private final PayingPayables paying;

    PayableBookingResource(RecognisingPayables recognising, PayingPayables paying) {
        this.recognising = recognising;
        this.paying = paying;
    }

    @POST
    @Path("/{id}/recognise")
    @Needs(Permission.RECORD_MONEY)
    @Operation(
            summary = "Say which fund owes a payable",
            description =
                    "By an ACCOUNTANT of the unit and of the fund's, who has not written it down: from that day on the fund owes it, as an expense for one of its purposes, and keeps the money back. 409 insufficient-unpromised if it has too little.")
    @Answers(PayableView.class)
    public Response recognisePayable(
            @RestPath("id") PayableId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Recognition form) {
        return recognising.recognise(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/release")
    @Needs(Permission.RECORD_MONEY)
    @Operation(
            summary = "Take back that a fund owes a payable",
            description =
                    "By an ACCOUNTANT, before it is paid: the entry is taken back and the money is free. Another fund can owe it then, unless it was revoked: then it is void.")
    @Answers(PayableView.class)
    public Response releasePayable(
            @RestPath("id") PayableId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BookedStep form) {
        return recognising.release(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/pay")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Pay a payable",
            description =
                    "By a CASHIER, who has neither written it down nor recognised it. 409 payable-revoked where it is owed no more.")
    @Answers(PayableView.class)
    public Response payPayable(
            @RestPath("id") PayableId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PayablePayment form) {
        return paying.pay(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/return")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Write down that the payment of a payable came back",
            description = "By a CASHIER: the entry is taken back, and it is owed again.")
    @Answers(PayableView.class)
    public Response returnPayable(
            @RestPath("id") PayableId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BookedStep form) {
        return paying.takeBack(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/claim")
    @Needs(Permission.RECORD_MONEY)
    @Operation(
            summary = "Claim back what was paid",
            description =
                    "By an ACCOUNTANT, who has not paid it: what was paid and is revoked is owed to the fund from then on. 409 payable-not-revoked for all else.")
    @Answers(PayableView.class)
    public Response claimPayable(
            @RestPath("id") PayableId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BookedStep form) {
        return recognising.claim(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/recover")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Write down money that was claimed back and came",
            description = "By a CASHIER, all of it or a part, as often as it takes.")
    @Answers(PayableView.class)
    public Response recoverPayable(
            @RestPath("id") PayableId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RecoveredMoney form) {
        return paying.recover(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/take-back-recovery")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Take back that money came",
            description = "By a CASHIER: the entry is taken back, and that much is claimed again.")
    @Answers(PayableView.class)
    public Response takeBackPayableRecovery(
            @RestPath("id") PayableId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RecoveryTakenBack form) {
        return paying.takeBackRecovery(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/write-off")
    @Needs(Permission.APPROVE_SUPPORT)
    @Operation(
            summary = "Give up what is still claimed",
            description = "By the CHAIR, who has not claimed it, with the decision of the committee: it stays spent.")
    @Answers(PayableView.class)
    public Response writeOffPayable(
            @RestPath("id") PayableId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid WriteOff form) {
        return recognising.writeOff(id, ifMatch, form);
    }
}
