package vn.congdoan.vks.platform.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// A central node and two provinces over a bad network, from a seed: the same seed plays the same. Messages are lost,
/// doubled, delayed and overtake each other; processes die before any statement and on both sides of a commit; backups
/// are restored; audiences grow and shrink. In some runs records pass from one home to another; there nothing is
/// restored: a gift that its giver has forgotten is for people to settle.
final class SyncSimulation {

    private static final int STEPS = 60;
    private static final int ROUNDS = 60;
    private static final int RUNS_UNTIL_TIDY = 100;
    private static final int ONE_GIVES_OF = 3;

    private final SimulatedNode central = new SimulatedNode(ThisNode.CENTRAL, new UUID(1, 1));
    private final List<SimulatedNode> provinces =
            List.of(new SimulatedNode("a", new UUID(1, 2)), new SimulatedNode("b", new UUID(1, 3)));
    private final List<SimulatedNode> all = List.of(central, provinces.get(0), provinces.get(1));
    private final List<Message> underWay = new ArrayList<>();
    private Random random = new Random(0);
    private int epochs;
    private int runs;
    private boolean giving;
    private int given;

    /// What is sent between two nodes.
    private record Message(SimulatedNode to, Batch batch) {}

    /// Plays one run and fails if it does not end well.
    void play(long seed) {
        random = new Random(seed);
        giving = random.nextInt(ONE_GIVES_OF) == 0;
        epochs = 1_000;
        underWay.clear();
        if (++runs % RUNS_UNTIL_TIDY == 0) {
            all.forEach(SimulatedNode::tidy);
        }
        all.forEach(each -> each.clear(provinces));
        all.forEach(SimulatedNode::backUp);
        try {
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            settle();
            requireEqual();
        } catch (AssertionError | RuntimeException failure) {
            String logs = all.stream().map(SimulatedNode::log).collect(Collectors.joining("\n\n"));
            throw new AssertionError("seed " + seed + ": " + failure.getMessage() + "\n\n" + logs, failure);
        }
    }

    /// How many records have passed from one home to another.
    int given() {
        return given;
    }

    private void step() {
        SimulatedNode node = any();
        if (random.nextInt(12) == 0) {
            node.connection().crashAfter(1 + random.nextInt(12));
        }
        try {
            switch (random.nextInt(16)) {
                case 0, 1, 2, 3, 4 -> write(node);
                case 5, 6 -> node.sequence(1 + random.nextInt(20));
                case 7, 8, 9 -> send();
                case 10, 11, 12 -> deliver();
                case 13 -> doubt();
                case 14 -> recover(node);
                default -> misfortune(node);
            }
        } catch (SimulatedConnection.Crash crash) {
            // The process starts again; what was not committed never was.
        }
        all.forEach(each -> each.connection().calm());
    }

    private void write(SimulatedNode node) {
        if (giving && random.nextInt(4) == 0) {
            List<SimulatedNode> receivers =
                    all.stream().filter(each -> each != node).toList();
            UUID to = receivers.get(random.nextInt(receivers.size())).union();
            given += node.giveAny(random, to) ? 1 : 0;
        } else if (!node.isRecovering()) {
            List<UUID> others = provinces.stream()
                    .map(SimulatedNode::union)
                    .filter(each -> !each.equals(node.union()))
                    .toList();
            node.write(random, SimulatedRecords.Audiences.of(node.union(), central.union(), others));
        }
    }

    private void misfortune(SimulatedNode node) {
        switch (random.nextInt(6)) {
            case 0 -> {
                if (!giving) {
                    restore(node);
                }
            }
            case 1, 2 -> node.backUp();
            default -> node.retry(node == central ? any().name() : central.name());
        }
    }

    /// What the central node still has of a province is back after the province's restore.
    private void restore(SimulatedNode node) {
        node.restore(++epochs);
        // Processes and connections of the time before are gone.
        underWay.removeIf(each -> each.to() == node || each.batch().sender().equals(node.name()));
    }

    private void recover(SimulatedNode node) {
        if (node != central && node.isRecovering() && random.nextBoolean()) {
            finishRecovery(node);
        }
    }

    private void finishRecovery(SimulatedNode node) {
        Set<String> atCentral = new HashSet<>(central.held(node.union()).keySet());
        pull(node);
        Set<String> here = node.held(node.union()).keySet();
        if (node.setAside().isEmpty() && central.doubts.of(node.name(), 1).isEmpty()) {
            atCentral.removeAll(here);
            require(atCentral.isEmpty(), "lost although central had it: " + atCentral);
        }
        node.recovered();
    }

    /// Everything that central has for the node by now.
    private void pull(SimulatedNode node) {
        while (central.pending() > 0) {
            central.sequence(100);
        }
        Batch batch;
        do {
            batch = piece(central, node, 50);
            take(node, batch);
        } while (batch.to() < batch.head());
    }

    private void send() {
        SimulatedNode province = provinces.get(random.nextInt(provinces.size()));
        boolean up = random.nextBoolean();
        SimulatedNode from = up ? province : central;
        SimulatedNode to = up ? central : province;
        if (up && from.isRecovering()) {
            return;
        }
        Message message = new Message(to, piece(from, to, 1 + random.nextInt(20)));
        underWay.add(message);
        if (random.nextInt(5) == 0) {
            underWay.add(message);
        }
    }

