package vn.congdoan.vks.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congdoan.vks.local.realm.DemoClients;

@NullMarked
class NodesTest {
    @TempDir
    Path directory = Path.of("");

    private Place central = Place.from(Map.of());
    private Nodes nodes = new Nodes(central);

    @BeforeEach
    void beside() {
        central = Place.from(Map.of("LOCAL_DIR", directory.toString()));
        nodes = new Nodes(central);
    }

    @Test
    void the_first_node_lies_a_thousand_ports_above_central_and_each_keeps_its_own() throws Exception {
        assertEquals(Optional.empty(), nodes.find("qng"));
        assertEquals(9080, nodes.findOrAdd("qng").portBase());
        assertEquals(10_080, nodes.findOrAdd("nan-2").portBase());
        assertEquals(9080, nodes.findOrAdd("qng").portBase());
        assertEquals(Map.of("qng", 9080, "nan-2", 10_080), new Nodes(central).all());
        Place moved = Place.from(Map.of("LOCAL_DIR", directory.toString(), "PORT_BASE", "11080"));
        assertEquals(12_080, new Nodes(moved).find("qng").orElseThrow().portBase());
    }

    @Test
    void a_name_that_would_leave_the_directory_or_is_centrals_is_refused() {
        for (String wrong : List.of("central", "", "../qng", "QNG", "ports.txt", "q ng", "1q", "a".repeat(31))) {
            assertThrows(IllegalArgumentException.class, () -> nodes.findOrAdd(wrong), wrong);
        }
    }

    @Test
    void a_node_has_a_link_and_every_part_that_central_has_on_ports_and_in_a_directory_of_its_own() throws Exception {
        Place node = nodes.findOrAdd("qng");
        assertEquals(directory.resolve("nodes/qng"), node.directory());
        Set<Integer> ports = ports(node);
        assertEquals(IntStream.of(node.allPorts()).boxed().collect(Collectors.toSet()), ports);
        Set<Integer> shared = new HashSet<>(ports);
        shared.retainAll(ports(central));
        assertEquals(Set.of(), shared);
        List<String> names = Parts.of(node).stream().map(Part::name).toList();
        assertEquals(Parts.of(central).stream().map(Part::name).toList(), names.subList(0, names.size() - 1));
        assertEquals("link", names.getLast());
    }

    @Test
    void the_gateway_of_a_node_is_told_of_central_through_the_link_and_who_it_is_there() throws Exception {
        Map<String, String> told = new ServiceEnvironment(nodes.findOrAdd("qng")).gateway();
        assertEquals("qng", told.get("VKS_NODE_ID"));
        assertEquals("http://127.0.0.1:9200", told.get("VKS_SYNC_CENTRAL_URL"));
        assertEquals(
                "http://127.0.0.1:9201/realms/congdoan/protocol/openid-connect/token", told.get("VKS_SYNC_TOKEN_URL"));
        assertEquals(DemoClients.NODE_QNG.clientId(), told.get("VKS_SYNC_CLIENT_ID"));
        assertEquals(DemoClients.NODE_QNG.secret(), told.get("VKS_SYNC_CLIENT_SECRET"));
        assertEquals("http://localhost:9180/realms/congdoan", told.get("QUARKUS_OIDC_AUTH_SERVER_URL"));
    }

    @Test
    void only_central_is_told_whom_its_first_start_makes_and_only_a_node_of_the_link() throws Exception {
        Map<String, String> ofNode = new ServiceEnvironment(nodes.findOrAdd("qng")).membership();
        assertEquals(Set.of(), startingWith("VKS_BOOTSTRAP", ofNode));
        assertEquals(
                3,
                startingWith("VKS_BOOTSTRAP", new ServiceEnvironment(central).membership())
                        .size());
        assertEquals(Set.of(), startingWith("VKS_SYNC", new ServiceEnvironment(central).gateway()));
        assertEquals("central", new ServiceEnvironment(central).gateway().get("VKS_NODE_ID"));
    }

    private static Set<String> startingWith(String prefix, Map<String, String> variables) {
        return variables.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> ports(Place place) {
        return Parts.of(place).stream().flatMap(part -> part.ports().stream()).collect(Collectors.toSet());
    }
}
