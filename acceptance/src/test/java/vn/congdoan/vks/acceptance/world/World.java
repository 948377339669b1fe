package vn.congdoan.vks.acceptance.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Identities;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.local.realm.DemoLogins;

/// What the tests made for themselves beside the demo: two provincial unions, and an account for every kind of caller,
/// all with a right of its own kind and real tokens. Made once, through the API and the identity provider's.
public final class World {

    private static final String EXPIRED_TO = "2023-06-01";

    private final Api gateway;
    private final Identities identities;
    private final String run = Forms.word().toLowerCase(Locale.ROOT);
    private final Account centralAdmin;
    private final String central;
    private final Union own;
    private final Union sibling;
    private final Records centralRecords;
    private final Map<String, Account> centralStaff = new LinkedHashMap<>();
    private @Nullable String prepared;
    private final Map<String, Account> others = new LinkedHashMap<>();
    private final Account demoCentralAdmin;
    private @Nullable BesideNode beside;

    private World(LocalSystem system) {
        gateway = new Api("http://127.0.0.1:" + system.place().gatewayPort());
        identities = new Identities(system.place().keycloakPort());
        DemoLogins first = DemoLogins.TRUNGUONG_QUANTRI;
        demoCentralAdmin = new Account(identities, first.login(), first.subject());
        central = gateway.send(Call.get("/api/v1/units?code=VKSTC"), demoCentralAdmin.token())
                .require(200)
                .json()
                .at("/items/0/id")
                .asText();
        for (String role : Union.ROLES) {
            centralStaff.put(role, granted("central-" + role, role, central, demoCentralAdmin));
        }
        centralAdmin = Objects.requireNonNull(centralStaff.get("ADMIN"));
        centralRecords = new Records(
                gateway,
                centralAdmin,
                Objects.requireNonNull(centralStaff.get("CHAIR")),
                Objects.requireNonNull(centralStaff.get("OFFICER")),
                Objects.requireNonNull(centralStaff.get("ACCOUNTANT")),
                Objects.requireNonNull(centralStaff.get("CASHIER")));
        own = union("own");
        sibling = union("sibling");
        makeOthers();
    }

    /// Makes it in a running system.
    public static World make(LocalSystem system) {
        return new World(system);
    }

    public Api gateway() {
        return gateway;
    }

    public Identities identities() {
        return identities;
    }

    /// The union that most tests work in.
    public Union own() {
        return own;
    }

    /// Another one beside it.
    public Union sibling() {
        return sibling;
    }

    /// One of the same kind that is nobody else's, for tests that end it.
    public Union anotherUnion() {
        return union(Forms.word());
    }

    /// The node of a union beside all others.
    public synchronized BesideNode besideNode() {
        BesideNode known = beside;
        if (known == null) {
            known = BesideNode.found(this);
            beside = known;
        }
        return known;
    }

    /// The address of a node whose union still works at the central node; nobody's of those who call.
    public synchronized String preparedNode() {
        String known = prepared;
        if (known == null) {
            String union = emptyUnion().id();
            Account admin = granted("prepared-ADMIN", "ADMIN", union, centralAdmin);
            grant(account("prepared-OFFICER"), "OFFICER", union, admin);
            known = "/api/v1/sync/nodes/"
                    + gateway.send(Call.of("POST", "/api/v1/sync/nodes", Forms.node(union)), centralAdmin.token())
                            .require(201)
                            .json()
                            .path("id")
                            .asText();
            prepared = known;
        }
        return known;
    }

    /// The id of the central union.
    public String central() {
        return central;
    }

    /// Makes records in the central union.
    public Records centralRecords() {
        return centralRecords;
    }

    /// Distinguishes the names of this run from those of others in the same system.
    public String run() {
        return run;
    }

    /// A demo login.
    public Account demo(DemoLogins login) {
        return new Account(identities, login.login(), login.subject());
    }

    /// Somebody by the name of a column of the permission table, such as `OFFICER@own` or `NOBODY`.
    public Account caller(String name) {
        int at = name.indexOf('@');
        String role = at < 0 ? name : name.substring(0, at);
        return switch (at < 0 ? "" : name.substring(at + 1)) {
            case "own" -> own.holder(role);
            case "sibling" -> sibling.holder(role);
            case "central" ->
                Objects.requireNonNull(role.equals("MEMBER") ? others.get(name) : centralStaff.get(role), name);
            default -> Objects.requireNonNull(others.get(name), name);
        };
    }

