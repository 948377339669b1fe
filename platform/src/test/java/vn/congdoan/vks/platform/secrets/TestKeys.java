package vn.congdoan.vks.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Master keys for tests of what is sealed.
public final class TestKeys {

    private TestKeys() {}

    /// The same for the same words.
    public static MasterKey master(String words) {
        byte[] bytes = Arrays.copyOf(words.getBytes(StandardCharsets.US_ASCII), 32);
        return new MasterKey(Base64.getEncoder().encodeToString(bytes));
    }
}
