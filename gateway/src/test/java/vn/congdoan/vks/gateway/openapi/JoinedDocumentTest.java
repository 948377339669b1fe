package vn.congdoan.vks.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.gateway.routing.Backend;

class JoinedDocumentTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final ObjectNode own = read("contracts/gateway.yaml");
    private final ObjectNode membership = read("example-contracts/membership-service.yaml");
    private final ObjectNode welfare = read("example-contracts/welfare-service.yaml");

    @BeforeEach
    void the_gateway_composes_the_audit_trail() {
        own.set("paths", yaml("""
                /api/v1/audit:
                  get:
                    operationId: listAuditEntries
                    responses:
                      "200":
                        content:
                          application/json:
                            schema: {$ref: "#/components/schemas/AuditEntries"}
                      "503":
                        content:
                          application/problem+json:
                            schema: {$ref: "#/components/schemas/Problem"}
                """));
    }

    @Test
    void holds_the_paths_of_all_contracts() {
        var paths = join().path("paths");
        assertTrue(paths.has("/api/v1/members/{id}"));
        assertTrue(paths.has("/api/v1/funds"));
        assertEquals(
                "changeMember",
                paths.at("/~1api~1v1~1members~1{id}/patch/operationId").asText());
    }

    @Test
    void what_every_service_has_comes_from_the_gateway_itself() {
        var audit = join().at("/paths/~1api~1v1~1audit/get");
        assertTrue(audit.toString().contains("AuditEntries"), audit.toString());
        assertFalse(audit.toString().contains("PageAuditEntry"), audit.toString());
    }

    @Test
    void internal_paths_and_what_only_they_use_never_appear() {
        var text = join().toString();
        assertFalse(text.contains("internal"), text);
        assertFalse(text.contains("Secret"), text);
        assertFalse(text.contains("PageAuditEntry"), text);
    }

    @Test
    void a_schema_that_several_have_alike_appears_once() {
        var problem = join().at("/components/schemas/Problem");
        assertEquals(membership.at("/components/schemas/Problem"), problem);
    }

    @Test
    void a_schema_of_which_the_gateway_knows_only_the_name_comes_from_a_contract() {
        var entry = join().at("/components/schemas/AuditEntry");
        assertEquals("An entry", entry.path("description").asText());
        assertFalse(entry.has("x-fallback"));
    }

    @Test
    void without_any_contract_the_gateways_own_document_stands_alone() {
        var alone = JoinedDocument.of(own, Map.of());
        assertEquals(1, alone.path("paths").size());
        assertTrue(alone.at("/components/schemas").has("Problem"));
        assertFalse(alone.toString().contains("x-fallback"));
    }

    @Test
    void security_is_the_gateways_alone() {
        var joined = join();
        assertFalse(joined.at("/paths/~1api~1v1~1members~1{id}/get").has("security"));
        assertFalse(joined.at("/components/securitySchemes").has("SecurityScheme"));
        assertTrue(joined.at("/components/securitySchemes").has("login"));
    }

    @Test
    void of_a_tag_the_gateways_description_counts() {
        var tags = join().path("tags").valueStream().toList();
        assertEquals(
                List.of("overview", "audit", "members", "funds"),
                tags.stream().map(tag -> tag.path("name").asText()).toList());
        assertTrue(tags.get(1).path("description").asText().contains("across all services"));
    }

    @Test
    void refuses_one_name_for_two_schemas_and_says_which() {
        ((ObjectNode) welfare.at("/components/schemas/Problem")).put("description", "Something else");
        refuses("membership-service", "welfare-service", "schemas/Problem");
    }

    @Test
    void refuses_one_operation_id_for_two_operations() {
        ((ObjectNode) welfare.at("/paths/~1api~1v1~1funds/get")).put("operationId", "getMember");
        refuses("getMember", "get /api/v1/members/{id}", "get /api/v1/funds");
    }

    @Test
    void refuses_a_path_that_is_routed_to_another_service() {
        ((ObjectNode) welfare.path("paths")).set("/api/v1/members", yaml("get: {operationId: x}"));
        refuses("welfare-service", "/api/v1/members");
    }

    @Test
    void refuses_a_path_outside_the_public_api() {
        ((ObjectNode) welfare.path("paths")).set("/hello", yaml("get: {operationId: x}"));
        refuses("welfare-service", "/hello");
    }

    @Test
    void refuses_a_reference_to_nothing() {
        ((ObjectNode) welfare.path("components")).remove("schemas");
        refuses("welfare-service", "schemas/Problem");
    }

    @Test
    void refuses_two_descriptions_of_one_tag() {
        ((ObjectNode) welfare.at("/tags/0")).put("name", "members");
        refuses("members", "membership-service", "welfare-service");
    }

    private void refuses(String... named) {
        var conflict = assertThrows(ContractConflict.class, this::join);
        for (var name : named) {
            assertTrue(String.valueOf(conflict.getMessage()).contains(name), conflict.getMessage());
        }
    }

    private ObjectNode join() {
        Map<Backend, ObjectNode> contracts = new EnumMap<>(Backend.class);
        contracts.put(Backend.MEMBERSHIP, membership);
        contracts.put(Backend.WELFARE, welfare);
        return JoinedDocument.of(own, contracts);
    }

    private static ObjectNode yaml(String text) {
        try {
            return (ObjectNode) YAML.readTree(text);
        } catch (IOException failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    private static ObjectNode read(String resource) {
        try (var in = JoinedDocumentTest.class.getClassLoader().getResourceAsStream(resource)) {
            return (ObjectNode) YAML.readTree(in);
        } catch (IOException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}
