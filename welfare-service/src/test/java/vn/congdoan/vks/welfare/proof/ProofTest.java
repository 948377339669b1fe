package vn.congdoan.vks.welfare.proof;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.RunTimeRole;

/// Whoever noted the hash of a link finds out later whether anything before it was changed.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ProofTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private String fund = "";

    @BeforeEach
    void a_fund() {
        fund = fund(QNG);
    }

    @Test
    void before_the_first_transfer_there_is_nothing_to_prove() {
        proof().then()
                .statusCode(200)
                .body("fundId", equalTo(fund))
                .body("links", equalTo(0))
                .body("unlinked", equalTo(0))
                .body("lastTransferId", nullValue())
                .body("hash", equalTo("0".repeat(64)));
    }

    @Test
    void every_transfer_is_a_link_and_its_hash_can_be_made_again_by_anybody() throws Exception {
        String given =
                give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_000)).path("transferId");
        String moved = post(as("ACCOUNTANT", QNG), fund, entry("BANK_DEPOSIT", 300, null, null))
                .path("id");
        String spent = post(as("ACCOUNTANT", QNG), fund, expense(400)).path("id");
        String back = reverse(as("ACCOUNTANT", QNG), fund, spent, Map.of("text", "Nhầm", "date", "2023-12-01"))
                .path("id");
        awaitLinks(4);
        proof().then().body("lastTransferId", equalTo(back)).body("unlinked", equalTo(0));
        links("").then().body("items.transferId", contains(given, moved, spent, back));
        assertEquals(proof().path("hash"), remade());
    }

    @Test
    void pages_go_on_where_the_one_before_ended() {
        for (int number = 1; number <= 5; number++) {
            give(as("ACCOUNTANT", QNG), contribution(fund, QNG, number)).then().statusCode(201);
        }
        awaitLinks(5);
        List<Integer> numbers = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = links("?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .jsonPath();
            numbers.addAll(page.getList("items.number", Integer.class));
            next = page.getString("next");
        }
        assertEquals(List.of(1, 2, 3, 4, 5), numbers);
        String cursor = links("?limit=2").path("next");
        Refusal.of(
                as("CHAIR", QNG).get(FUNDS + "/" + fund(QNG) + "/proof/links?cursor=" + cursor),
                400,
                "invalid-request",
                "?cursor",
                "invalid-cursor");
    }

    @Test
    void transfers_of_many_writers_are_in_one_chain_without_gaps() throws Exception {
        Callable<Integer> giving =
                () -> give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 7)).statusCode();
        try (var threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(Stream.generate(() -> giving).limit(40).toList());
        }
        awaitLinks(40);
        assertEquals(
                LongStream.rangeClosed(1, 40).boxed().toList(),
                links("?limit=100").jsonPath().getList("items.number", Long.class));
        assertEquals(proof().path("hash"), remade());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update posting set amount = sign(amount) * 999 where transfer_id = '%s'",
                "update transfer set value_date = '2023-10-19' where transfer_id = '%s'",
                "update transfer set kind = 'INCOME' where transfer_id = '%s'"
            })
    void whoever_changes_the_past_in_spite_of_the_database_is_found_out(String change) throws Exception {
        String given =
                give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_000)).path("transferId");
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 5)).then().statusCode(201);
        awaitLinks(2);
        String noted = proof().path("hash");
        assertEquals(noted, remade());
        try {
            execute("set session_replication_role = replica; %s; reset session_replication_role"
                    .formatted(change.formatted(given)));
            assertNotEquals(noted, remade());
        } finally {
            // Other tests look whether all books are in order.
            execute("""
                    set session_replication_role = replica;
                    update posting set amount = sign(amount) * 1000 where transfer_id = '%1$s';
                    update transfer set value_date = '2023-10-20', kind = 'CONTRIBUTION' where transfer_id = '%1$s';
                    reset session_replication_role
                    """.formatted(given));
        }
        assertEquals(noted, remade());
    }

    @Test
    void whoever_takes_a_transfer_away_in_spite_of_the_database_is_found_out() throws Exception {
        String given =
                give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_000)).path("transferId");
        awaitLinks(1);
        try {
            execute("""
                    create table transfer_kept as select * from transfer where transfer_id = '%1$s';
                    set session_replication_role = replica; delete from transfer where transfer_id = '%1$s';
                    reset session_replication_role
                    """.formatted(given));
            links("")
                    .then()
                    .statusCode(200)
                    .body("items[0].transferId", equalTo(given))
                    .body("items[0]", not(hasKey("date")))
                    .body("items[0]", not(hasKey("postings")));
        } finally {
            execute("""
                    set session_replication_role = replica; insert into transfer select * from transfer_kept;
                    reset session_replication_role; drop table transfer_kept
                    """);
        }
        assertEquals(proof().path("hash"), remade());
    }

    @Test
    void a_link_that_was_noted_can_be_asked_for() {
        for (int number = 1; number <= 3; number++) {
            give(as("ACCOUNTANT", QNG), contribution(fund, QNG, number)).then().statusCode(201);
        }
        awaitLinks(3);
        links("?after=1&limit=1").then().body("items.number", contains(2));
        links("?after=3").then().body("items", hasSize(0));
        Refusal.of(links("?after=-1"), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update proof_link set hash = sha256('x')",
                "delete from proof_link",
                "truncate proof_link",
                "update proof_link set number = number + 1"
            })
    void links_neither_change_nor_go(String statement) {
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_000)).then().statusCode(201);
        awaitLinks(1);
        assertThrows(SQLException.class, () -> execute(statement));
    }

    @Test
    void is_read_by_whoever_may_read_the_fund() {
        for (String path : List.of(FUNDS + "/" + fund + "/proof", FUNDS + "/" + fund + "/proof/links")) {
            as("INSPECTOR", QNG).get(path).then().statusCode(200);
            as("CHAIR", VKSTC).get(path).then().statusCode(200);
            as("ACCOUNTANT", NAN).get(path).then().statusCode(404);
            as("OFFICER", QNG).get(path).then().statusCode(404);
        }
        links("").then().body("items", hasSize(0)).body("next", nullValue());
    }

    private void awaitLinks(int links) {
        assertTrue(
                Waiting.until(() -> Objects.equals(proof().path("links"), links), PATIENCE), () -> proof().asString());
    }

    private io.restassured.response.Response proof() {
        return as("CHAIR", QNG).get(FUNDS + "/" + fund + "/proof");
    }

    private io.restassured.response.Response links(String query) {
        return as("CHAIR", QNG).get(FUNDS + "/" + fund + "/proof/links" + query);
    }

    /// The last hash, made as the API's document says.
    private String remade() throws Exception {
        String hash = "0".repeat(64);
        for (Map<String, ?> link : links("?limit=100").jsonPath().<Map<String, ?>>getList("items")) {
            List<?> postings = (List<?>) Objects.requireNonNull(link.get("postings"));
            String text = String.join(
                    "\n",
                    hash,
                    fund,
                    text(link.get("transferId")),
                    text(link.get("date")),
                    text(link.get("kind")),
                    text(link.get("purpose")),
                    text(link.get("reverses")),
                    postings.stream()
                            .map(each -> (Map<?, ?>) each)
                            .map(each -> each.get("account") + ":" + each.get("amount"))
                            .collect(Collectors.joining(",")));
            hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        return hash;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = RunTimeRole.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
