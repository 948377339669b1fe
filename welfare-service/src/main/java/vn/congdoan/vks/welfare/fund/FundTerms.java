package vn.congdoan.vks.welfare.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.welfare.ledger.Books;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// What a fund says about money that comes in or goes out. Read without a lock: a payment never waits for somebody who
/// changes the fund's description.
///
/// @param closesOn the last day, inclusive; null without end
/// @param passThrough whether its money is collected for somebody else
/// @param movedTo the fund that everything went to which it held; null while it stands
public record FundTerms(
        FundId id,
        UnitId unitId,
        UnitId ownerUnionId,
        LocalDate opensOn,
        @Nullable LocalDate closesOn,
        boolean takesOutsideDonors,
        Set<SupportKind> purposes,
        boolean passThrough,
        @Nullable FundId movedTo) {

    public FundTerms {
        purposes = Set.copyOf(purposes);
    }

    static FundTerms read(ResultSet row) throws SQLException {
        return new FundTerms(
                new FundId(row.getObject(1, UUID.class)),
                new UnitId(row.getObject(2, UUID.class)),
                new UnitId(row.getObject(3, UUID.class)),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getBoolean(6),
                Arrays.stream((String[]) row.getArray(7).getArray())
                        .map(SupportKind::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean(8),
                FundId.orNull(row.getObject(9, UUID.class)));
    }

    /// Money comes in on a day that has come, and on which the fund is open.
    public void requireOpenOn(LocalDate date, LocalDate today) {
        requireBegunOn(date, today);
        if (closesOn != null && date.isAfter(closesOn)) {
            throw new Unprocessable("/date", "fund-not-open");
        }
    }

    /// What came in may be spent until nothing is left, so also after the last day of the fund.
    public void requireBegunOn(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) {
            throw new Unprocessable("/date", "in-the-future");
        }
        if (date.isBefore(opensOn)) {
            throw new Unprocessable("/date", "fund-not-open");
        }
    }

    /// There is no silent cross-funding, and money of somebody else is not spent, it is passed on.
    public void requireSpending(SupportKind purpose) {
        requireOwnMoney("/kind");
        requirePurpose("/purpose", purpose);
    }

    /// As [#requireSpending], where the fund is what was chosen.
    public void requireSupportFor(SupportKind purpose) {
        requireOwnMoney("/fundId");
        requirePurpose("/fundId", purpose);
    }

    private void requirePurpose(String at, SupportKind purpose) {
        if (!purposes.contains(purpose)) {
            throw new Unprocessable(at, "not-a-purpose-of-the-fund");
        }
    }

    private void requireOwnMoney(String at) {
        if (passThrough) {
            throw new Unprocessable(at, "money-of-somebody-else");
        }
    }

    /// What it held before counts for its first day.
    public void requireFirstDay(LocalDate date) {
        if (!date.equals(opensOn)) {
            throw new Unprocessable("/date", "not-the-first-day");
        }
    }

    /// Only money of somebody else is passed on.
    public void requirePassThrough() {
        if (!passThrough) {
            throw new Unprocessable("/kind", "money-of-the-fund");
        }
    }

    /// The fund's books, of the union that its unit belongs to.
    public Books books(UnitPlace place) {
        return new Books(id, ownerUnionId, Audience.ofUnionAt(place));
    }
}
