package vn.congdoan.vks.platform.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;

/// What a file is called: one name without a way to it, which no system takes for anything else.
///
/// @param value in NFC
public record FileName(String value) {

    private static final String HEADER = "Content-Disposition";
    private static final int LONGEST = 200;

    /// `attachment; filename*=UTF-8''...` (RFC 6266, RFC 8187), and the plain form for names of plain letters.
    private static final Pattern EXTENDED =
            Pattern.compile(";\\s*filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s\"]+)\\s*(?:;|$)");

    private static final Pattern PLAIN =
            Pattern.compile(";\\s*filename\\s*=\\s*\"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]+)\"\\s*(?:;|$)");

    /// What separates folders, names a drive or a stream, or is a pattern, somewhere.
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|]");

    /// Devices of Windows, whatever follows.
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z0-9!#$&+.^_`|~-]");

    /// The name in the header `Content-Disposition` of a request: 400 without one, 422 for one that is none.
    static FileName sent(@Nullable String disposition) {
        if (disposition == null) {
            throw new Invalid(HEADER, "required");
        }
        String name = named(disposition).orElseThrow(() -> new Invalid(HEADER, "not-a-file-name"));
        String clean = VietnameseText.singleLine(name);
        if (!VietnameseText.isClean(name)
                || clean.isEmpty()
                || clean.length() > LONGEST
                || clean.startsWith(".")
                || clean.endsWith(".")
                || FORBIDDEN.matcher(clean).find()
                || DEVICE.matcher(clean).matches()) {
            throw new Unprocessable(HEADER, "not-a-file-name");
        }
        return new FileName(clean);
    }

    private static Optional<String> named(String disposition) {
        Matcher extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            return decoded(extended.group(1));
        }
        Matcher plain = PLAIN.matcher(disposition);
        return plain.find() ? Optional.of(plain.group(1)) : Optional.empty();
    }

    private static Optional<String> decoded(String percented) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int index = 0; index < percented.length(); index++) {
            char character = percented.charAt(index);
            if (character == '%') {
                int value = index + 2 < percented.length() ? octet(percented, index + 1) : -1;
                if (value < 0) {
                    return Optional.empty();
                }
                octets.write(value);
                index += 2;
            } else if (ATTRIBUTE.matcher(String.valueOf(character)).matches()) {
                octets.write(character);
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static int octet(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /// The header of an answer: to be saved, never shown.
    public String disposition() {
        StringBuilder told = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            String character = String.valueOf((char) (octet & 0xff));
            told.append(octet > 0 && ATTRIBUTE.matcher(character).matches() ? character : "%%%02X".formatted(octet));
        }
        return "attachment; filename*=UTF-8''" + told;
    }
}
