package vn.congdoan.vks.welfare.imports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.welfare.donor.Donor;

/// What somebody who looked at rows says about them: all of it is taken, or none.
@Schema(
        name = "ContributionImportCorrections",
        description = "Who gave, of rows where that was not clear, and which rows are left out",
        examples = Corrections.EXAMPLE)
public record Corrections(
        @NotEmpty @Size(max = 1000) @Schema(description = "The rows, each once; all of them are corrected or none")
        List<@NotNull @Valid Correction> rows) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "rows": [
                {"line": 14, "donor": {"kind": "MEMBER", "memberId": "019366a0-0000-7000-8000-000000001234"}},
                {"line": 17, "skip": true}
              ]
            }
            """;

    /// One row: who gave, or that it is left out.
    @Schema(
            name = "ContributionImportCorrection",
            description = "One row: who gave, or that it is left out",
            examples = "{\"line\": 17, \"skip\": true}")
    public record Correction(
            @NotNull @Min(1) @Schema(description = "Its line in the file", examples = "14")
            Integer line,

            @Valid @Schema(description = "Who gave; without `skip`", nullable = true) @Nullable
            Donor donor,

            @Schema(description = "true: it is left out; without `donor`", examples = "true", nullable = true) @Nullable
            Boolean skip) {

        boolean leavesOut() {
            return Boolean.TRUE.equals(skip);
        }
    }

    /// 400 where a row is named twice, or not exactly one thing is said of it.
    void requireOneEach() {
        List<Violation> broken = new ArrayList<>();
        Set<Integer> lines = new HashSet<>();
        for (int place = 0; place < rows.size(); place++) {
            Correction each = rows.get(place);
            String at = "/rows/" + place;
            if (!lines.add(each.line())) {
                broken.add(new Violation(at + "/line", "repeated"));
            }
            Donor donor = each.donor();
            if (each.leavesOut() == (donor != null)) {
                broken.add(new Violation(at, "donor-or-skip"));
            } else if (donor != null) {
                donor.requireFieldsOfItsKind(at + "/donor");
            }
        }
        if (!broken.isEmpty()) {
            throw new Invalid(broken);
        }
    }
}
