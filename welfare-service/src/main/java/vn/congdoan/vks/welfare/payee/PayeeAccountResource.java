package vn.congdoan.vks.welfare.payee;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;

/// Bank details of those who are paid.
@Path("/api/v1/payee-accounts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "payee-accounts",
        description = "Bank details of those who are paid: kept sealed, shown for a purpose only, and every look is"
                + " audited")
public class PayeeAccountResource {

    private final GivingAccounts giving;
    private final OnlyOnce once;

    PayeeAccountResource(GivingAccounts giving, OnlyOnce once) {
        this.giving = giving;
        this.once = once;
    }

    @POST
    @Needs(Permission.PROPOSE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Give bank details of payees",
            description =
                    "By an ACCOUNTANT of the unit or of one above it in the same union, at most a thousand at once."
                            + " Those of a MEMBER are used for whatever the member is paid; what was given before is replaced, and"
                            + " payment files that are drawn up already keep what they were drawn up with.")
    public AccountsTaken givePayeeAccounts(@NotNull @Valid GivenAccounts form) {
        return once.runRows(form, () -> giving.take(form));
    }

    @GET
    @Path("/{kind}/{payeeId}")
    @Needs(Permission.READ_SENSITIVE)
    @Transactional
    @Operation(
            summary = "Read the bank details of a payee",
            description = "Only for a stated purpose, and that read is audited; 404 where none are known.")
    public PayeeAccountView getPayeeAccount(
            @RestPath("kind") @Parameter(description = "Whose they are") PayeeKind kind,
            @RestPath("payeeId") @Parameter(description = "Id of the member, or of the record") String payeeId,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(
                            description = "Why they are needed; recorded in the audit trail",
                            required = true,
                            example = "Lập lệnh chi")
                    @Nullable
                    String purpose) {
        UUID payee = Ids.parse(payeeId).orElseThrow(NotFound::new);
        if (purpose == null) {
            throw Invalid.parameter("purpose", "required");
        }
        return giving.show(kind, payee, purpose);
    }
}
