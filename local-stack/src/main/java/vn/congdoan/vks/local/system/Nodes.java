package vn.congdoan.vks.local.system;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The provincial nodes beside one central system. Each keeps the distance between central's ports and its own
/// that it was given first.
public final class Nodes {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Pattern LINE = Pattern.compile("(" + NAME + ") (\\d{1,5})");
    private static final int STEP = 1_000;

    private final Place central;
    private final Path home;
    private final Path file;

    public Nodes(Place central) {
        this.central = central;
        this.home = central.directory().resolve("nodes");
        // No node can have this name.
        this.file = home.resolve("ports.txt");
    }

    /// The names of all nodes that were ever started here, with the first ports of each.
    public Map<String, Integer> all() throws IOException {
        Map<String, Integer> all = new TreeMap<>();
        distances().forEach((name, distance) -> all.put(name, central.portBase() + distance));
        return all;
    }

    /// Where the node is, if it was ever started.
    public Optional<Place> find(String name) throws IOException {
        return Optional.ofNullable(distances().get(name)).map(distance -> place(name, distance));
    }

    /// Where the node is, or shall be from now on: at the lowest distance that no other has.
    public Place findOrAdd(String name) throws IOException {
        if (!NAME.matcher(name).matches() || name.equals(central.nodeId())) {
            throw new IllegalArgumentException("A node's name is up to 30 small letters, digits and hyphens, such as"
                    + " qng, and not " + central.nodeId() + ".");
        }
        Files.createDirectories(home);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            Optional<Place> known = find(name);
            if (known.isPresent()) {
                return known.get();
            }
            int distance = STEP;
            while (distances().containsValue(distance)) {
                distance += STEP;
            }
            Place added = place(name, distance);
            Files.writeString(file, name + " " + distance + "\n", StandardOpenOption.APPEND);
            return added;
        }
    }

    private Place place(String name, int distance) {
        return new Place(
                central.project(),
                home.resolve(name),
                central.cache(),
                central.portBase() + distance,
                Optional.of(new Place.Province(name, central)));
    }

    private Map<String, Integer> distances() throws IOException {
        Map<String, Integer> distances = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                Matcher parts = LINE.matcher(line);
                if (parts.matches()) {
                    distances.put(parts.group(1), Integer.parseInt(parts.group(2)));
                }
            }
        }
        return distances;
    }
}
