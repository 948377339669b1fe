package vn.congdoan.vks.platform.testing;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A service's API document is a contract: it is committed where the gateway publishes it, and a running service must
/// publish exactly that. Run the test with `-Dcontract.update=true` to write the document anew, and commit it.
public final class OpenApiContract {

    private static final Path COMMITTED = Path.of("..", "gateway", "src", "main", "openapi");

    private OpenApiContract() {}

    /// Compares the document that the running service publishes with the committed one.
    ///
    /// @param service the name of its file: `welfare-service`
    public static void isKept(String service) {
        Response answer = get("/q/openapi?format=YAML");
        assertEquals(200, answer.statusCode());
        String published = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        Path file = COMMITTED.resolve(service + ".yaml");
        try {
            if (Boolean.getBoolean("contract.update")) {
                Files.createDirectories(COMMITTED);
                Files.writeString(file, published);
            }
            assertEquals(
                    Files.readString(file),
                    published,
                    "The API differs from its contract; if that is meant, run this test with -Dcontract.update=true");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Every operation says what it does, who may call it, what it takes and answers, with examples.
    public static void isComplete() {
        Response answer = get("/q/openapi?format=JSON");
        assertEquals(200, answer.statusCode());
        assertEquals(List.of(), new OpenApiReview(answer.jsonPath().getMap("$")).findings());
    }
}
