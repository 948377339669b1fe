package vn.congdoan.vks.welfare.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;

/// Of whom how much is expected: all of it is taken, or none.
@Schema(
        name = "ContributionPlanExpectations",
        description = "Of whom how much is expected",
        examples = Expectations.EXAMPLE)
public record Expectations(
        @NotEmpty @Size(max = 5000) @Schema(description = "Members, each once; all of them are taken or none")
        List<@NotNull @Valid Expectation> members) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {"members": [{"memberId": "019366a0-0000-7000-8000-000000001234", "amount": 350000}]}
            """;

    /// One of them: what is expected, or the pay of which the plan asks a share.
    @Schema(
            name = "ContributionPlanExpectation",
            description = "What is expected of one member: an amount, or the share of the pay that the plan asks for",
            examples = "{\"memberId\": \"019366a0-0000-7000-8000-000000001234\", \"amount\": 350000}")
    public record Expectation(
            @NotNull @Schema(description = "A member of the plan's unit or of one below it")
            MemberId memberId,

            @Min(1)
            @Max(NewPlan.MOST)
            @Schema(description = "In đồng; without `pay`", examples = "350000", nullable = true)
            @Nullable
            Long amount,

            @Min(1)
            @Max(NewPlan.MOST)
            @Schema(
                    description = "The monthly pay in đồng, of which the plan's share is taken; it is not kept. Without"
                            + " `amount`, and only where the plan asks for a share",
                    examples = "7700000",
                    nullable = true)
            @Nullable
            Long pay) {}

    /// What is expected of each, in the same order; 400 where somebody is named twice, or not exactly one thing is
    /// said that the plan can take.
    List<Long> amounts(@Nullable PayShare share) {
        List<Violation> broken = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        Set<MemberId> named = new HashSet<>();
        for (int place = 0; place < members.size(); place++) {
            Expectation each = members.get(place);
            String at = "/members/" + place;
            if (!named.add(each.memberId())) {
                broken.add(new Violation(at + "/memberId", "repeated"));
            }
            Long pay = each.pay();
            if ((each.amount() == null) == (pay == null)) {
                broken.add(new Violation(at, "amount-or-pay"));
            } else if (pay == null) {
                amounts.add(Objects.requireNonNull(each.amount()));
            } else if (share == null) {
                broken.add(new Violation(at + "/pay", "no-share-of-pay"));
            } else {
                amounts.add(Math.max(share.ofPay(pay), 1));
            }
        }
        if (!broken.isEmpty()) {
            throw new Invalid(broken);
        }
        return amounts;
    }
}
