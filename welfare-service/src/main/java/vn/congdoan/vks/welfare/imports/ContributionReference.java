package vn.congdoan.vks.welfare.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.congdoan.vks.platform.access.MemberId;

/// What a member writes into a bank transfer so that the gift is known to be the member's: `DV` and ten letters
/// and digits made from the end of the member's id. Nothing about the person can be read from it, and it
/// survives what banks do to texts (capitals, no diacritics, no hyphens). One that is mistyped is nobody's, most
/// surely.
final class ContributionReference {

    /// Crockford's: without I, L, O and U, which are read as others.
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;
    private static final int BITS = 5;
    private static final String START = "DV";

    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Z])DV([0-9A-Z]{10})(?![0-9A-Z])");
    private static final Pattern ID = Pattern.compile(
            "(?<![0-9A-F])([0-9A-F]{8})-?([0-9A-F]{4})-?([0-9A-F]{4})-?([0-9A-F]{4})-?([0-9A-F]{12})(?![0-9A-F])");

    private ContributionReference() {}

    static String of(MemberId member) {
        StringBuilder code = new StringBuilder(START);
        for (int place = LENGTH - 1; place >= 0; place--) {
            code.append(DIGITS.charAt((int) (member.value().getLeastSignificantBits() >>> (place * BITS)) & 31));
        }
        return code.toString();
    }

    /// All that look like one in a text, as [#of] writes them.
    static List<String> codesIn(String text) {
        List<String> codes = new ArrayList<>();
        Matcher found = CODE.matcher(text.toUpperCase(Locale.ROOT));
        while (found.find()) {
            codes.add(START + found.group(1).replace('O', '0').replaceAll("[IL]", "1"));
        }
        return codes;
    }

    /// All ids in a text, with or without hyphens.
    static List<MemberId> idsIn(String text) {
        List<MemberId> ids = new ArrayList<>();
        Matcher found = ID.matcher(text.toUpperCase(Locale.ROOT));
        while (found.find()) {
            String id = "%s-%s-%s-%s-%s"
                    .formatted(found.group(1), found.group(2), found.group(3), found.group(4), found.group(5));
            ids.add(new MemberId(UUID.fromString(id)));
        }
        return ids;
    }
}
