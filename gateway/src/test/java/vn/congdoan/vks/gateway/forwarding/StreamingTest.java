package vn.congdoan.vks.gateway.forwarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.gateway.testing.Steering;
import vn.congdoan.vks.gateway.testing.Surroundings;
import vn.congdoan.vks.gateway.testing.Wire;

@QuarkusTest
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class StreamingTest {

    private static final Steering CAMPAIGN = Steering.of("campaign");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000, 100 * 1024})
    void a_body_of_declared_length_arrives_unchanged(int length) throws Exception {
        var body = octets(length);
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("POST /api/v1/members HTTP/1.1", "Content-Length: " + length))
                    .send(body)
                    .read();
            assertArrived(body, answer);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5_000, 100 * 1024})
    void a_chunked_body_arrives_unchanged(int length) throws Exception {
        var body = octets(length);
        try (var wire = new Wire()) {
            wire.send(Wire.head("PUT /api/v1/members/1 HTTP/1.1", "Transfer-Encoding: chunked"));
            wire.send(Integer.toHexString(length) + "\r\n").send(body).send("\r\n0\r\n\r\n");
            assertArrived(body, wire.read());
        }
    }

    @Test
    void the_service_has_the_first_octets_before_the_client_sends_the_last() throws Exception {
        long before = CAMPAIGN.state().getLong("received");
        try (var wire = new Wire()) {
            wire.send(Wire.head("POST /api/v1/campaigns HTTP/1.1", "Content-Length: 20"))
                    .send("first half");
            CAMPAIGN.await(state -> state.getLong("received") >= before + 10);
            var answer = wire.send("other half").read();
            assertArrived("first halfother half".getBytes(StandardCharsets.US_ASCII), answer);
        }
    }

    /// One closed after its answer could be another request's by then.
    @Test
    void a_connection_to_a_service_serves_one_request_after_the_other() throws Exception {
        long before = CAMPAIGN.state().getLong("accepted");
        for (int request = 0; request < 20; request++) {
            try (var wire = new Wire()) {
                var answer = wire.send(Wire.head("POST /api/v1/campaigns HTTP/1.1", "Content-Length: 4"))
                        .send("body")
                        .read();
                assertEquals(200, answer.code(), answer.toString());
            }
        }
        assertTrue(CAMPAIGN.state().getLong("accepted") - before <= 4, "a new connection for every request");
    }

    @Test
    void a_large_answer_streams_whole() throws IOException {
        long size = 200_000_000;
        try (var wire = new Wire()) {
            wire.send(Wire.head("GET /api/v1/campaigns/large?size=" + size + " HTTP/1.1", "Connection: close"));
            assertTrue(wire.skipToEnd() > size);
        }
    }

    @Test
    void an_answer_is_read_from_the_service_no_faster_than_the_client_takes_it() throws IOException {
        long size = 200_000_000;
        long before = CAMPAIGN.state().getLong("sent");
        try (var wire = new Wire()) {
            wire.send(Wire.head("GET /api/v1/campaigns/large?size=" + size + " HTTP/1.1"));
            CAMPAIGN.await(state -> state.getLong("sent") > before);
            long standing = standsStill(before);
            // What is under way lies in the socket buffers of both connections, not in the gateway.
            assertTrue(standing < 30_000_000, "read ahead: " + standing);
        }
    }

    /// The count at which the service is stuck: the same in many looks after another, each a round trip of its own.
    private static long standsStill(long before) {
        long last = -1;
        int same = 0;
        while (same < 200) {
            long now = CAMPAIGN.state().getLong("sent") - before;
            same = now == last ? same + 1 : 0;
            last = now;
        }
        return last;
    }

    private static void assertArrived(byte[] body, Wire.Answer answer) throws GeneralSecurityException {
        assertEquals(200, answer.code(), answer.toString());
        var seen = new JsonObject(answer.body());
        assertEquals(body.length, seen.getInteger("bodyLength"));
        var expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        assertEquals(expected, seen.getString("bodySha256"));
    }

    private static byte[] octets(int length) {
        var octets = new byte[length];
        for (int at = 0; at < length; at++) {
            octets[at] = (byte) (at * 31 + at / 251);
        }
        return octets;
    }
}
