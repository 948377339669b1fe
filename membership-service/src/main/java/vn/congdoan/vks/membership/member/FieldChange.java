package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// From what to what a field was changed.
@JsonInclude(Include.NON_NULL)
@Schema(
        description = "From what to what a field was changed",
        examples = "{\"field\": \"position\", \"from\": \"Chuyên viên\", \"to\": \"Phó Trưởng phòng\"}")
public record FieldChange(
        @Schema(description = "Which one, as it is called in a member", examples = "position")
        String field,

        @Schema(description = "What was recorded; absent where nothing was, or where it is withheld") @Nullable
        Object from,

        @Schema(description = "What is recorded since; absent where nothing is, or where it is withheld") @Nullable
        Object to,

        @Schema(description = "true where the caller does not see the values, or they were erased") @Nullable
        Boolean withheld) {

    static FieldChange of(String field, @Nullable Object from, @Nullable Object to) {
        return new FieldChange(field, from, to, null);
    }

    static FieldChange withheld(String field) {
        return new FieldChange(field, null, null, true);
    }
}
