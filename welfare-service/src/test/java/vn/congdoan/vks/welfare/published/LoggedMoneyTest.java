package vn.congdoan.vks.welfare.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.LogLines;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// What the change log says of funds, contributions and transfers, and what it never says.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class LoggedMoneyTest {

    private static final String NAME = "Bà Lê Thị Kín Đáo";

    private static final String ROWS = """
            select kind, stream_key, version, owner_union_id, audience, actor, effective_date, happened, state
            from change_pending where aggregate_id = ? and aggregate_type = ?
            union all
            select kind, stream_key, version, owner_union_id, audience, actor, effective_date, happened, state
            from change where aggregate_id = ? and aggregate_type = ?
            """;

    @Inject
    Sql sql;

    private record Row(
            String kind,
            UUID streamKey,
            long version,
            UUID ownerUnion,
            Set<UUID> audience,
            String actor,
            String effectiveDate,
            String happened,
            JsonNode state) {}

    @Test
    void a_fund_is_logged_with_its_state() {
        String fund = fund(QNG);
        Row row = only(fund, "fund");
        assertEquals("STATE", row.kind());
        assertEquals("created", row.happened());
        assertEquals(UUID.fromString(fund), row.streamKey());
        requireForTheUnionAndAbove(row);
        assertEquals(fund, row.state().path("id").asText());
        assertTrue(row.state().path("takesOutsideDonors").asBoolean());
        assertFalse(row.state().has("balance"));
    }

    @Test
    void a_contribution_is_logged_as_a_state_and_its_transfer_as_an_entry_of_the_fund() {
        String fund = fund(QNG);
        Response answer = give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 350));
        Row contribution = only(answer.path("id"), "contribution");
        assertEquals("STATE", contribution.kind());
        assertEquals("recorded", contribution.happened());
        assertEquals(0, contribution.version());
        assertEquals("2023-10-20", contribution.effectiveDate());
        assertEquals("congdoan/ACCOUNTANT@QNG", contribution.actor());
        requireForTheUnionAndAbove(contribution);
        assertEquals(350, contribution.state().path("amount").asLong());
        assertEquals(
                QNG.member().toString(),
                contribution.state().at("/donor/memberId").asText());
        Row transfer = only(answer.path("transferId"), "transfer");
        assertEquals("ENTRY", transfer.kind());
        assertEquals("booked", transfer.happened());
        assertEquals(UUID.fromString(fund), transfer.streamKey());
        requireForTheUnionAndAbove(transfer);
        assertEquals("CONTRIBUTION", transfer.state().path("kind").asText());
        assertEquals(2, transfer.state().path("postings").size());
        assertEquals("CASH", transfer.state().at("/postings/0/account").asText());
        assertEquals(350, transfer.state().at("/postings/0/amount").asLong());
        assertEquals("INCOME", transfer.state().at("/postings/1/account").asText());
        assertEquals(-350, transfer.state().at("/postings/1/amount").asLong());
    }

    @Test
    void the_name_of_a_donor_outside_and_the_text_of_an_entry_stay_home() {
        try (LogLines lines = LogLines.listen()) {
            String fund = fund(QNG);
            Response given =
                    give(as("ACCOUNTANT", QNG), contribution(fund, Map.of("kind", "OUTSIDE", "name", NAME), 5));
            given.then().statusCode(201);
            var form = expense(1);
            form.put("text", "Thăm " + NAME);
            Response entry = post(as("ACCOUNTANT", QNG), fund, form);
            entry.then().statusCode(201);
            form.put("amount", 100);
            post(as("ACCOUNTANT", QNG), fund, form).then().statusCode(409);
            String logged = only(given.path("id"), "contribution").state().toString()
                    + only(given.path("transferId"), "transfer").state()
                    + only(entry.path("id"), "transfer").state();
            assertFalse(logged.contains("Kín"), logged);
            assertTrue(logged.contains("HARDSHIP"), logged);
            List<String> leaks =
                    lines.all().stream().filter(each -> each.contains("Kín")).toList();
            assertEquals(List.of(), leaks);
            assertEquals(0L, sql.one("""
                                    select count(*) from (select state from change union all
                                                          select state from change_pending) logged
                                    where state::text like '%Kín%'
                                    """, row -> row.getLong(1)).orElseThrow());
        }
    }

    @Test
    void what_was_refused_was_not_logged() {
        String fund = fund(QNG);
        post(as("ACCOUNTANT", QNG), fund, expense(1)).then().statusCode(409);
        assertEquals(
                0L, sql.one("""
                                select count(*) from (select stream_key, kind from change union all
                                                      select stream_key, kind from change_pending) logged
                                where stream_key = ? and kind = 'ENTRY'
                                """, row -> row.getLong(1), UUID.fromString(fund)).orElseThrow());
    }

    private static void requireForTheUnionAndAbove(Row row) {
        assertEquals(QNG.id(), row.ownerUnion());
        assertEquals(Set.of(QNG.id(), VKSTC.id()), row.audience());
    }

    private Row only(String id, String type) {
        UUID aggregate = UUID.fromString(id);
        List<Row> rows = sql.list(ROWS, LoggedMoneyTest::row, aggregate, type, aggregate, type);
        assertEquals(1, rows.size(), rows.toString());
        return rows.getFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        try {
            return new Row(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    row.getLong(3),
                    row.getObject(4, UUID.class),
                    Arrays.stream((UUID[]) row.getArray(5).getArray()).collect(Collectors.toSet()),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    new ObjectMapper().readTree(row.getString(9)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
