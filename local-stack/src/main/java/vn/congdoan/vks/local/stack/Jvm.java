package vn.congdoan.vks.local.stack;

import java.nio.file.Path;

/// The JDK that this program runs on: parts in Java run on the same one.
public final class Jvm {
    private Jvm() {}

    /// The path of its `java`.
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
