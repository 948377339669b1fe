package vn.congdoan.vks.membership.closing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A line of the list of documents that were handed over.
@Schema(name = "HandedOverDocument", description = "A line of the list", examples = HandedOverDocument.EXAMPLE)
public record HandedOverDocument(
        @NotBlank
        @Size(max = 300)
        @Schema(description = "What it is", examples = "Sổ biên bản họp Ban Chấp hành, 2018–2025")
        String title,

        @NotNull @Positive @Max(1_000_000) @Schema(description = "How many", examples = "3")
        Integer quantity) {

    static final String EXAMPLE = """
            {"title": "Sổ biên bản họp Ban Chấp hành, 2018–2025", "quantity": 3}
            """;
}
