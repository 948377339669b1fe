package vn.congdoan.vks.platform.paging;

import java.util.Map;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;

/// How many items a page may have: 1 to 200, 50 unless told.
public record PageLimit(int value) {

    public static final int MAX = 200;
    public static final String DEFAULT = "50";

    /// Reads the query parameter `limit`.
    public static PageLimit fromString(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw Invalid.parameter("limit", "not-a-number");
        }
        int value = Integer.parseInt(text);
        if (value < 1 || value > MAX) {
            throw new Invalid(new Violation("?limit", "limit-out-of-range", Map.of("max", MAX)));
        }
        return new PageLimit(value);
    }

    /// One row more than shown tells whether there is a next page.
    public int rowsToRead() {
        return value + 1;
    }
}
