package vn.congdoan.vks.acceptance.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Identities;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.UsedValues;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.local.system.Place;

/// Only a token that the realm signed for this API and that has not expired is believed: at the gateway, and at a
/// service that somebody reaches around it.
@ExtendWith(SystemUnderTest.class)
@Order(30)
class TokensTest {

    private static final int SHORT_LIFE_SECONDS = 6;

    private final World world;
    private final Map<String, Api> doors = new LinkedHashMap<>();
    private final Account officer;

    TokensTest(World world, LocalSystem system) {
        this.world = world;
        this.officer = world.own().holder("OFFICER");
        Place place = system.place();
        doors.put("the gateway to membership-service", world.gateway());
        doors.put("membership-service", new Api("http://127.0.0.1:" + place.membershipPort()));
        doors.put("campaign-service", new Api("http://127.0.0.1:" + place.campaignPort()));
        doors.put("welfare-service", new Api("http://127.0.0.1:" + place.welfarePort()));
    }

    private static Call readAt(String door) {
        return Call.get(
                switch (door) {
                    case "campaign-service" -> "/api/v1/campaigns";
                    case "welfare-service" -> "/api/v1/funds";
                    default -> "/api/v1/me";
                });
    }

    @TestFactory
    Stream<DynamicTest> refuses_every_token_that_is_not_the_realms_for_this_api() {
        Map<String, @Nullable String> tokens = new LinkedHashMap<>();
        Forged forged = Forged.from(officer.token());
        tokens.put("none", null);
        tokens.put("garbage", "nonsense");
        tokens.put("three parts of garbage", "bm9u.c2Vu.c2U");
        tokens.put("alg=none", forged.unsigned());
        tokens.put("alg=none with a signature", forged.unsignedWithSignature());
        tokens.put("broken signature", forged.brokenSignature());
        tokens.put("another subject", forged.otherSubject(world.own().holder("ADMIN").subject()));
        tokens.put("signed with the public key", forged.signedWithPublicKey(publicKey()));
        tokens.put("wrong audience", wrongAudience());
        tokens.put("wrong issuer", wrongIssuer());
        return doors.keySet().stream()
                .flatMap(door -> tokens.entrySet().stream()
                        .map(token -> DynamicTest.dynamicTest(
                                token.getKey() + " at " + door, () -> requireRefused(door, token.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> refuses_a_token_of_20_KB() {
        String large = officer.token() + "A".repeat(20_000);
        return doors.keySet().stream().map(door -> DynamicTest.dynamicTest(door, () -> {
            Answer answer = answer(door, large);
            assertTrue(answer.status() == 401 || answer.status() == 431, answer.toString());
            assertTrue(answer.isProblem() || !door.startsWith("the gateway"), answer.toString());
        }));
    }

    @TestFactory
    Stream<DynamicTest> believes_a_token_until_it_expires() {
        String client = "thu-short-" + world.run();
        world.identities().createClient(Identities.REALM, client, true, SHORT_LIFE_SECONDS);
        return doors.keySet().stream().map(door -> DynamicTest.dynamicTest(door, () -> {
            String token = world.identities().token(Identities.REALM, client, officer.login());
            UsedValues.remember(token);
            assertEquals(200, permittedAt(door, token).status());
            assertTrue(
                    Waiting.until(() -> answer(door, token).status() == 401, Duration.ofSeconds(30)),
                    "still believed long after its end");
            requireRefused(door, token);
        }));
    }

    @Test
    void a_write_without_a_valid_token_is_refused_before_its_body_is_read() {
        Answer answer = world.gateway().send(Call.of("POST", "/api/v1/members", Map.of()).withBody("{"), null);
        assertEquals("unauthenticated", answer.require(401).code());
    }

    @Test
    void what_services_ask_each_other_is_not_part_of_the_api() {
        Call call = Call.get("/internal/directory/standing?issuer=congdoan&subject=" + officer.subject());
        assertEquals(404, world.gateway().send(call, officer.token()).status());
        Answer direct = answer("membership-service", call, officer.token());
        assertEquals("forbidden", direct.require(403).code());
        assertEquals(401, answer("membership-service", call, null).status());
    }

    private Answer permittedAt(String door, String token) {
        // Funds are not an OFFICER's; the refusal shows as well that the token is believed.
        Answer answer = answer(door, token);
        return door.equals("welfare-service") && answer.status() == 403
                ? new Answer(200, answer.headers(), answer.body())
                : answer;
    }

    private void requireRefused(String door, @Nullable String token) {
        Answer answer = answer(door, token);
        assertEquals(401, answer.status(), answer.toString());
        assertEquals("unauthenticated", answer.code(), answer.toString());
        assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"), answer.headers().toString());
    }

    private Answer answer(String door, @Nullable String token) {
        return answer(door, readAt(door), token);
    }

    private Answer answer(String door, Call call, @Nullable String token) {
        return java.util.Objects.requireNonNull(doors.get(door)).send(call, token);
    }

    private String publicKey() {
        return world.identities().publicKey(Identities.REALM);
    }

    private String wrongAudience() {
        String client = "thu-no-audience-" + world.run();
        world.identities().createClient(Identities.REALM, client, false, 300);
        return world.identities().token(Identities.REALM, client, officer.login());
    }

    private String wrongIssuer() {
        String realm = "thu-" + world.run();
        world.identities().createRealm(realm);
        world.identities().createClient(realm, "console", true, 300);
        world.identities().createUser(realm, "stranger");
        return world.identities().token(realm, "console", "stranger");
    }
}
