package vn.congdoan.vks.membership.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.openapi.Answers;

/// The account of a member.
@Path("/api/v1/members/{id}/account")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class AccountResource {

    private static final String LINK = """
            {
              "memberId": "019366a0-0000-7000-8000-000000000101",
              "principal": {"issuer": "congdoan", "subject": "0d9f2b4e-6f0a-4c41-9d8e-1f6f5c1a0001"}
            }
            """;

    private final LinkingAccounts linking;

    AccountResource(LinkingAccounts linking) {
        this.linking = linking;
    }

    @GET
    @Needs(Permission.READ_ACCOUNTS)
    @Transactional
    @Operation(summary = "Read which account is a member's", description = "404 where none is linked.")
    @Answers(View.class)
    public Response getMemberAccount(@RestPath("id") MemberId id) {
        AccountLink link = linking.require(id);
        return Response.ok(View.of(link)).tag(tag(link)).build();
    }

    // Else a text/plain body as a whole would become the subject, as the record's only component.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.LINK_ACCOUNTS)
    @Transactional
    @Operation(
            summary = "Link an account to a member",
            description = "By an ADMIN, never the own account. Over another link it needs If-Match.")
    @APIResponse(
            responseCode = "201",
            description = "The new link",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(
            responseCode = "200",
            description = "The link, moved or as it was",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response linkMemberAccount(
            @RestPath("id") MemberId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "ETag of the link that is replaced") @Nullable
                    String ifMatch,
            @NotNull @Valid Account form) {
        LinkingAccounts.Outcome outcome = linking.link(id, form.subject(), ifMatch);
        AccountLink link = outcome.link();
        return outcome.created()
                ? Created.at("/api/v1/members/" + id + "/account", View.of(link), tag(link))
                : Created.already(View.of(link), tag(link));
    }

    private static EntityTag tag(AccountLink link) {
        return ETags.of(link.version(), "account");
    }

    /// The account to link.
    @Schema(
            name = "Account",
            description = "An account",
            examples = "{\"subject\": \"0d9f2b4e-6f0a-4c41-9d8e-1f6f5c1a0001\"}")
    public record Account(
            @NotBlank
            @Size(max = 100)
            @Schema(description = "`sub` of the account's tokens", examples = "0d9f2b4e-6f0a-4c41-9d8e-1f6f5c1a0001")
            String subject) {}

    /// Which account is whose.
    @Schema(name = "AccountLink", description = "Which account is a member's", examples = LINK)
    public record View(MemberId memberId, Principal principal) {

        static View of(AccountLink link) {
            return new View(link.memberId(), link.principal());
        }
    }
}
