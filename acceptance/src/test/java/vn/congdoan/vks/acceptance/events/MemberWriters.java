package vn.congdoan.vks.acceptance.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Forms;

/// Enrol members and revise them, on and on, through whatever happens to the system; remember what was acknowledged.
public final class MemberWriters implements AutoCloseable {

    private static final int ROWS = 3;

    private final List<Api> ways;
    private final Account officer;
    private final String unit;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    /// @param ways addresses that requests take turns over
    public MemberWriters(int count, List<Api> ways, Account officer, String unit) {
        this.ways = ways;
        this.officer = officer;
        this.unit = unit;
        for (int index = 0; index < count; index++) {
            int way = index % ways.size();
            threads.add(Thread.ofVirtual().start(() -> write(way)));
        }
    }

    public int acknowledged() {
        return acknowledged.size();
    }

    public List<String> ids() {
        return List.copyOf(acknowledged);
    }

    /// Answers that no failure of a service explains.
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        stopped.set(true);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(int way) {
        while (!stopped.get()) {
            try {
                Api api = ways.get(way);
                enrol(api);
                revise(api);
            } catch (UncheckedIOException _) {
                // The service was killed under the request: it is back soon.
                Thread.onSpinWait();
            }
        }
    }

    private void enrol(Api api) {
        ObjectNode rows = Json.object();
        for (int row = 0; row < ROWS; row++) {
            rows.withArray("items").add(Forms.enrolment(unit));
        }
        Answer answer = api.send(Call.of("POST", "/api/v1/members/enrolments", rows), officer.token());
        if (answer.status() == 200) {
            answer.json().path("items").forEach(this::take);
        } else {
            judge(answer);
        }
    }

    private void revise(Api api) {
        List<String> known = ids();
        if (known.isEmpty()) {
            return;
        }
        String member = known.get(ThreadLocalRandom.current().nextInt(known.size()));
        Answer answer = api.send(
                new Call("PATCH", "/api/v1/members/" + member, java.util.Map.of(), null)
                        .with("Content-Type", "application/merge-patch+json")
                        .with("If-Match", "*")
                        .withBody("{\"fullName\": \"Đỗ Thị " + Forms.word() + "\"}"),
                officer.token());
        if (answer.status() != 200) {
            judge(answer);
        }
    }

    private void take(JsonNode row) {
        if (row.path("outcome").asText().equals("CREATED")) {
            acknowledged.add(row.path("id").asText());
        } else {
            wrong.add(row.toString());
        }
    }

    /// A service that is away is 502 to 504; two revisions of one member may meet.
    private void judge(Answer answer) {
        boolean explained = answer.status() >= 502 || answer.status() == 412 || answer.status() == 409;
        if (!explained) {
            wrong.add(answer.toString());
        }
    }
}
