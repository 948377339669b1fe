package vn.congdoan.vks.welfare.drive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.ledger.DonorKind;

/// Who promised what to which drive, and what was given of it.
@ApplicationScoped
class Pledges {

    private static final String SELECT = """
            select pledge_id, drive_id, donor_kind, donor_member_id, donor_unit_id, donor_name, amount, pledged_on, withdrawn,
                (select coalesce(sum(given.amount), 0)::bigint from standing_contribution given
                 where given.drive_id = pledge.drive_id and given.pledge_id = pledge.pledge_id)
            from pledge
            """;

    private final Sql sql;

    Pledges(Sql sql) {
        this.sql = sql;
    }

    /// One of them.
    ///
    /// @param received what was given of it and not taken back
    record Pledge(
            PledgeId id, DriveId drive, Donor donor, long amount, LocalDate date, boolean isWithdrawn, long received) {

        static Pledge read(ResultSet row) throws SQLException {
            UUID member = row.getObject(4, UUID.class);
            UUID unit = row.getObject(5, UUID.class);
            return new Pledge(
                    new PledgeId(row.getObject(1, UUID.class)),
                    new DriveId(row.getObject(2, UUID.class)),
                    new Donor(
                            DonorKind.valueOf(row.getString(3)),
                            member == null ? null : new MemberId(member),
                            unit == null ? null : new UnitId(unit),
                            row.getString(6)),
                    row.getLong(7),
                    row.getObject(8, LocalDate.class),
                    row.getBoolean(9),
                    row.getLong(10));
        }

        long outstanding() {
            return isWithdrawn ? 0 : Math.max(amount - received, 0);
        }

        PledgeState state() {
            return isWithdrawn ? PledgeState.WITHDRAWN : outstanding() > 0 ? PledgeState.OUTSTANDING : PledgeState.KEPT;
        }
    }

    void add(PledgeId id, DriveId drive, NewPledge form) {
        Donor donor = form.donor().clean();
        sql.change(
                """
                insert into pledge (pledge_id, drive_id, donor_kind, donor_member_id, donor_unit_id, donor_name, amount,
                    pledged_on)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id.value(),
                drive.value(),
                donor.kind().name(),
                donor.memberId() == null ? null : donor.memberId().value(),
                donor.unitId() == null ? null : donor.unitId().value(),
                donor.name(),
                form.amount(),
                form.date());
    }

    void withdraw(PledgeId id) {
        sql.change("update pledge set withdrawn = true where pledge_id = ?", id.value());
    }

    Optional<Pledge> find(PledgeId id) {
        return sql.one(SELECT + "where pledge_id = ?", Pledge::read, id.value());
    }

    /// Those of the ids that are there, in one query.
    List<Pledge> among(Collection<PledgeId> ids) {
        return sql.list(SELECT + "where pledge_id = any (?)", Pledge::read, (Object)
                ids.stream().map(PledgeId::value).toArray(UUID[]::new));
    }

    /// Those of a drive, in the order in which they were made.
    List<Pledge> page(DriveId drive, @Nullable UUID after, int rows) {
        return sql.list(
                SELECT + "where drive_id = ? and (?::uuid is null or pledge_id > ?) order by pledge_id limit ?",
                Pledge::read,
                drive.value(),
                after,
                after,
                rows);
    }
}
