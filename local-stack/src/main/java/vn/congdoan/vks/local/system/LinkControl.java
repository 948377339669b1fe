package vn.congdoan.vks.local.system;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import vn.congdoan.vks.local.link.Shape;
import vn.congdoan.vks.local.link.ShapeFile;
import vn.congdoan.vks.local.stack.Waiting;

/// The link of a provincial node, as a person shapes it while it runs.
public final class LinkControl {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Place place;
    private final ShapeFile file;

    public LinkControl(Place place) {
        this.place = place;
        this.file = new ShapeFile(place.directory());
    }

    /// How the link should be.
    public Shape shape() throws IOException {
        return file.wanted();
    }

    /// Whether its process runs.
    public boolean runs() {
        return process().isPresent();
    }

    /// Makes the link so. If it runs, that is in force when this returns; if not, it holds from the next start
    /// on.
    public void become(Shape shape) throws IOException {
        file.want(shape);
        Optional<StartedProcess> process = process();
        if (process.isPresent()
                && !Waiting.until(() -> file.isInForce(process.get().pid(), shape), LIMIT)) {
            throw new CannotStart("The link does not follow, or was told something else meanwhile; its log: "
                    + place.log(Parts.LINK));
        }
    }

    private Optional<StartedProcess> process() {
        Part link = Parts.of(place).stream()
                .filter(part -> part.name().equals(Parts.LINK))
                .findFirst()
                .orElseThrow();
        return new PartProcesses(place).find(link);
    }
}
