package vn.congdoan.vks.acceptance.system;

import java.time.Duration;

/// How a command ended.
///
/// @param output what it printed on both streams, as a person would see it
public record Finished(int exitCode, String output, Duration took) {

    /// The output, if the command did what it should.
    public String requireSuccess() {
        if (exitCode != 0) {
            throw new AssertionError("Exit code " + exitCode + ":\n" + output);
        }
        return output;
    }
}
