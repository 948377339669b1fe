package vn.congdoan.vks.gateway.routing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The path and query of a request in normal form (RFC 3986 §6): a path that every reader reads alike.
///
/// Route confusion needs a path that two programs read differently, so there is no cleaning up here: a path with
/// empty or dot segments, parameters (`;`), backslashes, or an escape of a character that needs none is not a target
/// at all.
///
/// @param path starts with `/`, still percent-encoded
/// @param query without the `?`, percent-encoded; absent if there is none
public record RequestTarget(String path, Optional<String> query) {

    private static final int LONGEST = 4096;

    /// Reads the request line's target; empty if it is not in normal form.
    public static Optional<RequestTarget> read(String raw) {
        if (raw.length() > LONGEST || !raw.startsWith("/")) {
            return Optional.empty();
        }
        int mark = raw.indexOf('?');
        var path = mark < 0 ? raw : raw.substring(0, mark);
        Optional<String> query = mark < 0 ? Optional.empty() : Optional.of(raw.substring(mark + 1));
        if (!normal(path) || !query.map(RequestTarget::passable).orElse(true)) {
            return Optional.empty();
        }
        return Optional.of(new RequestTarget(path, query));
    }

    /// The target as it is sent on.
    public String uri() {
        return query.map(text -> path + "?" + text).orElse(path);
    }

    private static boolean normal(String path) {
        var decoded = ByteBuffer.allocate(path.length());
        for (int at = 0; at < path.length(); at++) {
            char character = path.charAt(at);
            if (character == '%') {
                int octet = octet(path, at);
                if (octet < 0 || forbiddenEscape(octet)) {
                    return false;
                }
                decoded.put((byte) octet);
                at += 2;
                continue;
            }
            if (!plain(character)) {
                return false;
            }
            decoded.put((byte) character);
        }
        return !path.contains("//") && noDotSegments(path) && validUtf8(decoded.flip());
    }

    private static boolean noDotSegments(String path) {
        for (var segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static boolean validUtf8(ByteBuffer octets) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(octets);
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /// What may stand in a path as it is: RFC 3986 `pchar` and `/`, without `;`, whose meaning differs between
    /// servers.
    private static boolean plain(char character) {
        return unreserved(character) || "/:@!$&'()*+,=".indexOf(character) >= 0;
    }

    private static boolean unreserved(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "-._~".indexOf(character) >= 0;
    }

    /// Escapes that hide a delimiter, another escape or a control character, or that need not be escapes.
    private static boolean forbiddenEscape(int octet) {
        return octet < 0x20 || octet == 0x7f || "/\\;%?#".indexOf(octet) >= 0 || unreserved(octet);
    }

    private static int octet(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /// A query does not decide the route; it only has to pass every HTTP implementation unchanged. RFC 3986 `query`,
    /// and the brackets that browsers do not escape.
    private static boolean passable(String query) {
        for (int at = 0; at < query.length(); at++) {
            char character = query.charAt(at);
            if (character == '%') {
                if (octet(query, at) < 0) {
                    return false;
                }
                at += 2;
            } else if (!plain(character) && ";?[]".indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }
}
