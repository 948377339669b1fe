package vn.congdoan.vks.membership.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.membership.member.Arrival;
import vn.congdoan.vks.membership.member.Departure;
import vn.congdoan.vks.membership.member.Education;
import vn.congdoan.vks.membership.member.EmploymentCategory;
import vn.congdoan.vks.membership.member.JudicialTitle;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class MemberFactsTest {

    @Inject
    Sql sql;

    @Test
    void the_database_and_the_service_give_each_cell_the_same_number() {
        for (EmploymentCategory each : EmploymentCategory.values()) {
            assertTrue(cells("null, null, '" + each + "', null, null, 1980").contains(Cell.of(Cell.CATEGORY, each)));
        }
        for (Education each : Education.values()) {
            assertTrue(cells("null, null, null, '" + each + "', null, 1980").contains(Cell.of(Cell.EDUCATION, each)));
        }
        for (JudicialTitle each : JudicialTitle.values()) {
            assertTrue(
                    cells("null, null, null, null, '" + each + "', 1980").contains(Cell.of(Cell.JUDICIAL_TITLE, each)));
        }
        for (Arrival each : Arrival.values()) {
            assertEquals(Cell.of(Cell.ARRIVAL, each), number("cell_of_arrival('" + each + "')"));
        }
        for (Departure each : Departure.values()) {
            assertEquals(Cell.of(Cell.DEPARTURE, each), number("cell_of_departure('" + each + "')"));
        }
        assertEquals(
                List.of(Cell.MEMBERS, Cell.WOMEN, Cell.KINH, Cell.born(1985)),
                cells("'FEMALE', true, null, null, null, 1985"));
        assertEquals(
                List.of(Cell.MEMBERS, Cell.OTHER_ETHNICITY, Cell.born(2100)),
                cells("'MALE', false, null, null, null, 2100"));
    }

    private List<Integer> cells(String arguments) {
        return sql.one(
                        "select cells_of_member(" + arguments + ")",
                        row -> Arrays.stream((Short[]) row.getArray(1).getArray())
                                .map(Short::intValue)
                                .toList())
                .orElseThrow();
    }

    private int number(String expression) {
        return sql.one("select " + expression, row -> row.getInt(1)).orElseThrow();
    }
}
