package vn.congdoan.vks.acceptance.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;

/// The demo that `./dev up` has loaded: the scenario of domain.md §8, with its real figures.
@ExtendWith(SystemUnderTest.class)
@Order(51)
class DemoTest {

    private static final Map<String, String> UNIONS =
            Map.of("trunguong", "VKSTC", "quangngai", "QNG", "kontum", "KTM", "nghean", "NAN");

    private static final Map<String, String> ROLES = Map.of(
            "quantri", "ADMIN",
            "chutich", "CHAIR",
            "canbo", "OFFICER",
            "vanthu", "OFFICER",
            "ketoan", "ACCOUNTANT",
            "thuquy", "CASHIER",
            "kiemtra", "INSPECTOR");

    /// Kon Tum's union, which ended on 1 July 2025.
    private static final String MERGED = "KTM";

    private static final int SECTIONS = 30;
    private static final String DAY = "2022-12-31";

    private final World world;

    DemoTest(World world) {
        this.world = world;
    }

    @Test
    void the_central_union_has_1098_members_471_of_them_women() {
        JsonNode counted = statistics("VKSTC");
        assertEquals(1098, counted.at("/own/members").asInt());
        assertEquals(471, counted.at("/own/female").asInt());
        assertEquals(42.9, counted.at("/own/femaleRate").asDouble());
        long sections = 0;
        for (JsonNode child : counted.path("children")) {
            sections += child.at("/unit/kind").asText().equals("SECTION") ? 1 : 0;
        }
        assertEquals(SECTIONS, sections);
        int provinces = 0;
        for (String code : UNIONS.values()) {
            provinces += code.equals("VKSTC")
                    ? 0
                    : statistics(code).at("/own/members").asInt();
        }
        assertEquals(1098 + provinces, counted.at("/sector/members").asInt());
    }

    @Test
    void the_provinces_have_the_members_of_the_scenario() {
        int quangNgai = statistics("QNG").at("/own/members").asInt();
        assertTrue(quangNgai >= 150 && quangNgai <= 170, "about 160, not " + quangNgai);
        assertEquals(90, statistics("KTM").at("/own/members").asInt());
        assertEquals(200, statistics("NAN").at("/own/members").asInt());
    }

    @TestFactory
    Stream<DynamicTest> every_demo_login_is_who_its_name_says() {
        return Arrays.stream(DemoLogins.values())
                .map(login -> DynamicTest.dynamicTest(login.login(), () -> requireStanding(login)));
    }

    private void requireStanding(DemoLogins login) {
        JsonNode me = world.gateway()
                .send(Call.get("/api/v1/me"), world.demo(login).token())
                .require(200)
                .json();
        assertEquals(login.subject(), me.at("/principal/subject").asText());
        String[] parts = login.login().split("\\.", 2);
        String union = UNIONS.get(parts[0]);
        if (MERGED.equals(union)) {
            assertTrue(me.path("assignments").isEmpty(), me.toString());
            return;
        }
        if (parts[1].equals("doanvien")) {
            assertFalse(me.at("/member/fullName").asText().isEmpty(), me.toString());
            return;
        }
        assertEquals(ROLES.get(parts[1]), me.at("/assignments/0/role").asText(), me.toString());
        assertEquals(union, me.at("/assignments/0/unit/code").asText(), me.toString());
        assertFalse(me.at("/assignments/0/permissions").isEmpty(), me.toString());
    }

    @Test
    void the_demo_integrator_reads_for_the_central_union() {
        DemoClients client = DemoClients.INTEGRATOR_DEMO;
        String token = world.identities().clientToken(client.clientId(), client.secret());
        JsonNode me =
                world.gateway().send(Call.get("/api/v1/me"), token).require(200).json();
        assertEquals("INTEGRATOR", me.at("/assignments/0/role").asText(), me.toString());
        assertEquals("VKSTC", me.at("/assignments/0/unit/code").asText(), me.toString());
    }

    @Test
    void figures_of_2022_stay_on_the_tree_of_then_and_come_together_on_the_tree_of_now() {
        assertEquals(160, statistics("QNG").at("/own/members").asInt());
        assertEquals(68, statistics("QNG").at("/own/female").asInt());
        assertEquals(90, statistics("KTM").at("/own/members").asInt());

        JsonNode regrouped = statistics("QNG", DAY + "&tree=now");
        assertEquals(160 + 90, regrouped.at("/own/members").asInt(), regrouped.toString());
        assertEquals(68 + 39, regrouped.at("/own/female").asInt(), regrouped.toString());
        assertEquals(
                statistics("VKSTC").at("/sector/members"),
                statistics("VKSTC", DAY + "&tree=now").at("/sector/members"));
        assertEquals(
                160 + 90, statistics("QNG", "2025-07-01").at("/own/members").asInt());
    }

