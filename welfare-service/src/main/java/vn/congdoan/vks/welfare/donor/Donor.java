package vn.congdoan.vks.welfare.donor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.DonorKind;

/// Who gives: exactly what belongs to the kind.
@JsonInclude(Include.NON_NULL)
@Schema(description = "Who gives; with exactly the field that belongs to the kind", examples = Donor.EXAMPLE)
public record Donor(
        @NotNull @Schema(description = "Who gives", examples = "MEMBER")
        DonorKind kind,

        @Schema(description = "The member, one of the union on the day given; with MEMBER only", nullable = true)
        @Nullable
        MemberId memberId,

        @Schema(description = "The unit; with UNIT only", nullable = true) @Nullable
        UnitId unitId,

        @Size(max = 200)
        @Schema(
                description = "The name of the person or body; with OUTSIDE only. Shown inside the union only, and"
                        + " never published",
                examples = "Công ty TNHH Minh Họa",
                nullable = true)
        @Nullable
        String name) {

    public static final String EXAMPLE = """
            {"kind": "OUTSIDE", "name": "Công ty TNHH Minh Họa"}
            """;

    /// What is given of a donor whose name is not for the reader.
    public Donor unnamed() {
        return new Donor(kind, memberId, unitId, null);
    }

    /// Whether it is the same donor, however the name was typed.
    public boolean isSame(Donor other) {
        return clean().equals(other.clean());
    }

    /// As it is kept.
    public Donor clean() {
        return new Donor(kind, memberId, unitId, name == null ? null : VietnameseText.singleLine(name));
    }

    /// @param at where the donor stands in the request
    public void requireFieldsOfItsKind(String at) {
        List<Violation> violations = new ArrayList<>();
        check(kind == DonorKind.MEMBER, memberId != null, at + "/memberId", violations);
        check(kind == DonorKind.UNIT, unitId != null, at + "/unitId", violations);
        check(kind == DonorKind.OUTSIDE, name != null && !name.isBlank(), at + "/name", violations);
        if (kind != DonorKind.OUTSIDE && name != null && name.isBlank()) {
            violations.add(new Violation(at + "/name", "not-for-this-kind"));
        }
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    private static void check(boolean belongs, boolean given, String pointer, List<Violation> violations) {
        if (belongs && !given) {
            violations.add(new Violation(pointer, "required"));
        } else if (given && !belongs) {
            violations.add(new Violation(pointer, "not-for-this-kind"));
        }
    }
}
