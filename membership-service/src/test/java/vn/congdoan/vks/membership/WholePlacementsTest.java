package vn.congdoan.vks.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.RunTimeRole;

/// One placement on every day of a membership and none outside it: the database itself sees to it, whoever writes.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class WholePlacementsTest {

    private static final String OPEN = "placement_open_while_member";
    private static final String GAP = "placement_without_gap";

    private String union;
    private String member;

    @BeforeEach
    void enrolSomebody() {
        String code = Api.newCode();
        union = Api.union(code, "OFFICER");
        member = Enrolled.by(code + "-officer")
                .member(union, "Nguyễn Thị Ánh")
                .enrol()
                .getFirst();
    }

    @Test
    void no_membership_is_without_a_placement() {
        assertEquals(OPEN, refused(close("RESIGNED", "2020-01-01")));
        assertEquals(OPEN, refused("delete from placement where member_id = '" + member + "'"));
        assertEquals(OPEN, refused("""
                        insert into member (member_id, version, owner_union_id, unit_id, status, full_name, given_name,
                            rest_of_name, searchable, birth_year, gender, sealed, created_as, recorded_at, changed_at)
                        select gen_random_uuid(), 0, owner_union_id, unit_id, 'ACTIVE', full_name, given_name, rest_of_name,
                            searchable, birth_year, gender, sealed, created_as, recorded_at, changed_at
                        from member where member_id = '%s'
                        """.formatted(member)));
    }

    @Test
    void nobody_is_placed_without_a_membership() {
        assertEquals(OPEN, refused(status("status = 'ENDED', end_reason = 'RETIRED'")));
        assertEquals(OPEN, refused(status("status = 'REJECTED'")));
        assertEquals(
                OPEN,
                refused(
                        close("RETIRED", "2020-01-01"),
                        status("status = 'ENDED', end_reason = 'RETIRED'"),
                        begin("READMITTED", "2021-01-01")));
    }

    @Test
    void a_membership_has_no_gap() {
        assertEquals(GAP, refused(close("TRANSFERRED", "2020-01-01"), begin("TRANSFERRED", "2020-01-02")));
        assertEquals(GAP, refused(close("RESIGNED", "2020-01-01"), begin("TRANSFERRED", "2020-01-01")));
        assertEquals(GAP, refused(close("REORGANIZED", "2020-01-01"), begin("READMITTED", "2020-01-01")));
    }

    @Test
    void nobody_is_in_two_units_on_a_day() {
        assertEquals("placement_one_a_day", refused(begin("TRANSFERRED", "2020-01-01")));
    }

    @Test
    void what_is_whole_when_the_transaction_ends_is_taken_in_any_order() throws SQLException {
        run(
                "delete from placement where member_id = '" + member + "'",
                begin("TRANSFERRED", "2020-01-01"),
                """
                insert into placement (placement_id, member_id, unit_id, valid_from, valid_to, began_as, ended_as)
                values (uuidv7(), '%s', '%s', '2010-01-01', '2020-01-01', 'ADMITTED', 'TRANSFERRED')
                """.formatted(member, union));
        run(status("status = 'ENDED', end_reason = 'RETIRED'"), close("RETIRED", "2021-01-01"));

        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement statement = connection.createStatement();
                var left = statement.executeQuery("select count(*) from placement_doubt")) {
            left.next();
            assertEquals(0, left.getInt(1), "What was in doubt is settled");
        }
    }

    private String close(String departure, String day) {
        return "update placement set valid_to = '%s', ended_as = '%s' where member_id = '%s' and valid_to is null"
                .formatted(day, departure, member);
    }

    private String begin(String arrival, String day) {
        return """
                insert into placement (placement_id, member_id, unit_id, valid_from, began_as)
                values (uuidv7(), '%s', '%s', '%s', '%s')
                """.formatted(member, union, day, arrival);
    }

    private String status(String set) {
        return "update member set " + set + " where member_id = '" + member + "'";
    }

    /// The name of the constraint that stood against it.
    private String refused(String... statements) {
        PSQLException refusal = assertThrows(PSQLException.class, () -> run(statements), String.join("; ", statements));
        return String.valueOf(
                Objects.requireNonNull(refusal.getServerErrorMessage()).getConstraint());
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String each : List.of(statements)) {
                    statement.execute(each);
                }
                connection.commit();
            } catch (SQLException refusal) {
                connection.rollback();
                throw refusal;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
