package vn.congdoan.vks.welfare.layout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which column holds what: its header, or its number from 1.
@Embeddable
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "LayoutColumns",
        description = "Which column holds what: the text of its header, without regard to diacritics and case, or its"
                + " number from 1")
public record LayoutColumns(
        @NotBlank
        @Size(max = MAX)
        @Column(name = "date_column")
        @Schema(description = "The day on which it was given", examples = "Ngày giao dịch")
        String date,

        @NotBlank
        @Size(max = MAX)
        @Column(name = "amount_column")
        @Schema(description = "The amount that came in", examples = "Ghi có")
        String amount,

        @Size(max = MAX)
        @Column(name = "reference_column")
        @Schema(
                description = "The bank's own number of the movement, by which one that was imported before is known",
                examples = "Số bút toán",
                nullable = true)
        @Nullable
        String reference,

        @Size(max = MAX)
        @Column(name = "description_column")
        @Schema(
                description = "What the giver wrote; members are looked for in it by id, by reference code and by name",
                examples = "Nội dung",
                nullable = true)
        @Nullable
        String description,

        @Size(max = MAX)
        @Column(name = "member_column")
        @Schema(
                description = "The id or the reference code of the member that gives",
                examples = "Mã đoàn viên",
                nullable = true)
        @Nullable
        String member,

        @Size(max = MAX)
        @Column(name = "donor_column")
        @Schema(description = "The giver's name", examples = "Họ và tên", nullable = true)
        @Nullable
        String name,

        @Size(max = MAX)
        @Column(name = "note_column")
        @Schema(description = "What else is to be shown in the preview", examples = "Ghi chú", nullable = true)
        @Nullable
        String note) {

    private static final int MAX = 100;

    /// What each of the columns that are there is called.
    public Map<ImportField, String> named() {
        Map<ImportField, String> named = new EnumMap<>(ImportField.class);
        put(named, ImportField.DATE, date);
        put(named, ImportField.AMOUNT, amount);
        put(named, ImportField.REFERENCE, reference);
        put(named, ImportField.DESCRIPTION, description);
        put(named, ImportField.MEMBER, member);
        put(named, ImportField.NAME, name);
        put(named, ImportField.NOTE, note);
        return named;
    }

    private static void put(Map<ImportField, String> named, ImportField field, @Nullable String column) {
        if (column != null) {
            named.put(field, column);
        }
    }
}
