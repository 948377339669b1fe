package vn.congdoan.vks.gateway.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// One end of the link, as one service keeps it: its cursor of the other's feed, and its own feed.
final class End {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LINES = "application/x-ndjson";
    private static final String JSON = "application/json";
    private static final String LETTER = "application/octet-stream";

    private final HttpClient http;
    private final ObjectMapper json;
    private final ClientToken token;
    private final String address;
    private final String cursorPath;

    /// @param address below which its operations lie
    /// @param cursorPath where its cursor of the other's feed is told
    End(HttpClient http, ObjectMapper json, ClientToken token, String address, String cursorPath) {
        this.http = http;
        this.json = json;
        this.token = token;
        this.address = address;
        this.cursorPath = cursorPath;
    }

    /// How far a feed is taken.
    record Cursor(int epoch, long position) {}

    /// How far the other's feed is taken here.
    ///
    /// @param recovering whether this end takes back what it lost
    /// @param doubts the records that the other shall tell again, as the body in which to ask for it; empty:
    ///         none
    /// @param quarantined what is set aside here of the other's changes, as the body in which to tell it;
    ///         empty: not said
    record Standing(Cursor cursor, boolean recovering, String doubts, String quarantined) {

        boolean doubtsSomething() {
            return !doubts.isEmpty();
        }
    }

    /// A piece of a feed, packed as it goes to the other end.
    record Piece(int epoch, long from, long to, long head, int changes, Buffer packed) {}

    Standing standing() throws IOException, InterruptedException {
        JsonNode answer = json.readTree(
                send("GET", cursorPath, BodyPublishers.noBody(), JSON).body());
        JsonNode standing = answer.has("standing") ? answer.path("standing") : answer;
        JsonNode doubted = standing.path("doubted");
        String doubts = doubted.isEmpty()
                ? ""
                : json.writeValueAsString(json.createObjectNode().set("records", doubted));
        String quarantined = standing.has("quarantined") ? json.writeValueAsString(standing.path("quarantined")) : "";
        return new Standing(cursor(standing), answer.path("recovering").asBoolean(), doubts, quarantined);
    }

    /// What comes after a cursor of the other end's.
    Piece feed(Cursor after, int limit, Duration wait, boolean own) throws IOException, InterruptedException {
        String query = "/changes?epoch=%d&after=%d&limit=%d&wait=%d%s"
                .formatted(after.epoch(), after.position(), limit, wait.toSeconds(), own ? "&own=true" : "");
        HttpResponse<byte[]> answer = send("GET", query, BodyPublishers.noBody(), LINES);
        HttpHeaders head = answer.headers();
        return new Piece(
                (int) number(head, "Sync-Epoch"),
                number(head, "Sync-From"),
                number(head, "Sync-To"),
                number(head, "Sync-Head"),
                (int) number(head, "Sync-Changes"),
                Buffer.buffer(answer.body()));
    }

    /// Takes a piece of the other end's feed.
    Cursor take(Piece piece) throws IOException, InterruptedException {
        return cursor(json.readTree(send(
                        "POST",
                        "/batches",
                        BodyPublishers.ofByteArray(piece.packed().getBytes()),
                        LINES)
                .body()));
    }

    /// Tells again what the other end doubts.
    void answer(String doubts) throws IOException, InterruptedException {
        send("POST", "/doubts", BodyPublishers.ofString(doubts), JSON);
    }

    /// Learns what the other end has set aside of its changes.
    void hear(String quarantined) throws IOException, InterruptedException {
        send("POST", "/quarantine", BodyPublishers.ofString(quarantined), JSON);
    }

    /// What it answers to a question.
    JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(send("GET", path, BodyPublishers.noBody(), JSON).body());
    }

    /// What it answers to a step of a comparison; missing where there is nothing to answer.
    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("POST", path, BodyPublishers.ofString(json.writeValueAsString(body)), JSON);
        return json.readTree(answer.body());
    }

    /// Everything is back that the other end had of this one.
    void recovered() throws IOException, InterruptedException {
        send("POST", "/recovered", BodyPublishers.noBody(), JSON);
    }

    /// How far a hand-over has come at this end.
    JsonNode handOver() throws IOException, InterruptedException {
        return get("/hand-over");
    }

    /// The next letter that this end, the central one, gives to whom it was asked for.
    byte[] letter(JsonNode asked) throws IOException, InterruptedException {
        return send("POST", "/hand-over", BodyPublishers.ofByteArray(json.writeValueAsBytes(asked)), JSON, LETTER)
                .body();
    }

    /// Takes a letter.
    void open(byte[] letter) throws IOException, InterruptedException {
        send("POST", "/hand-over", BodyPublishers.ofByteArray(letter), LETTER);
    }

    /// The node has all that moves to it.
    ///
    /// @param version of its record, since which it moves
    void takeOver(String node, long version) throws IOException, InterruptedException {
        String path = "/" + node + "/take-over";
        answered(
                "POST",
                path,
                request("POST", path, BodyPublishers.noBody(), JSON, JSON).header("If-Match", "\"" + version + "\""));
    }

    private HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String type)
            throws IOException, InterruptedException {
        return send(method, path, body, type, method.equals("GET") ? type : JSON);
    }

    private HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String type, String accepted)
            throws IOException, InterruptedException {
        return answered(method, path, request(method, path, body, type, accepted));
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body, String type, String accepted)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.get())
                .header("Accept", accepted)
                .method(method, body);
        return body.contentLength() == 0 ? request : request.header("Content-Type", type);
    }

    private HttpResponse<byte[]> answered(String method, String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() == 401) {
            token.forget();
        }
        if (answer.statusCode() >= 300) {
            throw new Refusal(method + " " + path, answer.statusCode(), code(answer));
        }
        return answer;
    }

    /// What an end says instead of doing what it was asked.
    static final class Refusal extends IOException {

        private static final long serialVersionUID = 1L;

        private final String code;

        Refusal(String asked, int status, String code) {
            super(asked + ": " + status + " " + code);
            this.code = code;
        }

        /// The stable name of the problem.
        String code() {
            return code;
        }
    }

    private String code(HttpResponse<byte[]> answer) {
        try {
            return json.readTree(answer.body()).path("code").asText();
        } catch (IOException notJson) {
            return "";
        }
    }

    private static Cursor cursor(JsonNode node) {
        return new Cursor(node.path("epoch").asInt(), node.path("position").asLong());
    }

    private static long number(HttpHeaders headers, String name) throws IOException {
        return headers.firstValueAsLong(name).orElseThrow(() -> new IOException("An answer without " + name));
    }
}
