package vn.congdoan.vks.local.system;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How one part is at this moment.
///
/// @param pid empty if it is not running
/// @param residentBytes empty if unknown
public record PartStatus(Part part, OptionalLong pid, boolean healthy, OptionalLong residentBytes) {

    /// Asks every part.
    public static List<PartStatus> of(Place place, List<Part> parts) {
        PartProcesses processes = new PartProcesses(place);
        return parts.parallelStream()
                .map(part -> of(part, processes.find(part)))
                .toList();
    }

    private static PartStatus of(Part part, Optional<StartedProcess> process) {
        return process.map(one -> new PartStatus(
                        part,
                        OptionalLong.of(one.pid()),
                        part.ready().getAsBoolean(),
                        Processes.residentBytes(one.pid())))
                .orElseGet(() -> new PartStatus(part, OptionalLong.empty(), false, OptionalLong.empty()));
    }
}