    /// A new provincial union without anybody in it.
    public Made emptyUnion() {
        Answer answer = gateway.send(
                        Call.of("POST", "/api/v1/units", Forms.unit("PROVINCIAL_UNION", central)), centralAdmin.token())
                .require(201);
        return new Made(answer.json().path("id").asText(), answer.header("ETag"), answer.json());
    }

    /// A new account without any standing.
    public Account account(String name) {
        String login = ("thu-" + run + "-" + name).toLowerCase(Locale.ROOT);
        return new Account(identities, login, identities.createUser(Identities.REALM, login));
    }

    /// Grants a role from the day on which everything of the tests begins.
    public void grant(Account account, String role, String unit, Account by) {
        gateway.send(
                        Call.of("POST", "/api/v1/assignments", Forms.assignment(account.subject(), role, unit)),
                        by.token())
                .require(201);
    }

    private Account granted(String name, String role, String unit, Account by) {
        Account account = account(name);
        grant(account, role, unit, by);
        return account;
    }

    private Account grantedOfficer(String name, String unit, Account by) {
        Account account = account(name);
        grant(account, "OFFICER", unit, by);
        return account;
    }

    private Account grantedAll(String name, String unit, Account by) {
        Account account = account(name);
        Union.ROLES.forEach(role -> grant(account, role, unit, by));
        return account;
    }

    private Union union(String name) {
        String id = emptyUnion().id();
        Map<String, Account> staff = new LinkedHashMap<>();
        Account admin = granted(name + "-ADMIN", "ADMIN", id, centralAdmin);
        staff.put("ADMIN", admin);
        for (String role : Union.ROLES.subList(1, Union.ROLES.size())) {
            staff.put(role, granted(name + "-" + role, role, id, admin));
        }
        Records records = new Records(
                gateway,
                admin,
                Objects.requireNonNull(staff.get("CHAIR")),
                Objects.requireNonNull(staff.get("OFFICER")),
                Objects.requireNonNull(staff.get("ACCOUNTANT")),
                Objects.requireNonNull(staff.get("CASHIER")));
        String section = records.unit("SECTION", id).id();
        String group = records.unit("GROUP", section).id();
        String otherSection = records.unit("SECTION", id).id();
        Account member = account(name + "-MEMBER");
        Made memberRecord = records.member(group);
        records.account(memberRecord.id(), member.subject());
        return new Union(id, section, group, otherSection, staff, member, memberRecord, records);
    }

    private void makeOthers() {
        Account admin = own.holder("ADMIN");
        String centralSection = centralRecords.unit("SECTION", central).id();
        Account member = account("central-MEMBER");
        centralRecords.account(centralRecords.member(centralSection).id(), member.subject());
        others.put("MEMBER@central", member);
        Account above = grantedAll("above", own.section(), admin);
        others.put("ALL@section-above", above);
        others.put("ALL@section-below", above);
        others.put("ALL@section-beside", grantedAll("beside", own.otherSection(), admin));
        others.put("ALL@central-section", grantedAll("central-section", centralSection, centralAdmin));
        others.put("OFFICER@second", grantedOfficer("second-officer", own.id(), admin));
        others.put("NOBODY", account("nobody"));
        Account expired = account("expired");
        for (String role : List.of("ADMIN", "OFFICER", "INSPECTOR")) {
            gateway.send(
                            Call.of(
                                    "POST",
                                    "/api/v1/assignments",
                                    Forms.assignment(expired.subject(), role, own.id())
                                            .put("validTo", EXPIRED_TO)),
                            admin.token())
                    .require(201);
        }
        others.put("EXPIRED", expired);
    }

    /// The names of all callers with a token, in the order of the permission table.
    public List<String> callers() {
        List<String> names = new ArrayList<>();
        for (String place : List.of("own", "sibling", "central")) {
            Union.ROLES.forEach(role -> names.add(role + "@" + place));
            names.add("MEMBER@" + place);
        }
        names.addAll(List.of("ALL@section-above", "ALL@section-beside", "ALL@section-below", "ALL@central-section"));
        names.addAll(List.of("NOBODY", "EXPIRED"));
        return names;
    }
}