    @Test
    void after_the_merge_one_unit_has_the_code_and_ended_ones_are_still_found_by_theirs() {
        JsonNode successor = units("QNG");
        assertEquals(1, successor.path("items").size(), successor.toString());
        JsonNode merged = units("KTM");
        assertEquals(1, merged.path("items").size(), merged.toString());
        assertEquals("2025-07-01", merged.at("/items/0/validTo").asText(), merged.toString());
        assertEquals(1, units("QNG-KV6").path("items").size());
    }

    @Test
    void quang_ngais_officer_reads_kon_tums_records_and_kon_tums_officer_nothing_any_more() {
        String officer = world.demo(DemoLogins.QUANGNGAI_CANBO).token();
        String ended = units("KTM").at("/items/0/id").asText();
        world.gateway()
                .send(Call.get("/api/v1/units/" + ended + "/statistics?asOf=" + DAY), officer)
                .require(200);
        JsonNode members = world.gateway()
                .send(Call.get("/api/v1/members?q=KTM-0001"), officer)
                .require(200)
                .json();
        String member = members.at("/items/0/id").asText();
        JsonNode record = world.gateway()
                .send(Call.get("/api/v1/members/" + member), officer)
                .require(200)
                .json();
        assertEquals("KTM-0001", record.path("memberNumber").asText(), record.toString());

        String former = world.demo(DemoLogins.KONTUM_CANBO).token();
        JsonNode refused = world.gateway()
                .send(Call.get("/api/v1/members/" + member), former)
                .require(403)
                .json();
        assertEquals("no-assignment", refused.path("code").asText(), refused.toString());
    }

    @Test
    void kon_tums_end_is_final_and_its_fund_went_to_quang_ngai_to_the_dong() {
        String ended = units("KTM").at("/items/0/id").asText();
        String accountant = world.demo(DemoLogins.QUANGNGAI_KETOAN).token();
        JsonNode moves = world.gateway()
                .send(Call.get("/api/v1/fund-moves?unit=" + ended), accountant)
                .require(200)
                .json()
                .path("items");
        assertEquals(1, moves.size(), moves.toString());
        JsonNode move = moves.get(0);
        assertEquals(18_234_567, move.path("amount").asLong(), move.toString());
        assertEquals(ended, move.path("fromUnitId").asText());
        for (JsonNode account : move.path("accounts")) {
            assertEquals(0, account.path("fromAfter").asLong(), account.toString());
            assertEquals(
                    account.path("fromBefore").asLong()
                            + account.path("toBefore").asLong(),
                    account.path("toAfter").asLong(),
                    account.toString());
        }
        JsonNode left = world.gateway()
                .send(Call.get("/api/v1/funds/" + move.path("fromFundId").asText()), accountant)
                .require(200)
                .json();
        assertEquals(0, left.path("balance").asLong(), left.toString());
        assertEquals(move.path("toFundId"), left.path("movedTo"), left.toString());
        String admin = world.demo(DemoLogins.TRUNGUONG_QUANTRI).token();
        JsonNode kit = world.gateway()
                .send(Call.get("/api/v1/units/" + ended + "/closing"), admin)
                .require(200)
                .json();
        assertTrue(kit.path("complete").asBoolean(), kit.toString());
        assertTrue(kit.at("/books/balanced").asBoolean(), kit.toString());
        assertEquals(18_234_567, kit.at("/books/amount").asLong(), kit.toString());
        assertEquals("2025-07-01", kit.path("endedOn").asText());
        JsonNode merge = world.gateway()
                .send(Call.get("/api/v1/reorganizations?limit=200&unit=" + ended), admin)
                .require(200)
                .json()
                .at("/items/0");
        assertEquals("APPLIED", merge.path("status").asText(), merge.toString());
        assertFalse(merge.path("finalAt").isNull(), merge.toString());
    }

    @Test
    void what_was_reported_stands_beside_what_is_computed() {
        JsonNode central = reported("VKSTC");
        assertEquals(42.8, central.at("/FEMALE_RATE/value").asDouble(), central.toString());
        assertEquals("42,8%", central.at("/FEMALE_RATE/printed").asText());
        assertEquals(42.9, statistics("VKSTC").at("/own/femaleRate").asDouble());
        assertEquals(1098, central.at("/MEMBERS/value").asInt());
        assertEquals("MORE_THAN 1100000000", qualified(central.path("TET_AMOUNT")));
        assertEquals("MORE_THAN 810000000", qualified(central.path("HOUSING_AMOUNT")));
        JsonNode quangNgai = reported("QNG");
        assertEquals("EXACT 151000000", qualified(quangNgai.path("WELFARE_AMOUNT")));
        assertEquals("151.000,000đ", quangNgai.at("/WELFARE_AMOUNT/printed").asText());
    }

