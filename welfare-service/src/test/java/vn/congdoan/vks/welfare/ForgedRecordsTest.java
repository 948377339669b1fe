package vn.congdoan.vks.welfare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Receiving;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.ProvinceNode;
import vn.congdoan.vks.welfare.contribution.ContributionState;
import vn.congdoan.vks.welfare.fund.FundState;
import vn.congdoan.vks.welfare.ledger.TransferState;

/// A province's node tells of the money of its own union, and of no other.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ForgedRecordsTest {

    private final UUID union = UUID.randomUUID();
    private final ProvinceNode node = new ProvinceNode("node-" + union, union);

    @Inject
    Sql sql;

    @Inject
    Receiving receiving;

    @BeforeEach
    void settle() {
        sql.change("insert into home (union_id, node) values (?, ?)", union, "node-" + union);
    }

    @Test
    void the_unions_own_money_is_taken() {
        UUID fund = node.tell(FundState.TYPE, fund(union));
        node.tell(TransferState.TYPE, income(fund));
        node.send(receiving);
        assertEquals(
                List.of(500L),
                sql.list(
                        "select balance from account_balance where fund_id = ? and kind = 'CASH'",
                        row -> row.getLong(1),
                        fund));
    }

    @Test
    void nothing_is_booked_in_a_fund_of_another_union() {
        UUID others = UUID.fromString(MoneyRequests.fund(Organization.NAN));
        refused(TransferState.TYPE, UUID.randomUUID(), income(others));
        refused(ContributionState.TYPE, UUID.randomUUID(), Map.of("unitId", union, "fundId", others));
        refused(FundState.TYPE, others, fund(union));
    }

    @Test
    void no_fund_is_opened_for_a_unit_of_another_union() {
        refused(FundState.TYPE, UUID.randomUUID(), fund(Organization.NAN_01.id()));
    }

    @Test
    void an_owner_who_is_not_the_changes_is_refused() {
        Map<String, Object> anothers = new HashMap<>(fund(union));
        anothers.put("ownerUnionId", Organization.NAN.id());
        refused(FundState.TYPE, UUID.randomUUID(), anothers);
    }

    private void refused(AggregateType type, UUID id, Map<String, ?> state) {
        node.tell(type, id, state);
        RuntimeException refused =
                assertThrows(RuntimeException.class, () -> node.send(receiving), type.name() + " " + state);
        assertTrue(String.valueOf(refused.getMessage()).startsWith("NOT_THE_SENDERS"), refused::toString);
    }

    private static Map<String, ?> income(UUID fund) {
        return Map.of(
                "fundId",
                fund,
                "kind",
                "INCOME",
                "date",
                "2026-01-02",
                "bookedAt",
                "2026-11-22T08:00:00Z",
                "postings",
                List.of(
                        Map.of("account", "CASH", "amount", 500),
                        Map.of("account", "INCOME", "code", "OTHER", "amount", -500)));
    }

    private static Map<String, ?> fund(UUID unit) {
        return Map.of(
                "unitId",
                unit,
                "kind",
                "SOLIDARITY",
                "name",
                "Quỹ " + unit,
                "passThrough",
                false,
                "purposes",
                List.of("ILLNESS"),
                "opensOn",
                "2020-01-01",
                "takesOutsideDonors",
                false,
                "recordedAt",
                "2026-11-22T08:00:00Z");
    }
}
