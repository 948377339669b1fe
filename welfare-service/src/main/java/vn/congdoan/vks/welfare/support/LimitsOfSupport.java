package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.Dong;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Judges what is to be given by what the union may give: by the limit of the day on which it was asked for.
@ApplicationScoped
public class LimitsOfSupport {

    private final SupportLimits limits;
    private final SupportCases cases;
    private final Directory directory;
    private final Turns turns;

    LimitsOfSupport(SupportLimits limits, SupportCases cases, Directory directory, Turns turns) {
        this.limits = limits;
        this.cases = cases;
        this.directory = directory;
        this.turns = turns;
    }

    /// What is to be given.
    ///
    /// @param place where the unit stands that gives it
    /// @param member who gets it, or whose relative; null: nobody of the union
    /// @param day on which it was asked for
    /// @param amount in đồng; of what goes on, that of a year
    public record Gift(
            UnitPlace place, SupportKind kind, @Nullable MemberId member, LocalDate day, long amount) {}

    /// 422 where it is too much, or too much for the chair alone.
    ///
    /// @param resolved whether the committee resolved it
    /// @param at where the request says what makes it too much
    public void require(Gift gift, boolean resolved, String at) {
        turns.toChange("support-limits", gift.place().unionId());
        SupportLimit limit =
                limits.inForce(gift.place().unionId(), gift.kind(), gift.day()).orElse(null);
        if (!resolved && gift.amount() > (limit == null ? 0 : limit.chairUpTo())) {
            throw new Unprocessable("/decision", "needs-a-resolution");
        }
        if (limit == null) {
            return;
        }
        if (limit.perCase() != null && gift.amount() > limit.perCase()) {
            throw above(at, "above-the-limit", limit.perCase());
        }
        if (limit.perPersonAndYear() != null && gift.member() != null) {
            turns.toChange("support-of", gift.member());
            long left = limit.perPersonAndYear()
                    - cases.givenInYear(
                            gift.member(),
                            directory.subtree(gift.place().unionId()),
                            gift.kind(),
                            gift.day().getYear());
            if (gift.amount() > left) {
                throw above(at, "above-the-yearly-limit", Math.max(left, 0));
            }
        }
    }

    private static Unprocessable above(String at, String code, long most) {
        return new Unprocessable(List.of(new Violation(at, code, Map.of("most", new Dong(most)))));
    }
}
