package vn.congdoan.vks.acceptance.access;

import java.util.Arrays;

/// What a cell of the permission table says.
enum Expected {
    DONE("200", 200, ""),
    CREATED("201", 201, ""),
    GONE("204", 204, ""),
    SEEN_BY_OVERSIGHT("200-less", 200, ""),
    WITH_SENSITIVE_DATA("200-all", 200, ""),
    LEFT_OUT("200-empty", 200, ""),
    ROW_REJECTED("200-rejected", 200, ""),
    UNAUTHENTICATED("401", 401, "unauthenticated"),
    FORBIDDEN("403", 403, "forbidden"),
    OF_SOMEBODY_ELSE("403-else", 403, "attachment-of-somebody-else"),
    UNIT_FORBIDDEN("403-unit", 403, "forbidden"),
    NOBODY("403-nobody", 403, "no-assignment"),
    NOT_FOUND("404", 404, "not-found"),
    UNKNOWN_MEMBER("422-member", 422, "rule-broken");

    private final String text;
    private final int status;
    private final String code;

    Expected(String text, int status, String code) {
        this.text = text;
        this.status = status;
        this.code = code;
    }

    static Expected of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The permission table holds an unknown cell: " + text));
    }

    int status() {
        return status;
    }

    /// The `code` of the problem details; empty where it is no failure.
    String code() {
        return code;
    }

    /// Whether the role may do it at all.
    boolean isInScope() {
        return isAllowed() || this == OF_SOMEBODY_ELSE;
    }

    boolean isAllowed() {
        return status < 300;
    }

    @Override
    public String toString() {
        return text;
    }
}
