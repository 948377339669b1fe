package vn.congdoan.vks.acceptance.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that is to be sent, by whomever.
public final class Call {

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;

    /// @param path with the query, percent-encoded
    /// @param body null for none
    public Call(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        this.method = method;
        this.path = path;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body == null ? null : body.clone();
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body == null ? null : body.clone();
    }

    public static Call get(String path) {
        return new Call("GET", path, Map.of(), null);
    }

    /// A request with a JSON body.
    public static Call of(String method, String path, Object body) {
        return new Call(method, path, Map.of(), null)
                .with("Content-Type", "application/json")
                .withBody(Json.write(body));
    }

    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body);
    }

    public Call without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Call(method, path, fewer, body);
    }

    public Call withBody(String text) {
        return withBody(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Call withBody(byte[] bytes) {
        return new Call(method, path, headers, bytes);
    }

    public Call withPath(String other) {
        return new Call(method, other, headers, body);
    }

    /// With one more query parameter, percent-encoded already.
    public Call withQuery(String parameter) {
        return withPath(path + (path.contains("?") ? "&" : "?") + parameter);
    }

    /// The body as text.
    public String text() {
        return body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path + " " + headers + " "
                + (text().length() > 400 ? text().substring(0, 400) + "…" : text());
    }
}
