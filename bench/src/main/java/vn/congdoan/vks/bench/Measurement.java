package vn.congdoan.vks.bench;

import java.util.List;
import java.util.function.Function;

/// Something to measure.
///
/// @param parts of the system that it needs; everything, with the demo, where none is named
/// @param on how it is made for a system
/// @param programs that it runs
record Measurement(String name, List<String> parts, Function<BenchSystem, Measuring> on, List<String> programs) {

    Measurement {
        parts = List.copyOf(parts);
        programs = List.copyOf(programs);
    }

    Measurement(String name, List<String> parts, Function<BenchSystem, Measuring> on, String... programs) {
        this(name, parts, on, List.of(programs));
    }

    /// Fails early where one is not installed.
    void requirePrograms() throws InterruptedException {
        for (String each : programs) {
            Program.require(each);
        }
    }

    /// Measures on one system.
    interface Measuring {

        /// Each figure with one value a run.
        List<Figure> measure(int runs) throws Exception;
    }
}
