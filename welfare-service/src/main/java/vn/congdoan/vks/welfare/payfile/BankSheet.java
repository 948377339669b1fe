package vn.congdoan.vks.welfare.payfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.congdoan.vks.welfare.payee.BankText;
import vn.congdoan.vks.welfare.payee.PayeeAccount;

/// A table of payments as banks take them, as CSV and as a workbook: one row each, in capitals of ASCII. Every cell is
/// text that begins with a letter or a digit, or a number, so that none is ever a formula; and there is nothing in it
/// that the data does not say, so that the same payments give the same octets.
final class BankSheet {

    private static final List<String> HEADERS = List.of(
            "STT",
            "SO THAM CHIEU",
            "TEN NGUOI HUONG",
            "SO TAI KHOAN",
            "MA NGAN HANG",
            "TEN NGAN HANG",
            "SO TIEN",
            "NOI DUNG");

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED =
            Pattern.compile("(?<begin><dcterms:created[^>]*>)[^<]*(?<end></dcterms:created>)");

    private BankSheet() {}

    /// One payment.
    ///
    /// @param line its place in the file
    /// @param content what the payee reads
    record Payment(int line, String reference, PayeeAccount account, long amount, String content) {

        private List<String> texts() {
            return List.of(
                    Integer.toString(line),
                    reference,
                    BankText.of(account.holder()),
                    account.number(),
                    account.bankCode(),
                    account.bankName() == null ? "" : BankText.of(account.bankName()),
                    Long.toString(amount),
                    BankText.of(content));
        }
    }

    /// Nothing in it has a comma, a quote or a line break.
    static byte[] csv(List<Payment> payments) {
        StringBuilder text = new StringBuilder(String.join(",", HEADERS)).append("\r\n");
        payments.forEach(each -> text.append(String.join(",", each.texts())).append("\r\n"));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] workbook(List<Payment> payments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "vks", "1.0")) {
            Worksheet sheet = book.newWorksheet("LENH CHI");
            for (int column = 0; column < HEADERS.size(); column++) {
                sheet.value(0, column, HEADERS.get(column));
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < payments.size(); row++) {
                write(sheet, row + 1, payments.get(row));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return timeless(bytes.toByteArray());
    }

    private static void write(Worksheet sheet, int row, Payment payment) {
        List<String> texts = payment.texts();
        for (int column = 0; column < texts.size(); column++) {
            switch (HEADERS.get(column)) {
                case "STT" -> sheet.value(row, column, payment.line());
                case "SO TIEN" -> sheet.value(row, column, payment.amount());
                default -> sheet.value(row, column, texts.get(column));
            }
        }
    }

    /// The same workbook without the time at which it was written, in octets that no compressor decides on.
    private static byte[] timeless(byte[] workbook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile parts = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipOutputStream timeless = new ZipOutputStream(bytes)) {
            timeless.setLevel(Deflater.NO_COMPRESSION);
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                ZipEntry same = new ZipEntry(part.getName());
                same.setTimeLocal(NO_TIME);
                timeless.putNextEntry(same);
                byte[] octets = parts.getInputStream(part).readAllBytes();
                timeless.write(part.getName().equals(PROPERTIES) ? uncreated(octets) : octets);
                timeless.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] uncreated(byte[] properties) {
        return CREATED.matcher(new String(properties, StandardCharsets.UTF_8))
                .replaceAll("${begin}1980-01-01T00:00:00Z${end}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
