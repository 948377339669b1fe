package vn.congdoan.vks.membership.committee;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.sql.Sql;

/// The rules of committees as they are on a day, each with its source.
@ApplicationScoped
class CommitteeRules {

    private final Sql sql;

    CommitteeRules(Sql sql) {
        this.sql = sql;
    }

    /// What a rule is about.
    enum Subject {
        /// How many sit in a union's committee.
        COMMITTEE_SIZE,
        /// How many sit in a union's inspection committee.
        INSPECTION_SIZE,
        /// At most one in so many of a committee is in its standing committee.
        STANDING_SHARE,
        /// A union of so many members has a chair and no committee.
        ONLY_A_CHAIR,
        /// How many years a term has.
        TERM_YEARS
    }

    /// One rule.
    ///
    /// @param citation where it stands
    record Rule(Subject subject, int least, int most, String citation) {

        boolean allows(long number) {
            return least <= number && number <= most;
        }
    }

    /// Those of a day. A day without a rule has none to keep.
    Map<Subject, Rule> on(LocalDate day) {
        return sql
                .list(
                        "select rule, least, most, citation from committee_rule where valid @> ?::date",
                        row -> new Rule(
                                Subject.valueOf(row.getString(1)), row.getInt(2), row.getInt(3), row.getString(4)),
                        day)
                .stream()
                .collect(Collectors.toMap(Rule::subject, Function.identity()));
    }
}
