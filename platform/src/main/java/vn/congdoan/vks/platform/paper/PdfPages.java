package vn.congdoan.vks.platform.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// Lines of text on A4 pages, wrapped and numbered. The font is embedded: Liberation Sans (SIL Open Font License),
/// which has all Vietnamese letters and comes with PDFBox.
public final class PdfPages implements AutoCloseable {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final PDRectangle PAPER = PDRectangle.A4;
    private static final float MARGIN = 56;
    private static final float INDENT = 14;
    private static final float TEXT = 10;
    private static final float HEADING = 12.5f;
    private static final float TITLE = 16;
    private static final float LEADING = 1.4f;
    private static final String MISSING = "?";

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private @Nullable PDPageContentStream page;
    private float height;

    public PdfPages(String title) throws IOException {
        try (InputStream ttf = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            font = PDType0Font.load(document, ttf, true);
        }
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("vi-VN");
        write(title, 0, TITLE);
    }

    public void heading(String text) throws IOException {
        height -= HEADING;
        write(text, 0, HEADING);
    }

    /// @param depth how far it is indented
    public void line(int depth, String text) throws IOException {
        write(text, depth * INDENT, TEXT);
    }

    /// The whole document; nothing can be written afterwards.
    public byte[] finish() throws IOException {
        turn();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void write(String text, float indent, float size) throws IOException {
        for (String line : wrapped(printable(text), PAPER.getWidth() - 2 * MARGIN - indent, size)) {
            if (page == null || height - size * LEADING < MARGIN) {
                turn();
                begin();
            }
            height -= size * LEADING;
            put(line, MARGIN + indent, height, size);
        }
    }

    private void put(String line, float left, float bottom, float size) throws IOException {
        PDPageContentStream open = Objects.requireNonNull(page);
        open.beginText();
        open.setFont(font, size);
        open.newLineAtOffset(left, bottom);
        open.showText(line);
        open.endText();
    }

    private void begin() throws IOException {
        PDPage added = new PDPage(PAPER);
        document.addPage(added);
        page = new PDPageContentStream(document, added);
        height = PAPER.getHeight() - MARGIN;
    }

    /// Numbers the page and ends it.
    private void turn() throws IOException {
        if (page == null) {
            return;
        }
        put("Trang " + document.getNumberOfPages(), MARGIN, MARGIN / 2, TEXT - 2);
        page.close();
        page = null;
    }

    private List<String> wrapped(String text, float width, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fits(longer, width, size)) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (!fits(line, width, size)) {
                int end = fitting(line, width, size);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    private boolean fits(String text, float width, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size <= width;
    }

    /// How much of a word that is too long for a line stands on it.
    private int fitting(String word, float width, float size) throws IOException {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int longer = word.offsetByCodePoints(end, 1);
            if (!fits(word.substring(0, longer), width, size)) {
                break;
            }
            end = longer;
        }
        return end;
    }

    /// Letters that the font does not have cannot be shown.
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.strip().codePoints().forEach(letter -> {
            String one = Character.toString(letter);
            printable.append(Character.isWhitespace(letter) ? " " : has(one) ? one : MISSING);
        });
        return printable.toString();
    }

    private boolean has(String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IllegalArgumentException | IOException absent) {
            return false;
        }
    }
}
