package vn.congdoan.vks.platform.change;

import java.nio.charset.StandardCharsets;

/// The state of an aggregate as JSON in UTF-8, as it is stored and sent: most of those who pass it on never look into
/// it.
public final class State {

    private final byte[] json;

    State(byte[] json) {
        this.json = json;
    }

    /// To be read only.
    byte[] bytes() {
        return json;
    }

    @Override
    public String toString() {
        return new String(json, StandardCharsets.UTF_8);
    }
}
