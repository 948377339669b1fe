package vn.congdoan.vks.membership.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.Education;
import vn.congdoan.vks.membership.member.EmploymentCategory;
import vn.congdoan.vks.membership.member.Gender;
import vn.congdoan.vks.membership.member.JudicialTitle;

/// The members of a unit in parts, in each of several ways; the parts of one way add up to all members. Who is in which
/// part goes by what is known today, also for days long past; only age and Party are those of the day.
@Schema(name = "MemberBreakdown", description = "Members in parts; the parts of each list add up to all members")
public record Breakdown(
        @Schema(description = "FEMALE, MALE") List<Slice> gender,

        @Schema(description = "By the year of the day less the year of birth")
        List<Slice> ageBand,

        @Schema(description = "Employment category; UNKNOWN where it is not recorded")
        List<Slice> category,

        @Schema(description = "MEMBER: probationary or official on the day; NO_MEMBER")
        List<Slice> party,

        @Schema(description = "Highest education reached; UNKNOWN where it is not recorded")
        List<Slice> education,

        @Schema(description = "Judicial title; UNKNOWN where it is not recorded")
        List<Slice> judicialTitle,

        @Schema(description = "KINH, OTHER; UNKNOWN where it is not recorded")
        List<Slice> ethnicity) {

    private static final String UNKNOWN = "UNKNOWN";

    /// One part.
    @Schema(name = "MemberSlice", description = "A part of the members")
    public record Slice(
            @Schema(description = "Which", examples = "FEMALE")
            String value,

            @Schema(description = "How many", examples = "471")
            int members,

            @Schema(
                    description = "In percent of all, one decimal, half up; null where there are no members",
                    examples = "42.9",
                    nullable = true)
            @Nullable
            BigDecimal rate) {}

    public Breakdown {
        gender = List.copyOf(gender);
        ageBand = List.copyOf(ageBand);
        category = List.copyOf(category);
        party = List.copyOf(party);
        education = List.copyOf(education);
        judicialTitle = List.copyOf(judicialTitle);
        ethnicity = List.copyOf(ethnicity);
    }

    static Breakdown of(Counts counts, int year) {
        Parts parts = new Parts(counts);
        return new Breakdown(
                parts.with(Gender.FEMALE.name(), Cell.WOMEN).rest(Gender.MALE.name()),
                parts.ages(year),
                parts.with(EmploymentCategory.values(), Cell.CATEGORY).rest(UNKNOWN),
                parts.with("MEMBER", Cell.IN_PARTY).rest("NO_MEMBER"),
                parts.with(Education.values(), Cell.EDUCATION).rest(UNKNOWN),
                parts.with(JudicialTitle.values(), Cell.JUDICIAL_TITLE).rest(UNKNOWN),
                parts.with("KINH", Cell.KINH)
                        .with("OTHER", Cell.OTHER_ETHNICITY)
                        .rest(UNKNOWN));
    }

    /// Collects the slices of one list after the other.
    private static final class Parts {

        private final Counts counts;
        private final int all;
        private List<Slice> slices = new ArrayList<>();
        private int left;

        Parts(Counts counts) {
            this.counts = counts;
            this.all = counts.of(Cell.MEMBERS);
            this.left = all;
        }

        Parts with(String value, int cell) {
            add(value, counts.of(cell));
            return this;
        }

        Parts with(Enum<?>[] constants, int first) {
            Arrays.stream(constants).forEach(each -> add(each.name(), counts.of(Cell.of(first, each))));
            return this;
        }

        List<Slice> ages(int year) {
            Arrays.stream(AgeBand.values()).forEach(each -> add(each.name(), each.of(counts, year)));
            return taken();
        }

        List<Slice> rest(String value) {
            add(value, left);
            return taken();
        }

        private void add(String value, int members) {
            slices.add(new Slice(value, members, Rates.percent(members, all)));
            left -= members;
        }

        private List<Slice> taken() {
            List<Slice> taken = slices;
            slices = new ArrayList<>();
            left = all;
            return taken;
        }
    }
}
