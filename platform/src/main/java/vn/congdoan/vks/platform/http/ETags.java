package vn.congdoan.vks.platform.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.PreconditionRequired;
import vn.congdoan.vks.platform.problem.Stale;

/// Entity tags: the version of a record and which view of it was shown, `"7-scope"`. Two views of one version are two
/// representations, but a change only asks whether the version is still the same.
public final class ETags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})(?:-[a-z]+)?\"");

    private ETags() {}

    public static EntityTag of(long version, String view) {
        return new EntityTag(version + "-" + view);
    }

    public static EntityTag of(long version, Reach reach) {
        return of(version, reach == Reach.SCOPE ? "scope" : "oversight");
    }

    /// A change names the version it was made from: absent 428, another one 412. `*` means whichever is there.
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw new PreconditionRequired("If-Match", "<ETag>");
        }
        if (ifMatch.strip().equals("*")) {
            return;
        }
        boolean match = false;
        for (String tag : ifMatch.split(",", -1)) {
            Matcher matcher = TAG.matcher(tag.strip());
            if (!matcher.matches()) {
                throw new Invalid("If-Match", "not-an-etag");
            }
            match |= Long.parseLong(matcher.group(1)) == version;
        }
        if (!match) {
            throw new Stale();
        }
    }

    /// Creation under a client's id says that nothing may be there yet (`If-None-Match: *`): absent 428.
    public static void requireCreation(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            throw new PreconditionRequired("If-None-Match", "*");
        }
        if (!ifNoneMatch.strip().equals("*")) {
            throw new Invalid("If-None-Match", "must-be-a-star");
        }
    }
}
