package vn.congdoan.vks.acceptance.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.World;

/// A paper of ten megabytes goes to its case and comes back through the gateway, and a larger one goes nowhere.
@ExtendWith(SystemUnderTest.class)
@Order(42)
class PapersThroughGatewayTest {

    private static final int MOST = 10 * 1024 * 1024;

    private final World world;
    private final String token;

    PapersThroughGatewayTest(World world) {
        this.world = world;
        this.token = world.caller("OFFICER@own").token();
    }

    @Test
    void ten_megabytes_pass_in_both_directions_as_they_are() throws Exception {
        byte[] file = pdf(MOST);
        String path = path();
        assertEquals(201, put(path, BodyPublishers.ofByteArray(file)).statusCode());
        HttpResponse<byte[]> fetched =
                send(request(path + "/content?purpose=Thanh%20tra").GET());
        assertEquals(200, fetched.statusCode());
        assertArrayEquals(file, fetched.body());
        assertEquals(
                "nosniff",
                fetched.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals(
                "attachment; filename*=UTF-8''a.pdf",
                fetched.headers().firstValue("Content-Disposition").orElse(""));
        assertEquals(
                "application/pdf", fetched.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void one_octet_more_is_refused_whether_it_is_told_before_or_not() throws Exception {
        byte[] file = pdf(MOST + 1);
        refused(put(path(), BodyPublishers.ofByteArray(file)));
        refused(put(path(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file))));
    }

    @Test
    void other_bodies_are_as_small_as_ever() throws Exception {
        byte[] large = ("{" + " ".repeat(2 * 1024 * 1024) + "}").getBytes(StandardCharsets.UTF_8);
        refused(send(request("/api/v1/support-cases")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(large))));
    }

    private String path() {
        String unit = world.own().inside().unit();
        return "/api/v1/support-cases/" + world.own().records().support(unit).id() + "/attachments/" + Forms.id();
    }

    private HttpResponse<byte[]> put(String path, BodyPublisher body) throws IOException, InterruptedException {
        return send(request(path + "?kind=OTHER")
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"a.pdf\"")
                .header("If-None-Match", "*")
                .PUT(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(world.gateway().root() + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static void refused(HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertEquals(413, answer.statusCode(), body);
        assertEquals("body-too-large", Json.read(body).path("code").asText());
    }

    /// Octets that no compression makes smaller, in the form of the type.
    private static byte[] pdf(int size) {
        byte[] file = new byte[size];
        new Random(1).nextBytes(file);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(tail, 0, file, size - tail.length, tail.length);
        return file;
    }
}
