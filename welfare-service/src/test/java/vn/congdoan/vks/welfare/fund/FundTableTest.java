package vn.congdoan.vks.welfare.fund;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.RunTimeRole;

/// The table guards itself, whoever writes to it.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class FundTableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kind | 'SAVINGS' | fund_kind_check",
                "name | '' | fund_name_check",
                "closes_on | '2021-12-31' | range lower bound must be less than or equal to range upper bound",
                "purposes | '{}' | fund_has_known_purposes",
                "purposes | '{LUXURY}' | fund_has_known_purposes",
                "purposes | '{ILLNESS,NULL}' | fund_has_known_purposes"
            })
    void refuses_a_wrong_row(String column, String value, String constraint) {
        SQLException refused = assertThrows(SQLException.class, () -> insert(row(UUID.randomUUID(), column, value)));
        assertTrue(String.valueOf(refused.getMessage()).contains(constraint), refused.getMessage());
    }

    @Test
    void refuses_a_name_twice_on_one_day_in_one_unit() throws SQLException {
        UUID unit = UUID.randomUUID();
        insert(row(unit, "closes_on", "'2022-06-30'"));
        SQLException refused = assertThrows(SQLException.class, () -> insert(row(unit, "opens_on", "'2022-06-30'")));
        assertEquals("23P01", refused.getSQLState());
        insert(row(unit, "opens_on", "'2022-07-01'"));
    }

    private static Map<String, String> row(UUID unit, String column, String value) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("fund_id", "'" + UUID.randomUUID() + "'");
        row.put("version", "0");
        row.put("owner_union_id", "'" + unit + "'");
        row.put("unit_id", "'" + unit + "'");
        row.put("kind", "'SOLIDARITY'");
        row.put("name", "'Quỹ'");
        row.put("name_key", "'quỹ'");
        row.put("pass_through", "false");
        row.put("purposes", "'{ILLNESS}'");
        row.put("opens_on", "'2022-01-01'");
        row.put("takes_outside_donors", "true");
        row.put("created_as", "''");
        row.put("recorded_at", "now()");
        row.put(column, value);
        return row;
    }

    private void insert(Map<String, String> row) throws SQLException {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into fund (%s) values (%s)"
                    .formatted(String.join(", ", row.keySet()), String.join(", ", row.values())));
        }
    }
}
