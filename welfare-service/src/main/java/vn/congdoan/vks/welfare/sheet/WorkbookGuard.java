package vn.congdoan.vks.welfare.sheet;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Looks through a workbook before it is read: two megabytes of a zip archive can be gigabytes of XML, and one
/// cell in the column `ZZZZZZ` makes a reader keep three hundred million places. What is inside is counted as it
/// comes out of the archive, by the libraries that the reader itself uses, so that both see the same.
final class WorkbookGuard {

    static final int MAX_ENTRIES = 200;
    static final long MAX_UNPACKED = 64L << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final XMLInputFactory xml = new InputFactoryImpl();
    private final WorkbookElements elements = new WorkbookElements();
    private long unpacked;

    private WorkbookGuard() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /// 422 `not-a-workbook`, or `too-much-inside`.
    static void inspect(byte[] file) {
        if (file.length < ZIP.length || !isZip(file)) {
            throw new Unprocessable("", "not-a-workbook");
        }
        WorkbookGuard guard = new WorkbookGuard();
        try (ZipFile archive = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            int entries = 0;
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                if (++entries > MAX_ENTRIES) {
                    throw tooMuch();
                }
                try (InputStream part = guard.counted(archive.getInputStream(entry))) {
                    guard.look(part);
                    part.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Unprocessable("", "not-a-workbook");
        }
    }

    private static boolean isZip(byte[] file) {
        for (int place = 0; place < ZIP.length; place++) {
            if (file[place] != ZIP[place]) {
                return false;
            }
        }
        return true;
    }

    /// Every part, because a workbook says itself which of its files are sheets. What is no XML cannot be one.
    private void look(InputStream part) {
        elements.beginPart();
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(part);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new Unprocessable("", "not-a-workbook");
                    case XMLStreamConstants.START_ELEMENT -> elements.begin(reader);
                    case XMLStreamConstants.END_ELEMENT -> elements.end(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        elements.text(reader);
                    default -> {}
                }
            }
        } catch (XMLStreamException noXml) {
            // An image, or what the reader cannot read either.
        } catch (UncheckedStreamException unreadable) {
            // Text that the reader might pass over.
            throw new Unprocessable("", "not-a-workbook");
        }
    }

    static Unprocessable tooMuch() {
        return new Unprocessable("", "too-much-inside");
    }

    private InputStream counted(InputStream part) {
        return new FilterInputStream(part) {
            @Override
            public int read() throws IOException {
                int octet = super.read();
                count(octet < 0 ? 0 : 1);
                return octet;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int octets = super.read(into, offset, length);
                count(Math.max(octets, 0));
                return octets;
            }

            private void count(int more) {
                unpacked += more;
                if (unpacked > MAX_UNPACKED) {
                    throw tooMuch();
                }
            }
        };
    }
}
