package vn.congdoan.vks.membership.figure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The document that says a figure, as far as it is known.
@Embeddable
@Schema(description = "The document that says it, as far as it is known", examples = FigureSource.EXAMPLE)
public record FigureSource(
        @Size(max = 50)
        @Column(name = "source_number")
        @Schema(description = "Number", examples = "05/BC-CĐVKS", nullable = true)
        @Nullable
        String number,

        @Column(name = "source_date")
        @Schema(description = "Date; none in the future", examples = "2023-12-20", nullable = true)
        @Nullable
        LocalDate date,

        @NotBlank
        @Size(max = 300)
        @Column(name = "source_title")
        @Schema(description = "Title", examples = "Báo cáo tổng kết hoạt động công đoàn năm 2023")
        String title,

        @Size(max = 100)
        @Column(name = "source_place")
        @Schema(description = "Where it stands there", examples = "Phần I, trang 2", nullable = true)
        @Nullable
        String place) {

    static final String EXAMPLE = """
            {
              "number": "05/BC-CĐVKS",
              "date": "2023-12-20",
              "title": "Báo cáo tổng kết hoạt động công đoàn năm 2023",
              "place": "Phần I, trang 2"
            }
            """;
}
