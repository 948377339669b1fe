package vn.congdoan.vks.welfare.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.care.CareRequests.approved;
import static vn.congdoan.vks.welfare.care.CareRequests.care;
import static vn.congdoan.vks.welfare.care.CareRequests.fund;
import static vn.congdoan.vks.welfare.care.CareRequests.payment;
import static vn.congdoan.vks.welfare.care.CareRequests.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// The database computes due days as the code does, and keeps each of them once, whoever writes to it.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CareTableTest {

    @Inject
    Sql sql;

    @ParameterizedTest
    @ValueSource(
            strings = {"2023-02-28", "2023-12-31", "2024-01-28", "2024-01-29", "2024-01-30", "2024-01-31", "2024-02-29"
            })
    void the_database_computes_the_same_due_days(LocalDate first) {
        LocalDate through = first.plusYears(5).plusDays(2);
        for (int months = 1; months <= 12; months++) {
            CareSchedule schedule = new CareSchedule(first, months, null);
            List<LocalDate> expected = first.minusYears(2)
                    .datesUntil(through.plusDays(1))
                    .filter(schedule::has)
                    .toList();
            assertEquals(expected, days(first, months, through), "every " + months + " months");
        }
        assertEquals(List.of(first), days(first, 1, first));
        assertEquals(List.of(), days(first, 1, first.minusDays(1)));
        assertEquals(List.of(), days(first, 12, first.minusYears(3)));
    }

    @Test
    void a_due_day_is_kept_once() {
        Response paid = step(
                as("CASHIER", QNG),
                approved(QNG, care(QNG_02, fund(QNG, 1_000))),
                "pay",
                payment("2023-12-31", "2023-12-29"));
        paid.then().statusCode(200);
        UUID id = UUID.fromString(paid.path("id"));
        refused("care_payment_once", """
                insert into care_payment (payment_id, commitment_id, due_on, state)
                values (uuidv7(), ?, '2023-12-31', 'DUE')
                """, id);
        refused("care_payment_paid", "update care_payment set state = 'DUE' where commitment_id = ?", id);
        refused(
                "care_commitment_by_two_people",
                "update care_commitment set approved_by = written_by where commitment_id = ?",
                id);
    }

    private void refused(String rule, String statement, UUID id) {
        PersistenceException failure = assertThrows(PersistenceException.class, () -> sql.change(statement, id));
        assertTrue(String.valueOf(failure.getMessage()).contains(rule), failure.getMessage());
    }

    private List<LocalDate> days(LocalDate first, int months, LocalDate through) {
        return sql.list("select care_days(?, ?, ?)", row -> row.getObject(1, LocalDate.class), first, months, through);
    }
}
