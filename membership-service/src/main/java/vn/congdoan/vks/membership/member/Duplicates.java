package vn.congdoan.vks.membership.member;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Records that are probably of one person.
@Schema(
        name = "Duplicates",
        description = "Records that are probably of one person",
        examples = "{\"reason\": \"NAME_AND_BIRTH\", \"members\": [" + MemberView.EXAMPLE + ", " + MemberView.EXAMPLE
                + "]}")
public record Duplicates(
        Reason reason,

        @Schema(description = "Two or more, in the order of their ids")
        List<MemberView> members) {

    /// Why they are taken for one person.
    @Schema(description = "Why records are taken for those of one person")
    public enum Reason {
        /// They have one citizen id.
        CITIZEN_ID,
        /// They have the same name but for diacritics, and the same day of birth, or year where no day is known.
        NAME_AND_BIRTH
    }
}