    private void deliver() {
        if (underWay.isEmpty()) {
            return;
        }
        Message message = underWay.remove(random.nextInt(underWay.size()));
        boolean lost = random.nextInt(6) == 0;
        if (!lost) {
            take(message.to(), message.batch());
        }
    }

    private void take(SimulatedNode to, Batch batch) {
        try {
            to.receiving.take(batch);
        } catch (Refused expected) {
            require(
                    expected.fault() == BatchFault.NOT_AT_THE_CURSOR || expected.fault() == BatchFault.WRONG_EPOCH,
                    "an honest node was refused: " + expected.getMessage());
        }
    }

    private Batch piece(SimulatedNode from, SimulatedNode to, int most) {
        return from.feeding.after(to.receiving.cursor(from.name()), reader(to, from), most);
    }

    private Feeding.Reader reader(SimulatedNode to, SimulatedNode from) {
        return to == central
                ? new Feeding.Reader(to.name(), Set.of(from.union()), false)
                : new Feeding.Reader(to.name(), Set.of(to.union()), to.isRecovering());
    }

    private void doubt() {
        SimulatedNode province = provinces.get(random.nextInt(provinces.size()));
        boolean up = random.nextBoolean();
        ask(up ? central : province, up ? province : central);
    }

    /// Whoever doubts asks when it has read all that there is.
    private boolean ask(SimulatedNode doubting, SimulatedNode sender) {
        List<Doubts.Named> doubted = doubting.doubts.of(sender.name(), 100);
        if (!doubted.isEmpty()) {
            sender.doubts.answer(doubted, reader(doubting, sender));
        }
        return !doubted.isEmpty();
    }

    /// Everything works again and nobody writes: in the end nothing moves any more.
    private void settle() {
        all.forEach(each -> each.connection().calm());
        underWay.forEach(each -> take(each.to(), each.batch()));
        underWay.clear();
        provinces.stream().filter(SimulatedNode::isRecovering).forEach(this::finishRecovery);
        for (int round = 0; round < ROUNDS; round++) {
            boolean moved = false;
            for (SimulatedNode province : provinces) {
                moved |= drain(province, central);
                moved |= drain(central, province);
            }
            if (!moved) {
                return;
            }
        }
        throw new AssertionError("it does not come to rest");
    }

    private boolean drain(SimulatedNode from, SimulatedNode to) {
        boolean moved = false;
        while (from.pending() > 0) {
            from.sequence(100);
            moved = true;
        }
        Batch batch;
        do {
            batch = piece(from, to, 50);
            to.receiving.take(batch);
            moved |= !batch.changes().isEmpty();
        } while (batch.to() < batch.head());
        to.retry(from.name());
        return ask(to, from) || moved;
    }

    /// Both ends hold the same, as far as it is for both; nothing is there that its home does not know.
    private void requireEqual() {
        for (SimulatedNode province : provinces) {
            requireHeld(province, central, province.union());
            List<Digests.Digest> own = province.digests.of(province.name(), null, null);
            List<Digests.Digest> there = central.digests.of(province.name(), null, null);
            require(own.equals(there), "digests differ: " + own + " at home, " + there + " at the central node");
            requireHeld(central, province, central.union());
            for (SimulatedNode other : provinces) {
                if (other != province) {
                    requireHeld(central, province, other.union());
                }
            }
        }
        all.forEach(each -> require(each.setAside().isEmpty(), each.name() + " could not apply " + each.setAside()));
    }

    /// @param owner whose records are compared
    private void requireHeld(SimulatedNode from, SimulatedNode to, UUID owner) {
        SimulatedNode home = all.stream()
                .filter(each -> each.union().equals(owner))
                .findFirst()
                .orElseThrow();
        Map<String, String> truth = home.held(owner);
        Map<String, String> expected = new TreeMap<>();
        Set<String> shown = shown(home, from, to);
        truth.forEach((record, state) -> {
            if (shown.contains(record)) {
                expected.put(record, state);
            }
        });
        Map<String, String> held = to.held(owner);
        require(
                held.equals(expected),
                "%s holds of %s's%n%s%nwhere %s shows%n%s"
                        .formatted(to.name(), home.name(), held, from.name(), expected));
    }

    /// What a node shows to another one of a home's records, and what the home was given and has not told of itself
    /// yet: that is as the giver told it.
    private Set<String> shown(SimulatedNode home, SimulatedNode from, SimulatedNode to) {
        Set<String> shown = new HashSet<>(from.shownTo(reader(to, from)));
        if (giving) {
            Set<String> byOthers = new HashSet<>(to.toldItself());
            if (to == central) {
                provinces.forEach(each -> byOthers.addAll(each.shownTo(reader(to, each))));
            }
            byOthers.removeAll(home.toldItself());
            shown.addAll(byOthers);
        }
        return shown;
    }

    private SimulatedNode any() {
        return all.get(random.nextInt(all.size()));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
