package vn.congdoan.vks.welfare.disclosure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.statement.AskedDays;

/// What is disclosed of funds.
@Path("/api/v1/disclosures")
@RunOnVirtualThread
@Tag(name = "disclosures", description = "Where the money of funds came from, what it went to, and nobody's name")
public class DisclosureResource {

    private static final String PDF = "application/pdf";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final MediaType PAPER = MediaType.valueOf(PDF);
    private static final MediaType SHEET = MediaType.valueOf(XLSX);
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, SHEET, PAPER).build();

    /// No union keeps books of before.
    private static final int EARLIEST = 1990;

    private final Disclosures disclosures;
    private final Funds funds;
    private final Caller caller;
    private final Clock clock;

    DisclosureResource(Disclosures disclosures, Funds funds, Caller caller, Clock clock) {
        this.disclosures = disclosures;
        this.funds = funds;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/{fundId}")
    @Produces({MediaType.APPLICATION_JSON, XLSX, PDF})
    @Needs(Permission.READ_DISCLOSURES)
    @Transactional
    @Operation(
            summary = "Get what is disclosed of a fund",
            description =
                    "From the books as they are: what it held, what came in by where it came from, what was spent by"
                            + " its purpose, what it holds, as JSON, as a workbook or on paper (`Accept`). For the PUBLIC, that"
                            + " is all staff, it is of whole years that are over, and lines of fewer than five people are put"
                            + " together; whoever reads the fund's books may ask for any days and all lines, each with the way"
                            + " to its entries (`audience=UNION`).")
    @APIResponse(
            responseCode = "200",
            description = "The disclosure",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DisclosureView.class)),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response getDisclosure(
            @Context Request request,
            @RestPath("fundId") @Parameter(description = "Id of the fund") FundId fund,
            @RestQuery("from")
                    @Parameter(
                            description =
                                    "The first day, not in the future; for the PUBLIC the first of a year. The first of"
                                            + " that year unless told",
                            example = "2022-01-01")
                    @Nullable
                    LocalDate from,
            @RestQuery("to")
                    @Parameter(
                            description =
                                    "The last day, inclusive; for the PUBLIC the last of a year that is over. Today, or"
                                            + " the last such day, unless told",
                            example = "2022-12-31")
                    @Nullable
                    LocalDate to,
            @RestQuery("audience") @DefaultValue("PUBLIC") @Parameter(description = "For whom it is")
                    DisclosureAudience audience) {
        FundTerms terms = funds.terms(fund).orElseThrow(NotFound::new);
        Disclosure told =
                audience == DisclosureAudience.PUBLIC ? forEverybody(fund, from, to) : forTheUnion(terms, from, to);
        Variant form = request.selectVariant(FORMS);
        MediaType wanted = form == null ? MediaType.APPLICATION_JSON_TYPE : form.getMediaType();
        Object body = wanted.equals(PAPER)
                ? DisclosurePaper.pdf(told)
                : wanted.equals(SHEET) ? DisclosureSheet.xlsx(told) : DisclosureView.of(told, audience);
        return Response.ok(body, wanted).build();
    }

    private Disclosure forTheUnion(FundTerms fund, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (caller.reach(Permission.READ_FUNDS, fund.unitId()) == Reach.NONE) {
            throw new Forbidden();
        }
        LocalDate last = Objects.requireNonNullElseGet(to, () -> LocalDate.now(clock));
        LocalDate first = Objects.requireNonNullElseGet(from, () -> last.withDayOfYear(1));
        AskedDays.require(first, last, clock);
        return disclosures.forTheUnion(fund.id(), first, last);
    }

    private Disclosure forEverybody(FundId fund, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (!caller.holds(Permission.READ_DISCLOSURES)) {
            throw new Forbidden();
        }
        int thisYear = LocalDate.now(clock).getYear();
        LocalDate last = Objects.requireNonNullElseGet(to, () -> LocalDate.of(thisYear - 1, 12, 31));
        LocalDate first = Objects.requireNonNullElseGet(from, () -> last.withDayOfYear(1));
        AskedDays.require(first, last, clock);
        if (first.getDayOfYear() != 1 || first.getYear() < EARLIEST) {
            throw Invalid.parameter("from", "not-a-whole-year");
        }
        if (!last.plusDays(1).equals(last.plusDays(1).withDayOfYear(1)) || last.getYear() >= thisYear) {
            throw Invalid.parameter("to", "not-a-year-that-is-over");
        }
        return disclosures.forEverybody(fund, first.getYear(), last.getYear());
    }
}
