package vn.congdoan.vks.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import vn.congdoan.vks.platform.testing.LocalStack;

/// What comes at the same time is answered as if it had come one after the other.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class MeetingTest {

    private static final int MANY = 8;

    private final String code = Api.newCode();
    private final String union = Api.union(code, "OFFICER", "CHAIR");
    private final String officer = code + "-officer";

    @RepeatedTest(3)
    void of_equal_creations_of_a_unit_one_creates() {
        Map<String, Object> section = Map.of(
                "kind", "SECTION", "parentId", union, "code", code + "-1", "name", "Tổ", "validFrom", "2001-01-01");
        assertOneCreates(code + "-admin", "/api/v1/units/", section);
    }

    @RepeatedTest(3)
    void of_equal_grants_one_creates() {
        assertOneCreates(
                code + "-admin",
                "/api/v1/assignments/",
                Map.of("subject", code + "-x", "role", "OFFICER", "unitId", union, "validFrom", "2001-01-01"));
    }

    @RepeatedTest(3)
    void of_equal_applications_one_creates() {
        assertOneCreates(officer, "/api/v1/members/", Api.applicant(union));
    }

    private static void assertOneCreates(String by, String path, Map<String, Object> form) {
        String address = path + UUID.randomUUID();
        List<Response> answers = Api.atOnce(
                MANY, () -> Api.as(by).header("If-None-Match", "*").body(form).put(address));

        List<Integer> expected = new ArrayList<>(Collections.nCopies(MANY - 1, 200));
        expected.add(201);
        assertEquals(
                expected, answers.stream().map(Response::statusCode).sorted().toList());
    }
}
