package vn.congdoan.vks.campaign.campaign;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.RunTimeRole;

/// The table guards itself, whoever writes to it.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CampaignTableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kind | 'CRUSADE' | campaign_kind_check",
                "status | 'OVER' | campaign_status_check",
                "name | '' | campaign_name_check",
                "ends_on | '2021-12-31' | campaign_ends_after_start",
                "status | 'LAUNCHED' | campaign_launched_on_a_day",
                "launched_on | '2022-01-05' | campaign_launched_on_a_day",
                "scope_unit_ids | '{}' | campaign_calls_somebody",
                "scope_unit_ids | '{NULL}' | campaign_calls_somebody"
            })
    void refuses_a_wrong_row(String column, String value, String constraint) {
        SQLException refused = assertThrows(SQLException.class, () -> insert(row(UUID.randomUUID(), column, value)));
        assertTrue(String.valueOf(refused.getMessage()).contains(constraint), refused.getMessage());
    }

    private static Map<String, String> row(UUID unit, String column, String value) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("campaign_id", "'" + UUID.randomUUID() + "'");
        row.put("version", "0");
        row.put("owner_union_id", "'" + unit + "'");
        row.put("unit_id", "'" + unit + "'");
        row.put("kind", "'MOVEMENT'");
        row.put("status", "'DRAFT'");
        row.put("name", "'Phong trào'");
        row.put("starts_on", "'2022-01-01'");
        row.put("scope_unit_ids", "'{" + unit + "}'");
        row.put("searchable", "'phong trao'");
        row.put("created_as", "''");
        row.put("recorded_at", "now()");
        row.put(column, value);
        return row;
    }

    private void insert(Map<String, String> row) throws SQLException {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into campaign (%s) values (%s)"
                    .formatted(String.join(", ", row.keySet()), String.join(", ", row.values())));
        }
    }
}
