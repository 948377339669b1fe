package vn.congdoan.vks.gateway.problem;

import java.util.Locale;

/// The rules that the gateway itself holds parameters to; the services call them the same. Their texts stand beside
/// those of the problems, as `violation.<code>`.
public enum Rule {
    REQUIRED,
    NOT_AN_ID,
    NOT_A_NUMBER,
    YEAR_OUT_OF_RANGE;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
