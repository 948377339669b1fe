package vn.congdoan.vks.membership.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a report says: the value, how it is qualified, how it is printed, and where.
@Embeddable
@JsonInclude(Include.NON_NULL)
@Schema(name = "ReportedValue", description = "What a report says")
public record Reported(
        @Column(name = "value")
        @Schema(description = "The value as reported, in the measure of the indicator", examples = "42.8")
        BigDecimal value,

        @Enumerated(EnumType.STRING) @Column(name = "qualifier")
        Qualifier qualifier,

        @Column(name = "printed")
        @Schema(description = "The characters that the source prints", examples = "42,8%", nullable = true)
        @Nullable
        String printed,

        @Embedded FigureSource source,

        @Column(name = "note") @Schema(description = "What else is to be known", nullable = true) @Nullable
        String note) {

    /// More digits than a value may have are left as they came: nobody writes a number of a billion zeros out.
    private static final int MOST_DIGITS = 15;

    /// The database writes 1098 as 1098.0.
    public Reported {
        value = plain(value);
    }

    /// A number in its shortest form, without an exponent: 1098, 1098.0 and 1.098e3 are equal.
    static BigDecimal plain(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        long digits = (long) shortest.precision() - shortest.scale();
        return shortest.scale() < 0 && digits <= MOST_DIGITS ? shortest.setScale(0) : shortest;
    }

    /// The names of the fields in which another one differs.
    List<String> differences(Reported other) {
        List<String> different = new ArrayList<>();
        add(different, "value", value, other.value);
        add(different, "qualifier", qualifier, other.qualifier);
        add(different, "printed", printed, other.printed);
        add(different, "source", source, other.source);
        add(different, "note", note, other.note);
        return different;
    }

    private static void add(List<String> names, String name, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            names.add(name);
        }
    }
}
