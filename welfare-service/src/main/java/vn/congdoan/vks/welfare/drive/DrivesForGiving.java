package vn.congdoan.vks.welfare.drive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What must be known of drives and pledges where something is given for them.
@ApplicationScoped
public class DrivesForGiving {

    private final Sql sql;
    private final Pledges pledges;

    DrivesForGiving(Sql sql, Pledges pledges) {
        this.sql = sql;
        this.pledges = pledges;
    }

    /// A drive as far as giving goes.
    public record Terms(DriveId id, FundId fund, LocalDate opensOn, LocalDate closesOn) {

        public boolean isOpenOn(LocalDate day) {
            return !day.isBefore(opensOn) && !day.isAfter(closesOn);
        }
    }

    /// A pledge as far as keeping it goes.
    public record Promised(PledgeId id, DriveId drive, Donor donor, boolean isWithdrawn) {}

    /// Those of the drives that are there, in one query.
    public Map<DriveId, Terms> terms(Collection<DriveId> drives) {
        return sql
                .list(
                        "select drive_id, fund_id, opens_on, closes_on from drive where drive_id = any (?)",
                        row -> new Terms(
                                new DriveId(row.getObject(1, UUID.class)),
                                new FundId(row.getObject(2, UUID.class)),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class)),
                        (Object) drives.stream().map(DriveId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Terms::id, Function.identity()));
    }

    /// Those of the pledges that are there, in one query.
    public Map<PledgeId, Promised> promised(Collection<PledgeId> some) {
        return pledges.among(some).stream()
                .map(each -> new Promised(each.id(), each.drive(), each.donor(), each.isWithdrawn()))
                .collect(Collectors.toMap(Promised::id, Function.identity()));
    }
}
