package vn.congdoan.vks.welfare.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Reads CSV in UTF-8 and nothing else: what octets of an older encoding mean can only be guessed.
public final class CsvFile {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private CsvFile() {}

    /// 422 where the octets are no UTF-8, or quotes are not closed.
    public static Sheet read(byte[] file, char delimiter) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser rows = format.parse(new StringReader(text(file)))) {
            Sheet.Collected collected = new Sheet.Collected();
            for (CSVRecord row : rows) {
                collected.take(
                        Math.toIntExact(row.getRecordNumber()),
                        StreamSupport.stream(row.spliterator(), false)
                                .<Cell>map(Cell.Text::new)
                                .toList());
            }
            return collected.sheet(false);
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            throw new Unprocessable("", "not-csv");
        }
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Unprocessable("", "not-csv");
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException older) {
            throw new Unprocessable("", "not-utf-8");
        }
    }
}
