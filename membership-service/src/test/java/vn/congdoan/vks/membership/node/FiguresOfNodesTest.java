package vn.congdoan.vks.membership.node;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.membership.assignment.AssignmentState;
import vn.congdoan.vks.membership.figure.ReportedFigureState;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Receiving;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.ProvinceNode;

/// What a province reports at its own node is read at the central one, and written there alone.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class FiguresOfNodesTest {

    private static final String FIGURES = "/api/v1/reported-figures";
    private static final Map<String, Object> SOURCE = Map.of("title", "Báo cáo năm 2022", "place", "Trang 2");

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private String union = "";
    private ProvinceNode node = new ProvinceNode(code, UUID.randomUUID());

    @Inject
    Sql sql;

    @Inject
    Receiving receiving;

    @BeforeEach
    void found() {
        union = Api.union(code);
        String name = code.toLowerCase(Locale.ROOT);
        Api.create(Api.FIRST_ADMIN, "/api/v1/sync/nodes", Map.of("name", name, "unionId", union))
                .statusCode(201);
        node = new ProvinceNode(name, UUID.fromString(union));
        Api.grant(Api.FIRST_ADMIN, code + "-above", "OFFICER", Api.central()).statusCode(201);
    }

    @Test
    void it_is_read_with_its_history_and_corrected_at_home_alone() {
        UUID figure = node.tell(ReportedFigureState.TYPE, figure(1089, List.of(step("RECORDED"))));
        node.send(receiving);
        Map<String, Object> corrected = new HashMap<>(step("CORRECTED"));
        corrected.putAll(Map.of("reason", "Gõ nhầm", "before", said(1089)));
        node.tell(ReportedFigureState.TYPE, figure, 2, figure(1098, List.of(step("RECORDED"), corrected)));
        node.send(receiving);

        String above = code + "-above";
        Api.as(above)
                .get(FIGURES + "?unit=" + union)
                .then()
                .body("items.value", contains(1098))
                .body("items.source.place", contains("Trang 2"));
        Api.as(above)
                .get(FIGURES + "/" + figure + "/history")
                .then()
                .body("items.find { it.kind == 'CORRECTED' }.before.value", equalTo(1089))
                .body("items[0]", not(hasKey("actor")));
        node.tell(
                AssignmentState.TYPE,
                Map.of(
                        "principal",
                        Map.of("issuer", "congdoan", "subject", officer),
                        "role",
                        "OFFICER",
                        "unitId",
                        union,
                        "validFrom",
                        "2020-01-01",
                        "source",
                        "GRANT",
                        "recordedAt",
                        "2026-11-22T08:00:00Z"));
        node.send(receiving);
        Api.act(officer, FIGURES + "/" + figure, "withdraw", Map.of("reason", "Ghi hai lần"))
                .statusCode(409)
                .body("code", equalTo("owned-elsewhere"));
        Api.create(officer, FIGURES, form()).statusCode(409).body("code", equalTo("owned-elsewhere"));
    }

    @Test
    void a_step_that_its_home_has_lost_goes() {
        Map<String, Object> first = step("RECORDED");
        Map<String, Object> lost = new HashMap<>(step("WITHDRAWN"));
        lost.put("reason", "Ghi hai lần");
        UUID figure = node.tell(ReportedFigureState.TYPE, figure(7, List.of(first, lost)));
        node.send(receiving);
        node.tell(ReportedFigureState.TYPE, figure, 2, figure(7, List.of(first)));
        node.send(receiving);
        Api.as(code + "-above")
                .get(FIGURES + "/" + figure + "/history")
                .then()
                .body("items.kind", contains("RECORDED"));
    }

    /// It would break every list that it is in.
    @ParameterizedTest
    @CsvSource({"indicator, NOT_YET_KNOWN", "period, 2022-Q5", "period, 2018/2100", "period, 1800", "status, LOST"})
    void what_this_node_does_not_understand_is_set_aside(String field, String value) {
        Map<String, Object> strange = new HashMap<>(figure(7, List.of(step("RECORDED"))));
        strange.put(field, value);
        UUID figure = node.tell(ReportedFigureState.TYPE, strange);
        node.send(receiving);
        assertEquals(
                List.of("REFUSED"),
                sql.list(
                        "select reason from quarantined_change where aggregate_id = ?",
                        row -> row.getString(1),
                        figure));
        Api.as(code + "-above").get(FIGURES + "?unit=" + union).then().statusCode(200);
    }

    private Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>(said(7));
        form.putAll(Map.of("unitId", union, "period", "2022", "indicator", "MEMBERS"));
        return form;
    }

    private Map<String, Object> figure(int value, List<Map<String, Object>> steps) {
        return Map.of(
                "unitId",
                union,
                "ownerUnionId",
                union,
                "period",
                "2022",
                "indicator",
                "MEMBERS",
                "status",
                "RECORDED",
                "reported",
                said(value),
                "steps",
                steps,
                "recordedAt",
                "2026-11-22T08:00:00Z");
    }

    private static Map<String, Object> said(int value) {
        return Map.of("value", value, "qualifier", "EXACT", "source", SOURCE);
    }

    private static Map<String, Object> step(String kind) {
        return Map.of("id", UUID.randomUUID(), "kind", kind, "at", "2026-11-22T08:00:00Z");
    }
}
