package vn.congdoan.vks.campaign.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.text.VietnameseText;

/// What a campaign, or a unit that takes part in it, wants to reach (chỉ tiêu, domain.md §4).
@Embeddable
@Schema(description = "What shall be reached", examples = Target.EXAMPLE)
public record Target(
        @Column(name = "target_id") @Schema(description = "Id of the target: what is measured will name it")
        UUID id,

        @Column(name = "name") @Schema(description = "What is counted", examples = "Đoàn viên đăng ký làm theo")
        String name,

        @Column(name = "unit_of_measure") @Schema(description = "Unit of measure", examples = "%")
        String unitOfMeasure,

        @Column(name = "value")
        @Schema(description = "A number above zero, of three decimals at most", examples = "99.5")
        BigDecimal value,

        @Enumerated(EnumType.STRING)
        @Column(name = "direction")
        @Schema(description = "On which side of the value it is met", examples = "AT_LEAST")
        Direction direction)
        implements Serializable {

    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000005",
              "name": "Đoàn viên đăng ký làm theo",
              "unitOfMeasure": "%",
              "value": 99.5,
              "direction": "AT_LEAST"
            }
            """;

    /// More digits than a target may have are left as they came: nobody writes a number of a billion zeros out.
    private static final int MOST_DIGITS = 15;

    /// The database writes 10 as 10.000.
    public Target {
        value = plain(value);
    }

    /// Targets as they are set, each under an id of its own.
    public static List<Target> of(@Nullable List<NewTarget> forms) {
        return forms == null ? List.of() : forms.stream().map(Target::of).toList();
    }

    private static Target of(NewTarget form) {
        return new Target(
                Ids.next(),
                VietnameseText.singleLine(form.name()),
                VietnameseText.singleLine(form.unitOfMeasure()),
                form.value(),
                form.direction());
    }

    /// A number in its shortest form, without an exponent.
    static BigDecimal plain(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        long digits = (long) shortest.precision() - shortest.scale();
        return shortest.scale() < 0 && digits <= MOST_DIGITS ? shortest.setScale(0) : shortest;
    }
}
