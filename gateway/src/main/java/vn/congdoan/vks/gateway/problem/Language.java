package vn.congdoan.vks.gateway.problem;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The languages people read problems in: Vietnamese unless English is asked for.
enum Language {
    VI("vi"),
    EN("en");

    /// Longer wishes are not read: no real client has them, and parsing costs.
    private static final int LONGEST_WISH = 256;

    private static final List<Locale> SUPPORTED = List.of(Locale.of("vi"), Locale.of("en"));

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// Reads an `Accept-Language` value; what cannot be read counts as no wish.
    static Language wishedBy(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_WISH) {
            return VI;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SUPPORTED);
            return best != null && best.getLanguage().equals("en") ? EN : VI;
        } catch (IllegalArgumentException _) {
            return VI;
        }
    }

    String tag() {
        return tag;
    }

    String title(ProblemCode code) {
        return texts().getString(code.code() + ".title");
    }

    String detail(ProblemCode code, List<String> arguments) {
        var detail = texts().getString(code.code() + ".detail");
        for (int index = 0; index < arguments.size(); index++) {
            detail = detail.replace("{" + index + "}", arguments.get(index));
        }
        return detail;
    }

    String detail(Rule rule) {
        return texts().getString("violation." + rule.code());
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("problems", Locale.of(tag));
    }
}
