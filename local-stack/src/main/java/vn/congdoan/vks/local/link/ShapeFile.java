package vn.congdoan.vks.local.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// How a link should be, as commands wrote it, and how it is, as its process wrote it. The wish outlives the
/// process.
public final class ShapeFile {
    private final Path directory;
    private final Path wish;
    private final Path truth;

    /// @param home the directory of the link's system
    public ShapeFile(Path home) {
        this.directory = home.resolve("link");
        this.wish = directory.resolve("shape");
        this.truth = directory.resolve("in-force");
    }

    /// What the link should be; whole if nobody said otherwise.
    public Shape wanted() throws IOException {
        try {
            return Shape.fromText(Files.readString(wish));
        } catch (NoSuchFileException e) {
            return Shape.WHOLE;
        } catch (IllegalArgumentException e) {
            throw new IOException(wish + " cannot be understood", e);
        }
    }

    /// Says what the link should be from now on.
    public void want(Shape shape) throws IOException {
        replace(wish, shape.asText());
    }

    /// Whether the process with this id has made the link so.
    public boolean isInForce(long process, Shape shape) {
        try {
            return Files.readString(truth).equals(note(process, shape));
        } catch (IOException e) {
            return false;
        }
    }

    void noteInForce(long process, Shape shape) throws IOException {
        replace(truth, note(process, shape));
    }

    private static String note(long process, Shape shape) {
        return process + " " + shape.asText() + "\n";
    }

    private void replace(Path file, String text) throws IOException {
        Files.createDirectories(directory);
        // Of its own name for each writer: two commands at once must not write into one file.
        Path unfinished = Files.createTempFile(directory, file.getFileName().toString(), ".unfinished");
        Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
