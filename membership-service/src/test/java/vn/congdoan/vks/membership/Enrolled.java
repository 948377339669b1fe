package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Members as tests enrol them: in a unit, by name, with whatever else is told of them.
final class Enrolled {

    private final String officer;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    private Enrolled(String officer) {
        this.officer = officer;
    }

    static Enrolled by(String officer) {
        return new Enrolled(officer);
    }

    /// @param more names of fields, each with its value
    Enrolled member(String unit, String name, Object... more) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "unitId",
                unit,
                "fullName",
                name,
                "gender",
                "FEMALE",
                "birth",
                Map.of("year", 1980),
                "joinedOn",
                "2010-01-01"));
        for (int field = 0; field < more.length; field += 2) {
            row.put((String) more[field], more[field + 1]);
        }
        rows.add(row);
        return this;
    }

    /// Their ids, in the order in which they were told.
    List<String> enrol() {
        Api.create(officer, "/api/v1/members/enrolments", Map.of("items", rows))
                .statusCode(200)
                .body("items.findAll { it.outcome == 'CREATED' }", hasSize(rows.size()));
        return rows.stream().map(row -> (String) row.get("id")).toList();
    }
}
