package vn.congdoan.vks.membership.committee;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.membership.member.AboutPerson;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// The seats of a person in committees. They are the result of elections and stay; they name the person by id only.
@ApplicationScoped
class SeatsOfPerson implements AboutPerson {

    private static final String SEATS = """
            select committee.committee_id, committee.unit_id, committee.term, seat.position, seat.recognized,
                seat.valid_from, seat.valid_to
            from seat join committee using (committee_id)
            where seat.member_id = ?
            order by seat.valid_from, seat.seat_id
            """;

    private final SeatsOfMembers seats;
    private final Sql sql;

    SeatsOfPerson(SeatsOfMembers seats, Sql sql) {
        this.seats = seats;
        this.sql = sql;
    }

    /// As an export tells it.
    record SeatOfPerson(
            CommitteeId committeeId,
            UnitId unitId,
            String term,
            SeatPosition position,
            boolean recognized,
            LocalDate validFrom,
            LocalDate validTo) {}

    @Override
    public String name() {
        return "seats";
    }

    @Override
    public List<SeatOfPerson> of(MemberId person) {
        return sql.list(SEATS, SeatsOfPerson::read, person.value());
    }

    @Override
    public void passOn(MemberId duplicate, MemberId surviving) {
        seats.passOn(duplicate, surviving);
    }

    @Override
    public void erase(MemberId person) {
        // Nothing to forget.
    }

    private static SeatOfPerson read(ResultSet row) throws SQLException {
        return new SeatOfPerson(
                new CommitteeId(row.getObject("committee_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("term"),
                SeatPosition.valueOf(row.getString("position")),
                row.getBoolean("recognized"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
