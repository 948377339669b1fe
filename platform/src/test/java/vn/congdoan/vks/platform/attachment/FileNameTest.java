package vn.congdoan.vks.platform.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;

class FileNameTest {

    @Test
    void a_name_is_kept_composed_and_told_again_in_percents() {
        FileName name =
                FileName.sent("attachment; filename=\"x.pdf\"; filename*=UTF-8''Bie%CC%82n%20nha%CC%A3%CC%82n.pdf");
        assertEquals("Biên nhận.pdf", name.value());
        assertEquals("attachment; filename*=UTF-8''Bi%C3%AAn%20nh%E1%BA%ADn.pdf", name.disposition());
        assertEquals(name, FileName.sent(name.disposition()));
    }

    @Test
    void a_plain_name_needs_no_percents() {
        assertEquals(
                "don de nghi (2).png",
                FileName.sent("attachment; filename=\"don de nghi (2).png\"").value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd.pdf",
                "a/b.pdf",
                "a\\b.pdf",
                "C:x.pdf",
                "x.pdf:stream.pdf",
                "..",
                ".pdf",
                "x.pdf.",
                "nul.pdf",
                "COM1",
                "a\u0000.pdf",
                "a\r\nSet-Cookie: x.pdf",
                "a\u202efdp.exe",
                "  ",
                "a?.pdf",
                "a\".pdf"
            })
    void a_name_that_leads_anywhere_is_none(String name) {
        String sent = "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        assertThrows(Unprocessable.class, () -> FileName.sent(sent));
    }

    @Test
    void a_name_of_more_than_200_characters_is_none() {
        String end = ".pdf";
        String longest = "a".repeat(200 - end.length()) + end;
        assertEquals(
                longest,
                FileName.sent("attachment; filename=\"" + longest + "\"").value());
        assertThrows(Unprocessable.class, () -> FileName.sent("attachment; filename=\"a" + longest + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment",
                "filename=x.pdf",
                "attachment; filename=",
                "attachment; filename*=UTF-8''%",
                "attachment; filename*=UTF-8''%4",
                "attachment; filename*=UTF-8''%zz.pdf",
                "attachment; filename*=UTF-8''%ff.pdf",
                "attachment; filename*=ISO-8859-1''x.pdf"
            })
    void a_header_that_names_nothing_is_refused(String header) {
        assertThrows(Invalid.class, () -> FileName.sent(header));
    }

    @Test
    void the_octets_tell_the_type_and_the_name_must_not_tell_another() {
        assertEquals(true, FileType.PDF.mayBeNamed("a.PDF"));
        assertEquals(true, FileType.JPEG.mayBeNamed("a.jpeg"));
        assertEquals(false, FileType.PDF.mayBeNamed("a.pdf.exe"));
        assertEquals(false, FileType.PDF.mayBeNamed("pdf"));
        assertEquals(true, FileType.PDF.beginsWith("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(false, FileType.PDF.beginsWith(" %PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(false, FileType.JPEG.beginsWith(new byte[] {(byte) 0xff}));
        assertEquals(false, FileType.PNG.beginsWith("PK\u0003\u0004".getBytes(StandardCharsets.US_ASCII)));
    }
}
