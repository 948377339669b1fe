package vn.congdoan.vks.acceptance.durability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Forms;

/// Enrol members, several in each request, as fast as the system takes them, and remember what was acknowledged.
final class Writers {

    private static final int ROWS = 3;

    private final Api gateway;
    private final String token;
    private final String unit;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> rejected = new ConcurrentLinkedQueue<>();
    private final Queue<List<String>> batches = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    private Writers(Api gateway, String token, String unit) {
        this.gateway = gateway;
        this.token = token;
        this.unit = unit;
    }

    static Writers start(int count, Api gateway, Account officer, String unit) {
        Writers writers = new Writers(gateway, officer.token(), unit);
        for (int index = 0; index < count; index++) {
            writers.threads.add(Thread.ofVirtual().start(writers::write));
        }
        return writers;
    }

    /// Ids whose creation was answered.
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /// Rows that were judged and not taken: there is nothing wrong with any.
    List<String> rejected() {
        return List.copyOf(rejected);
    }

    /// The ids of every request that was sent, answered or not.
    List<List<String>> batches() {
        return List.copyOf(batches);
    }

    void stop() throws InterruptedException {
        stopped.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void take(JsonNode row) {
        if (row.path("outcome").asText().equals("CREATED")) {
            acknowledged.add(row.path("id").asText());
        } else {
            rejected.add(row.toString());
        }
    }

    private void write() {
        while (!stopped.get()) {
            ObjectNode rows = Json.object();
            List<String> ids = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                ObjectNode form = Forms.enrolment(unit);
                ids.add(form.path("id").asText());
                rows.withArray("items").add(form);
            }
            batches.add(ids);
            try {
                Answer answer = gateway.send(Call.of("POST", "/api/v1/members/enrolments", rows), token);
                if (answer.status() == 200) {
                    answer.json().path("items").forEach(this::take);
                }
            } catch (UncheckedIOException _) {
                // Killed under it: whether this request was done is unknown, and either is right.
                return;
            }
        }
    }
}