    @Test
    void what_was_reported_of_money_comes_out_of_what_is_disclosed() {
        Map<String, JsonNode> central = disclosed("VKSTC");
        long tet = of(central, "UNION_BUDGET").path("totalSpending").asLong();
        assertTrue(tet > 1_100_000_000, () -> "Tết came to " + tet);
        long houses = of(central, "HOUSING").path("totalIncome").asLong();
        assertTrue(houses > 810_000_000, () -> "houses came to " + houses);
        Map<String, JsonNode> quangNgai = disclosed("QNG");
        assertEquals(
                151_000_000,
                quangNgai.values().stream()
                        .mapToLong(each -> each.path("totalSpending").asLong())
                        .sum());
        assertEquals(
                38_400_000, of(quangNgai, "DISASTER").at("/spending/0/amount").asLong());
        assertEquals(
                "PASSED_ON", of(quangNgai, "DISASTER").at("/spending/0/code").asText());
        JsonNode hardship = of(central, "SOLIDARITY").at("/spending/0");
        assertEquals(
                "HARDSHIP 20000000",
                hardship.path("code").asText() + " " + hardship.path("amount").asText());
        JsonNode drive = world.gateway()
                .send(
                        Call.get("/api/v1/drives?unit="
                                + units("VKSTC").at("/items/0/id").asText()),
                        world.demo(DemoLogins.TRUNGUONG_KETOAN).token())
                .require(200)
                .json()
                .at("/items/0");
        assertEquals(houses, drive.path("givenAmount").asLong(), drive.toString());
    }

    private static JsonNode of(Map<String, JsonNode> disclosed, String kind) {
        return Objects.requireNonNull(disclosed.get(kind), kind);
    }

    /// What all staff read of a union's funds of 2022, by their kinds; of two of a kind the one that was there before.
    private Map<String, JsonNode> disclosed(String code) {
        String id = units(code).at("/items/0/id").asText();
        Map<String, JsonNode> disclosed = new HashMap<>();
        world.gateway()
                .send(
                        Call.get("/api/v1/funds?limit=200&unit=" + id),
                        world.demo(DemoLogins.TRUNGUONG_KETOAN).token())
                .require(200)
                .json()
                .path("items")
                .forEach(fund -> {
                    // Those of the unions that have gone into it come along.
                    if (fund.path("unitId").asText().equals(id)) {
                        disclosed.putIfAbsent(fund.path("kind").asText(), disclosure(fund));
                    }
                });
        return disclosed;
    }

    private JsonNode disclosure(JsonNode fund) {
        return world.gateway()
                .send(
                        Call.get("/api/v1/disclosures/" + fund.path("id").asText() + "?from=2022-01-01&to=2022-12-31"),
                        world.demo(DemoLogins.NGHEAN_CANBO).token())
                .require(200)
                .json();
    }

    private static String qualified(JsonNode figure) {
        return figure.path("qualifier").asText() + " " + figure.path("value").asText();
    }

    /// What a union reported of 2022, by indicator.
    private JsonNode reported(String code) {
        String id = units(code).at("/items/0/id").asText();
        ObjectNode figures = Json.object();
        world.gateway()
                .send(
                        Call.get("/api/v1/reported-figures?year=2022&unit=" + id),
                        world.demo(DemoLogins.TRUNGUONG_CANBO).token())
                .require(200)
                .json()
                .path("items")
                .forEach(each -> figures.set(each.path("indicator").asText(), each));
        return figures;
    }

    private JsonNode units(String code) {
        return world.gateway()
                .send(
                        Call.get("/api/v1/units?code=" + Objects.requireNonNull(code)),
                        world.demo(DemoLogins.TRUNGUONG_CANBO).token())
                .require(200)
                .json();
    }

    private JsonNode statistics(String code) {
        return statistics(code, DAY);
    }

    private JsonNode statistics(String code, String asOf) {
        String id = units(code).at("/items/0/id").asText();
        return world.gateway()
                .send(
                        Call.get("/api/v1/units/" + id + "/statistics?asOf=" + asOf),
                        world.demo(DemoLogins.TRUNGUONG_CANBO).token())
                .require(200)
                .json();
    }
}
