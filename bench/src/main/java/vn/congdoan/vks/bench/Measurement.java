package vn.congdoan.vks.bench;

import java.util.List;
import java.util.function.Function;

/// Something to measure.
///
/// @param parts of the system that it needs; everything, with the demo, where none is named
/// @param on how it is made for a system
record Measurement(String name, List<String> parts, Function<BenchSystem, Measuring> on) {

    Measurement {
        parts = List.copyOf(parts);
    }

    /// Measures on one system.
    interface Measuring {

        /// Each figure with one value a run.
        List<Figure> measure(int runs) throws Exception;
    }
}
