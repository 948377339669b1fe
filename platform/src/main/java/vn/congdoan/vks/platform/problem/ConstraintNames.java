package vn.congdoan.vks.platform.problem;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which problem a violated constraint of the database means: `constraint.<name>=<code>` in the bundles.
/// The database is the last guard, reached only when two requests race.
@Singleton
class ConstraintNames {

    private final ProblemTexts texts;

    ConstraintNames(ProblemTexts texts) {
        this.texts = texts;
    }

    Conflict conflict(@Nullable String constraint) {
        String code = constraint == null
                ? null
                : texts.all(Locale.ENGLISH).get("constraint." + constraint.toLowerCase(Locale.ROOT));
        return new Conflict(code == null ? "conflict" : code);
    }
}
