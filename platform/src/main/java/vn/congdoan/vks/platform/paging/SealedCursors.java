package vn.congdoan.vks.platform.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.secrets.MasterKey;
import vn.congdoan.vks.platform.secrets.Sealing;
import vn.congdoan.vks.platform.secrets.SealingBroken;

/// Cursors of lists whose order is personal data (names): sealed, so that a URL in a log tells nothing and a changed
/// cursor is refused. A cursor belongs to one list.
@Singleton
public class SealedCursors {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecretKey key;

    SealedCursors(MasterKey master) {
        this.key = master.derive("cursor");
    }

    /// A cursor after the row with these sort keys.
    public String after(String list, List<String> keys) {
        try {
            byte[] sealed = Sealing.seal(key, JSON.writeValueAsBytes(keys), list.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A cursor of a list in the order of days.
    public String after(String list, PlaceInTime last) {
        return after(list, List.of(last.day().toString(), last.id().toString()));
    }

    /// Where a list in the order of days goes on; null: at its beginning.
    public @Nullable PlaceInTime place(String list, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = read(list, cursor);
        return new PlaceInTime(LocalDate.parse(keys.getFirst()), UUID.fromString(keys.getLast()));
    }

    /// The sort keys of the last row shown.
    public List<String> read(String list, String cursor) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            String[] keys =
                    JSON.readValue(Sealing.open(key, sealed, list.getBytes(StandardCharsets.UTF_8)), String[].class);
            return List.of(keys);
        } catch (IllegalArgumentException | IOException | SealingBroken broken) {
            throw Invalid.parameter("cursor", "invalid-cursor");
        }
    }
}
