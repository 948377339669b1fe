package vn.congdoan.vks.platform.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.ChangeKind;

/// Tries changes one by one in their order, as long as any of them gets through: what a transaction changed together
/// may need each other in either order. One that cannot be applied holds up what follows it in its stream, and nothing
/// else. A later state of the same record says all that an earlier one said, so it may be tried past that one.
final class OneByOne {

    private final Predicate<SyncChange> known;
    private final Function<List<SyncChange>, Optional<String>> attempt;
    private final List<SyncChange> waiting;
    private final Map<SyncChange, SetAside> aside = new LinkedHashMap<>();

    private OneByOne(
            List<SyncChange> changes,
            Predicate<SyncChange> known,
            Function<List<SyncChange>, Optional<String>> attempt) {
        this.waiting = new ArrayList<>(changes);
        this.known = known;
        this.attempt = attempt;
    }

    /// A change that was not applied, and why.
    record SetAside(
            SyncChange change,
            QuarantineReason reason,
            @Nullable String detail) {}

    /// What was not applied.
    record Left(Map<SyncChange, SetAside> changes) {

        Optional<SetAside> of(SyncChange change) {
            return Optional.ofNullable(changes.get(change));
        }
    }

    /// @param known whether the software knows the kind and shape of a change
    /// @param attempt applies a change with those before it that it says all of, or tells why not
    static Left play(
            List<SyncChange> changes,
            Predicate<SyncChange> known,
            Function<List<SyncChange>, Optional<String>> attempt) {
        OneByOne game = new OneByOne(changes, known, attempt);
        do {
            while (game.round()) {
                // Somebody got through, which may have been what others waited for.
            }
        } while (game.streamsAtOnce());
        return new Left(game.aside);
    }

    /// @return whether another round may get further
    private boolean round() {
        aside.clear();
        Map<UUID, List<SyncChange>> before = new HashMap<>();
        Set<SyncChange> done = new HashSet<>();
        for (SyncChange each : waiting) {
            List<SyncChange> held = before.computeIfAbsent(each.streamKey(), key -> new ArrayList<>());
            Optional<SetAside> refusal = refusal(each, held);
            if (refusal.isEmpty()) {
                List<SyncChange> overtaken = held.stream()
                        .filter(earlier -> saysAllOf(each, earlier))
                        .toList();
                overtaken.forEach(aside::remove);
                held.removeAll(overtaken);
                done.addAll(overtaken);
                done.add(each);
            } else {
                aside.put(each, refusal.get());
                held.add(each);
            }
        }
        waiting.removeIf(done::contains);
        return !done.isEmpty() && !waiting.isEmpty();
    }

    /// What went on at the same time at home may have been written down in another order than it counted there: a
    /// payment before the money that it was made from. Together they may pass.
    ///
    /// @return whether others may get further now
    private boolean streamsAtOnce() {
        Map<UUID, List<SyncChange>> streams = waiting.stream()
                .collect(Collectors.groupingBy(SyncChange::streamKey, LinkedHashMap::new, Collectors.toList()));
        Set<SyncChange> done = new HashSet<>();
        for (List<SyncChange> stream : streams.values()) {
            boolean together = stream.size() > 1 && stream.stream().allMatch(known);
            if (together && attempt.apply(stream).isEmpty()) {
                done.addAll(stream);
            }
        }
        done.forEach(aside::remove);
        waiting.removeIf(done::contains);
        return !done.isEmpty() && !waiting.isEmpty();
    }

    private Optional<SetAside> refusal(SyncChange change, List<SyncChange> held) {
        if (!known.test(change)) {
            return Optional.of(new SetAside(change, QuarantineReason.UNKNOWN, null));
        }
        if (!held.stream().allMatch(each -> saysAllOf(change, each) || areBothWithdrawals(change, each))) {
            return Optional.of(new SetAside(change, QuarantineReason.HELD, null));
        }
        // Those that it says all of go along, for those who read of them here.
        List<SyncChange> together = Stream.concat(
                        held.stream().filter(each -> saysAllOf(change, each)), Stream.of(change))
                .toList();
        return attempt.apply(together).map(detail -> new SetAside(change, QuarantineReason.REFUSED, detail));
    }

    /// What refers to a record goes before it, wherever it stands.
    private static boolean areBothWithdrawals(SyncChange later, SyncChange earlier) {
        return later.kind() == ChangeKind.WITHDRAWAL && earlier.kind() == ChangeKind.WITHDRAWAL;
    }

    private static boolean saysAllOf(SyncChange later, SyncChange earlier) {
        return later.kind() != ChangeKind.ENTRY
                && earlier.kind() != ChangeKind.ENTRY
                && later.aggregateId().equals(earlier.aggregateId())
                && later.aggregateType().equals(earlier.aggregateType());
    }
}
