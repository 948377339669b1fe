package vn.congdoan.vks.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param items the page, never longer than `limit`
/// @param next the cursor of the next page; null on the last
public record Page<T>(
        List<T> items,

        @Schema(description = "Cursor of the next page; null on the last", nullable = true) @Nullable
        String next) {

    /// Cuts rows that were read one beyond the limit into a page; `cursor` makes the cursor after the last row shown.
    public static <R, T> Page<T> of(List<R> rows, PageLimit limit, Function<R, T> view, Function<R, String> cursor) {
        boolean more = rows.size() > limit.value();
        List<R> shown = more ? rows.subList(0, limit.value()) : rows;
        return new Page<>(shown.stream().map(view).toList(), more ? cursor.apply(shown.getLast()) : null);
    }
}
