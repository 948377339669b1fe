package vn.congdoan.vks.platform.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Invalid;

/// The cursor of a list in the order of its ids: the last id shown. It means the same in every service, so that the
/// gateway can page through one list that several of them hold.
public final class IdCursor {

    private IdCursor() {}

    public static String after(UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static UUID read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Ids.parse(text).orElseThrow(() -> Invalid.parameter("cursor", "invalid-cursor"));
        } catch (IllegalArgumentException notBase64) {
            throw Invalid.parameter("cursor", "invalid-cursor");
        }
    }
}
