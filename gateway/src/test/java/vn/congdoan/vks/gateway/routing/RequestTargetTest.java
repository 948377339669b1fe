package vn.congdoan.vks.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/members",
                "/api/v1/members/",
                "/api/v1/members/0190b5a0-0000-7000-8000-000000000001/admit",
                "/api/v1/units/Nguy%E1%BB%85n%20An",
                "/api/v1/members?unit=a/../b&q=%2e%2e",
                "/api/v1/members?a[]=1;b=/?:@!$&'()*+,=&q=%ff",
                "/.well-known/x",
                "/a/...",
            })
    void sends_on_what_is_in_normal_form_as_it_came(String raw) {
        assertEquals(raw, RequestTarget.read(raw).orElseThrow().uri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api/v1/members",
                "http://other/api/v1/members",
                "//api/v1/members",
                "/api//v1/members",
                "/api/v1/members//",
                "/api/v1/./members",
                "/api/v1/../internal",
                "/api/v1/members/..",
                "/api/v1/members/.",
                "/api/v1/members/%2e%2e/funds",
                "/api/v1/members/%2E./funds",
                "/api/v1/members%2f..%2ffunds",
                "/api/v1/members%2Fx",
                "/api/v1/members%5c..%5cfunds",
                "/api/v1/members\\..\\funds",
                "/api/v1/members;x=1",
                "/api/v1/members%3bx",
                "/api/v1/members%252e%252e",
                "/api/v1/members%00",
                "/api/v1/members%0d%0aX: y",
                "/api/v1/members%7f",
                "/api/v1/%6dembers",
                "/api/v1/members%",
                "/api/v1/members%e",
                "/api/v1/members%zz",
                "/api/v1/members%c0%ae",
                "/api/v1/members%ff",
                "/api/v1/members%3fq=1",
                "/api/v1/members#x",
                "/api/v1/members?q=#x",
                "/api/v1/mem\u00e9bers",
                "/api/v1/members?q=a b",
                "/api/v1/members?q=%",
                "/api/v1/members?q=%4",
                "/api/v1/members?q=%zz",
                "/api/v1/members?q=a|b",
                "/api/v1/members?q={a}",
                "/api/v1/members?q=a^b",
                "/api/v1/members?q=`",
                "/api/v1/members?q=a\"b",
                "/api/v1/members?q=<b>",
                "/api/v1/members?q=a\\b",
                "/api/v1/members?q=Nguy\u00e1\u00bb\u0085n",
                "/api/v1/members\tx",
                "/api/v1/{members}",
            })
    void takes_nothing_that_two_readers_could_read_differently(String raw) {
        assertTrue(RequestTarget.read(raw).isEmpty(), raw);
    }

    @Test
    void refuses_a_target_longer_than_any_real_one() {
        assertTrue(RequestTarget.read("/" + "a".repeat(5000)).isEmpty());
    }
}
