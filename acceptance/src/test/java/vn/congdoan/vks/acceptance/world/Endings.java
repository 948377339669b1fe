package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.local.stack.Waiting;

/// Units that have gone into others, and what has to be done until that is final.
public final class Endings {

    public static final String MOVES = "/api/v1/fund-moves";
    public static final String STATEMENTS = "/api/v1/closing-statements";
    public static final String HANDOVERS = "/api/v1/document-handovers";
    private static final String REORGANIZATIONS = "/api/v1/reorganizations/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DAY = "2025-07-01";

    private final Records records;
    private final Api gateway;
    private final Account admin;
    private final Account officer;
    private final Account accountant;
    private final Map<Site, Closed> closed = new ConcurrentHashMap<>();

    Endings(Records records, Api gateway, Account admin, Account officer, Account accountant) {
        this.records = records;
        this.gateway = gateway;
        this.admin = admin;
        this.officer = officer;
        this.accountant = accountant;
    }

    /// A unit that has gone into another one.
    ///
    /// @param fund what it has left
    /// @param target the fund that may take it
    public record Ended(String unit, String successor, String reorganization, String fund, String target) {}

    /// The same, with all that was written down about its end.
    public record Closed(Ended unit, String move, String statement, String handover) {}

    /// A unit beside others that was taken by one of them, as all services know.
    public Ended ended(Site site) {
        ObjectNode merge = records.mergeOfUnits(site);
        String unit = merge.at("/predecessors/0").asText();
        String successor = merge.at("/successors/0/unitId").asText();
        String fund = records.fund(unit).id();
        String probe = records.fund(unit).id();
        String target = records.fund(successor).id();
        Answer drafted = gateway.send(Call.of("POST", "/api/v1/reorganizations", merge), admin.token())
                .require(201);
        String reorganization = drafted.json().path("id").asText();
        gateway.send(
                        Call.of("POST", REORGANIZATIONS + reorganization + "/apply", Json.object())
                                .with("If-Match", drafted.header("ETag")),
                        admin.token())
                .require(200);
        Ended ended = new Ended(unit, successor, reorganization, fund, target);
        Call probing = put(MOVES, move(probe, target));
        if (!Waiting.until(() -> gateway.send(probing, accountant.token()).status() == 201, PATIENCE)) {
            throw new AssertionError("Nobody tells welfare-service that " + unit + " has ended");
        }
        return ended;
    }

    /// The same, when its fund has moved.
    public Ended newlyMoved(Site site) {
        Ended ended = ended(site);
        done(put(MOVES, move(ended)), accountant);
        return ended;
    }

    /// One for all who only look.
    public Closed closed(Site site) {
        return closed.computeIfAbsent(site, this::newlyClosed);
    }

    /// One whose end is not final yet.
    public Closed newlyClosed(Site site) {
        Ended ended = ended(site);
        String move = done(put(MOVES, move(ended)), accountant);
        String statement = done(put(STATEMENTS, statement(ended.unit())), accountant);
        String handover = done(put(HANDOVERS, handover(ended.unit(), ended.successor())), officer);
        return new Closed(ended, move, statement, handover);
    }

    /// The request that makes its end final, as soon as everybody knows that everything is done.
    public Call finishing(Closed unit) {
        String path = REORGANIZATIONS + unit.unit().reorganization();
        Call closing = Call.get(path + "/closing");
        if (!Waiting.until(
                () -> gateway.send(closing, admin.token())
                        .json()
                        .path("complete")
                        .asBoolean(),
                PATIENCE)) {
            throw new AssertionError("Nobody tells membership-service that " + unit + " is closed");
        }
        String etag = gateway.send(Call.get(path), admin.token()).require(200).header("ETag");
        return Call.of("POST", path + "/finish", Json.object()).with("If-Match", etag);
    }

    private String done(Call call, Account by) {
        return gateway.send(call, by.token()).require(201).json().path("id").asText();
    }

    private static Call put(String path, ObjectNode form) {
        return Call.of("PUT", path + "/" + Forms.id(), form).with("If-None-Match", "*");
    }

    public static ObjectNode move(Ended ended) {
        return move(ended.fund(), ended.target());
    }

    private static ObjectNode move(String from, String to) {
        ObjectNode form =
                Json.object().put("fromFundId", from).put("toFundId", to).put("date", DAY);
        form.set("decision", Forms.decision());
        return form;
    }

    public static ObjectNode statement(String unit) {
        ObjectNode form = Json.object();
        List.of(unit).forEach(form.putArray("unitIds")::add);
        return form;
    }

    public static ObjectNode handover(String unit, String to) {
        ObjectNode form = Json.object()
                .put("toUnitId", to)
                .put("date", DAY)
                .put("handedOverBy", "Ông " + Forms.word())
                .put("receivedBy", "Bà " + Forms.word());
        form.putArray("unitIds").add(unit);
        form.putArray("documents")
                .addObject()
                .put("title", "Sổ biên bản " + Forms.word())
                .put("quantity", 2);
        return form;
    }
}
