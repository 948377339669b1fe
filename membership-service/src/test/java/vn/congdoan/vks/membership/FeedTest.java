package vn.congdoan.vks.membership;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class FeedTest {

    private static final String FEED = "/api/v1/sync/membership/changes";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String code = Api.newCode();

    @Test
    void an_inspector_reads_the_changes_of_the_own_union_and_what_is_published_to_all() {
        String union = Api.union(code, "OFFICER", "INSPECTOR");
        String sibling = Api.newCode();
        String siblingUnion = Api.union(sibling, "OFFICER");
        String own = applicant(code, union);
        String other = applicant(sibling, siblingUnion);

        List<JsonNode> read = readAllSeeing(code + "-inspector", own);

        List<String> seen = read.stream().map(FeedTest::record).toList();
        assertTrue(seen.contains(own));
        assertTrue(seen.contains(siblingUnion), "units are published to all");
        assertTrue(!seen.contains(other), "a member of another union is not");
        JsonNode change = read.stream()
                .filter(each -> own.equals(record(each)))
                .findFirst()
                .orElseThrow();
        assertEquals("applied", change.path("type").asText());
        assertEquals("member", change.path("aggregateType").asText());
        assertEquals("membership", change.path("service").asText());
        assertEquals(union, change.path("ownerUnion").asText());
        assertEquals("central", change.path("originNode").asText());
        assertEquals(List.of(Api.central(), union).stream().sorted().toList(), sorted(change.path("audience")));
        assertEquals("congdoan/" + code + "-officer", change.path("actor").asText());
        assertEquals("APPLIED", change.at("/state/status").asText());
    }

    @Test
    void positions_ascend_and_the_pages_join() {
        String union = Api.union(code, "OFFICER", "INSPECTOR");
        String last = "";
        for (int member = 0; member < 5; member++) {
            last = applicant(code, union);
        }
        List<JsonNode> whole = readAllSeeing(code + "-inspector", last);
        List<JsonNode> inPieces = new ArrayList<>();
        long after = 0;
        long end = whole.getLast().path("position").asLong();
        while (after < end) {
            JsonNode page = page(code + "-inspector", "?limit=3&epoch=1&after=" + after);
            page.path("items").forEach(inPieces::add);
            after = page.path("next").asLong();
        }
        assertEquals(whole, inPieces.subList(0, whole.size()));
        long before = 0;
        for (JsonNode change : whole) {
            long position = change.path("position").asLong();
            assertTrue(position > before);
            before = position;
        }
    }

    @Test
    void only_an_inspector_of_a_whole_union_reads_it() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        String section = Api.section(code + "-admin", union, code + "-S");
        Api.grant(code + "-admin", code + "-looker", "INSPECTOR", section).statusCode(201);
        String member = applicant(code, union);

        for (String role : List.of("admin", "officer", "chair")) {
            Api.as(code + "-" + role).get(FEED).then().statusCode(403).body("code", equalTo("forbidden"));
        }
        Api.as("nobody-" + code).get(FEED).then().statusCode(403);
        given().get(FEED).then().statusCode(401);
        Api.as(code + "-looker")
                .get(FEED + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.aggregateId", not(hasItem(member)));
    }

    @Test
    void a_wrong_place_in_the_log_is_refused_by_name() {
        Api.union(code, "INSPECTOR");
        String inspector = code + "-inspector";
        Api.as(inspector).get(FEED + "?epoch=99").then().statusCode(400).body("errors[0].pointer", equalTo("?epoch"));
        Api.as(inspector).get(FEED + "?after=-1").then().statusCode(400).body("errors[0].pointer", equalTo("?after"));
        Api.as(inspector).get("/api/v1/sync/welfare/changes").then().statusCode(404);
        Api.as(inspector).get(FEED + "?after=abc").then().statusCode(400).body("errors[0].pointer", equalTo("?after"));
        Api.as(inspector).get(FEED + "?after=7").then().statusCode(400).body("errors[0].pointer", equalTo("?epoch"));
        Api.as(inspector)
                .get(FEED + "?epoch=1&after=999999999")
                .then()
                .statusCode(409)
                .body("code", equalTo("position-void"));
    }

    @Test
    void who_did_it_is_told_to_its_own_union_only() {
        String union = Api.union(code, "OFFICER", "INSPECTOR");
        String member = applicant(code, union);
        JsonNode own = readAllSeeing(code + "-inspector", member).stream()
                .filter(each -> member.equals(record(each)))
                .findFirst()
                .orElseThrow();
        assertTrue(own.has("actor"));
        assertTrue(own.has("requestId"));
        String sibling = Api.newCode();
        String siblingUnion = Api.union(sibling, "INSPECTOR");
        JsonNode others = readAllSeeing(sibling + "-inspector", siblingUnion).stream()
                .filter(each -> union.equals(record(each)))
                .findFirst()
                .orElseThrow();
        assertTrue(!others.has("actor") && !others.has("assignmentId") && !others.has("requestId"), others.toString());
    }

    private String applicant(String union, String unit) {
        return Api.create(
                        union + "-officer",
                        "/api/v1/members",
                        Map.of(
                                "unitId",
                                unit,
                                "fullName",
                                "Nguyễn Văn An",
                                "birth",
                                Map.of("year", 1990),
                                "gender",
                                "MALE"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// Reads from the beginning until a record is seen: positions are given a moment after the commit.
    private static List<JsonNode> readAllSeeing(String inspector, String record) {
        AtomicReference<List<JsonNode>> read = new AtomicReference<>(List.of());
        assertTrue(Waiting.until(
                () -> {
                    List<JsonNode> all = new ArrayList<>();
                    long after = 0;
                    long head = Long.MAX_VALUE;
                    while (after < head) {
                        JsonNode page = page(inspector, "?limit=200&epoch=1&after=" + after);
                        page.path("items").forEach(all::add);
                        after = page.path("next").asLong();
                        head = page.path("head").asLong();
                    }
                    read.set(all);
                    return all.stream().anyMatch(each -> record.equals(record(each)));
                },
                Duration.ofSeconds(20)));
        return read.get();
    }

    private static JsonNode page(String inspector, String query) {
        byte[] body = Api.as(inspector)
                .get(FEED + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try {
            return JSON.readTree(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String record(JsonNode change) {
        return change.path("aggregateId").asText();
    }

    private static List<String> sorted(JsonNode ids) {
        List<String> sorted = new ArrayList<>();
        ids.forEach(id -> sorted.add(id.asText()));
        sorted.sort(null);
        return sorted;
    }
}
