package vn.congdoan.vks.local.stack;

import java.nio.file.Path;
import java.util.List;

/// The JDK that this program runs on: parts in Java run on the same one.
public final class Jvm {
    private Jvm() {}

    /// The path of its `java`.
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// What `LOCAL_JVM` tells every service's JVM beside the usual: a system that is gone in minutes starts
    /// faster with the quick compiler alone, `-XX:TieredStopAtLevel=1`.
    public static List<String> optionsOfServices() {
        String options = System.getenv().getOrDefault("LOCAL_JVM", "");
        return options.isBlank() ? List.of() : List.of(options.strip().split("\\s+", -1));
    }
}
