package vn.congdoan.vks.platform.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What may be attached. Told by the octets, not by what the sender says: papers and photographs, which can be told
/// while they stream by. Not Office files: what they carry besides is listed at their end, and may be programs.
@Schema(description = "What kind of file it is, as its octets say", examples = "PDF")
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpe?g"),
    PNG("image/png", "png");

    /// How much of the beginning, and of the end, tells the type.
    static final int HEAD = 16;

    static final int TAIL = 1024;

    private static final byte[] JPEG_BEGINS = HexFormat.of().parseHex("ffd8ff");
    private static final byte[] PNG_BEGINS = HexFormat.of().parseHex("89504e470d0a1a0a");

    private final String mediaType;
    private final Pattern named;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.named = Pattern.compile("(?i).+\\." + extension);
    }

    public String mediaType() {
        return mediaType;
    }

    /// The type of this media type, without regard to parameters.
    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(each -> each.mediaType.equals(mediaType))
                .findFirst();
    }

    /// Whether a file of this name would be opened as what it is.
    boolean mayBeNamed(String name) {
        return named.matcher(name).matches();
    }

    /// @param head the first octets, as many as there are of [#HEAD]
    boolean beginsWith(byte[] head) {
        return switch (this) {
            case PDF -> text(head).startsWith("%PDF-1.") || text(head).startsWith("%PDF-2.");
            case JPEG -> starts(head, JPEG_BEGINS);
            case PNG -> starts(head, PNG_BEGINS) && text(head).startsWith("IHDR", 12);
        };
    }

    /// Whether it is there to its end.
    ///
    /// @param tail the last octets, as many as there are of [#TAIL]
    boolean endsWith(byte[] tail) {
        return switch (this) {
            case PDF -> text(tail).contains("%%EOF");
            case PNG -> text(tail).contains("IEND");
            // Cameras write things of their own after the picture.
            case JPEG -> true;
        };
    }

    private static boolean starts(byte[] octets, byte[] wanted) {
        return octets.length >= wanted.length && Arrays.equals(octets, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
