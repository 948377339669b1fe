package vn.congdoan.vks.acceptance.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Identities;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.events.Databases;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.Waiting;

/// A union that has worked at the central node and gets a node of its own, and the people who work there.
final class Province {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int FEW = 10;
    private static final List<String> SERVICES = List.of("membership", "campaign", "welfare");

    /// What both ends must hold of the union's records: the same query runs at both.
    private static final Map<String, List<String>> RECORDS = Map.of(
            "membership",
            List.of("""
                    select member_id, version, unit_id, status, full_name, birth_year, joined_on, recorded_at
                    from member where owner_union_id = '%1$s'
                    """, """
                    select member_id, placement.unit_id, valid_from, valid_to, began_as, ended_as
                    from placement join member using (member_id) where owner_union_id = '%1$s'
                    """, """
                    select unit.unit_id, version, kind, code, name, parent_id, valid_from, valid_to
                    from unit join unit_version using (unit_id) where union_id = '%1$s'
                    """, """
                    select assignment_id, version, issuer, subject, role, unit_id, valid_from, valid_to
                    from assignment where owner_union_id = '%1$s'
                    """),
            "campaign",
            List.of(
                    "select campaign_id, version, status, name, launched_on from campaign where owner_union_id = '%1$s'"),
            "welfare",
            List.of("select fund_id, version, name, opens_on from fund where owner_union_id = '%1$s'", """
                    select transfer.transfer_id, transfer.kind, value_date, money_in, money_out, booked_at
                    from transfer join fund using (fund_id) where owner_union_id = '%1$s'
                    """, """
                    select account.fund_id, account.name, balance
                    from account_balance join account using (account_id) join fund on fund.fund_id = account.fund_id
                    where owner_union_id = '%1$s'
                    """));

    private final World world;
    private final Api gateway;
    private final Account root;
    private final LocalSystem central;
    private final LocalSystem node;
    private final String name;
    private final String union;
    private final Account admin;
    private final Account officer;
    private final Account chair;
    private final Account accountant;
    private String registered = "";

    private Province(World world, LocalSystem central, LocalSystem node, String name, String union) {
        this.world = world;
        this.gateway = world.gateway();
        this.root = world.demo(DemoLogins.TRUNGUONG_QUANTRI);
        this.central = central;
        this.node = node;
        this.name = name;
        this.union = union;
        Identities identities = new Identities(node.place().keycloakPort());
        this.admin = account(identities, DemoLogins.QUANGNGAI_QUANTRI);
        this.officer = account(identities, DemoLogins.QUANGNGAI_CANBO);
        this.chair = account(identities, DemoLogins.QUANGNGAI_CHUTICH);
        this.accountant = account(identities, DemoLogins.QUANGNGAI_KETOAN);
    }

    /// Founds the union at the central node, lets its people work there, registers its node and starts it: the union's
    /// records are still written at the central node.
    static Province found(World world, LocalSystem central, String name) {
        // Whatever was killed before.
        central.up().requireSuccess();
        Api api = world.gateway();
        String root = new Account(
                        world.identities(),
                        DemoLogins.TRUNGUONG_QUANTRI.login(),
                        DemoLogins.TRUNGUONG_QUANTRI.subject())
                .token();
        String union = create(api, root, "/api/v1/units", Forms.unit("PROVINCIAL_UNION", world.central()));
        create(
                api,
                root,
                "/api/v1/assignments",
                Forms.assignment(DemoLogins.QUANGNGAI_QUANTRI.subject(), "ADMIN", union));
        LocalSystem node = central.node(name);
        Province province = new Province(world, central, node, name, union);
        province.letWork();
        province.registered =
                create(api, root, "/api/v1/sync/nodes", Forms.node(union).put("name", name));
        create(api, root, "/api/v1/assignments", Forms.assignment(DemoClients.NODE_QNG.subject(), "NODE", union));
        node.up().requireSuccess();
        return province;
    }

    /// The union's records are written by the node; they move there if nobody has asked for that before.
    void requireAtHome() {
        if (!hasMovedIn()) {
            beginHandOver();
            awaitMovedIn();
        }
    }

    /// The union's records begin to move to the node.
    void beginHandOver() {
        String root = world.identities().token(DemoLogins.TRUNGUONG_QUANTRI.login());
        world.gateway()
                .send(
                        Call.of(
                                        "POST",
                                        "/api/v1/sync/nodes/" + registered + "/hand-over",
                                        Json.object().put("reason", "Tỉnh có máy chủ riêng"))
                                .with("If-Match", "*"),
                        root)
                .require(200);
    }

    /// Until the node writes the records, in all its services.
    void awaitMovedIn() {
        if (!Waiting.until(this::hasMovedIn, PATIENCE)) {
            throw new AssertionError("The records have not moved; set aside: " + setAside());
        }
    }

