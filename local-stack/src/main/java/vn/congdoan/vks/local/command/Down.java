package vn.congdoan.vks.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.congdoan.vks.local.backup.RestoredState;
import vn.congdoan.vks.local.stack.Directories;
import vn.congdoan.vks.local.system.LinkControl;
import vn.congdoan.vks.local.system.Nodes;
import vn.congdoan.vks.local.system.OneAtATime;
import vn.congdoan.vks.local.system.Part;
import vn.congdoan.vks.local.system.Parts;
import vn.congdoan.vks.local.system.Place;
import vn.congdoan.vks.local.system.Stopping;

/// `./dev down` stops the system and keeps its data; `./dev reset` deletes the data too.
final class Down {
    private final Place place;
    private final PrintStream out;

    Down(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    int run() throws IOException {
        OneAtATime.run(place, this::stop);
        out.println("Stopped; the data stays in " + place.directory());
        tellOfNodes();
        return 0;
    }

    int runAndForget() throws IOException {
        OneAtATime.run(place, () -> {
            stop();
            deleteData();
        });
        out.println("Stopped, and all data deleted from " + place.directory());
        tellOfNodes();
        return 0;
    }

    // Nodes are systems of their own, which go on without central.
    private void tellOfNodes() throws IOException {
        Nodes nodes = new Nodes(place);
        for (String name : nodes.all().keySet()) {
            Place node = nodes.find(name).orElseThrow();
            if (new LinkControl(node).runs()) {
                out.println("The node " + name + " still runs; " + node.command("down") + " stops it.");
            }
        }
    }

    // By name: the directory may hold the cache and backups, and it may be one that somebody chose.
    private void deleteData() throws IOException {
        for (Part part : Parts.of(place)) {
            delete(place.directory().resolve(part.name()));
        }
        new RestoredState(place).delete();
        delete(place.directory().resolve("logs"));
        delete(place.directory().resolve("initdb.log"));
        delete(Up.demoNote(place));
    }

    private void stop() {
        List<Part> parts = Parts.of(place);
        new Stopping(place, parts, this::progress).run();
    }

    private static void delete(Path data) throws IOException {
        if (Files.isDirectory(data)) {
            Directories.delete(data);
        } else {
            Files.deleteIfExists(data);
        }
    }

    private synchronized void progress(String line) {
        out.println("  " + line);
    }
}
