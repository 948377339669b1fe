package vn.congdoan.vks.membership.bootstrap;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

/// A provincial node starts without settings of the central union and makes nothing.
@NullMarked
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@TestProfile(ProvincialStartTest.OfAProvince.class)
class ProvincialStartTest {

    @Inject
    DataSource database;

    /// The node's name, and nobody who would become the first ADMIN.
    public static final class OfAProvince implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("vks.node.id", "qng", "vks.bootstrap.admin-subject", "");
        }
    }

    @Test
    void the_first_start_of_a_province_makes_no_unit_and_no_assignment_and_counts_as_the_first() throws Exception {
        given().get("/q/health/ready").then().statusCode(200);
        for (String table : List.of("unit", "assignment", "change_pending", "change")) {
            assertEquals(0, count(table), table);
        }
        assertEquals(1, count("bootstrap"));
    }

    private int count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