    private boolean hasMovedIn() {
        return SERVICES.stream()
                .allMatch(service -> Stream.of(central, node)
                        .allMatch(each -> new Databases(each)
                                .rows(service, "select node from home where union_id = '" + union + "'")
                                .equals(List.of(node.place().nodeId()))));
    }

    private void letWork() {
        for (Map.Entry<String, DemoLogins> each : Map.of(
                        "OFFICER", DemoLogins.QUANGNGAI_CANBO,
                        "CHAIR", DemoLogins.QUANGNGAI_CHUTICH,
                        "ACCOUNTANT", DemoLogins.QUANGNGAI_KETOAN)
                .entrySet()) {
            ObjectNode form = Forms.assignment(each.getValue().subject(), each.getKey(), union);
            create(world.gateway(), world.identities().token(admin.login()), "/api/v1/assignments", form);
        }
    }

    private static String create(Api api, String token, String path, ObjectNode form) {
        Answer made = api.send(Call.of("POST", path, form), token).require(201);
        return made.json().path("id").asText();
    }

    private static Account account(Identities identities, DemoLogins login) {
        return new Account(identities, login.login(), login.subject());
    }

    Api api() {
        return new Api("http://127.0.0.1:" + node.place().gatewayPort());
    }

    /// The union at its node.
    UnionAtWork atWork() {
        return new UnionAtWork(api(), officer, chair, union);
    }

    LocalSystem node() {
        return node;
    }

    String union() {
        return union;
    }

    Account admin() {
        return admin;
    }

    Account officer() {
        return officer;
    }

    Account chair() {
        return chair;
    }

    Account accountant() {
        return accountant;
    }

    /// Shapes its link to the central node.
    void link(String... shape) {
        node.dev(shape).requireSuccess();
    }

    /// Rows of the union's records that one end has and the other has not.
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        RECORDS.forEach((service, queries) -> queries.forEach(query -> {
            String statement = query.formatted(union);
            TreeSet<String> there = new TreeSet<>(new Databases(node).rows(service, statement));
            TreeSet<String> here = new TreeSet<>(new Databases(central).rows(service, statement));
            there.stream().filter(row -> !here.contains(row)).forEach(row -> differences.add("central lacks " + row));
            here.stream().filter(row -> !there.contains(row)).forEach(row -> differences.add("central has " + row));
        }));
        return differences;
    }

    /// What one of both could not apply of the other's.
    List<String> setAside() {
        List<String> aside = new ArrayList<>();
        for (LocalSystem each : List.of(central, node)) {
            for (String service : SERVICES) {
                aside.addAll(new Databases(each).rows(service, """
                                select sender, aggregate_type, aggregate_id, reason, detail from quarantined_change
                                where sender in ('%s', 'central')
                                """.formatted(name)));
            }
        }
        return aside;
    }

    /// Waits until both ends condense the province's records to the same digests, in all services.
    void awaitEqualDigests() {
        for (String service : SERVICES) {
            Call digests = Call.get("/api/v1/sync/" + service + "/digests?node=" + name);
            boolean equal = Waiting.until(
                    () -> digests(api(), digests, admin).equals(digests(gateway, digests, root)), PATIENCE);
            JsonNode own = digests(api(), digests, admin);
            if (!equal || own.isEmpty()) {
                throw new AssertionError(
                        service + ": " + own + " at the province, " + digests(gateway, digests, root) + " at central");
            }
        }
    }

    private static JsonNode digests(Api end, Call digests, Account reader) {
        return end.send(digests, reader.token()).require(200).json().path("items");
    }

    /// The result of a comparison that the province's ADMIN asks for.
    JsonNode compared(String service) {
        String path = "/api/v1/sync/" + service + "/comparisons";
        String id = create(api(), admin.token(), path, Json.object().put("node", name));
        Call read = Call.get(path + "/" + id);
        boolean ended = Waiting.until(
                () -> api().send(read, admin.token())
                        .require(200)
                        .json()
                        .path("endedAt")
                        .isTextual(),
                PATIENCE);
        JsonNode result = api().send(read, admin.token()).require(200).json();
        if (!ended) {
            throw new AssertionError("It does not end: " + result);
        }
        return result;
    }

    /// Until both ends hold the same of the union's records.
    void awaitAgreement() {
        boolean agreed = Waiting.until(() -> differences().isEmpty(), PATIENCE);
        if (!agreed) {
            List<String> differences = differences();
            throw new AssertionError("They do not agree in " + differences.size() + " rows: "
                    + differences.stream().limit(FEW).toList() + "\nset aside: "
                    + setAside().stream().limit(FEW).toList());
        }
    }
}
