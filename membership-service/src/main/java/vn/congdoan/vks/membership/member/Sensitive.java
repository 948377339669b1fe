package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is sealed with the person's own key: the citizen id, contact data, religion and ethnicity.
@JsonInclude(Include.NON_NULL)
record Sensitive(
        @Nullable String citizenId,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String religion,
        @Nullable String ethnicity) {

    /// What is shown for a stated purpose only: the fields here, and Party membership.
    static final Set<String> FIELDS =
            Set.of("citizenId", "address", "phone", "email", "religion", "ethnicity", "party");

    /// Of somebody whose data was erased.
    static final Sensitive NONE = new Sensitive(null, null, null, null, null, null);

    /// The citizen id with all but its last three digits hidden.
    @Nullable
    String maskedCitizenId() {
        String id = citizenId;
        return id == null ? null : "*".repeat(id.length() - 3) + id.substring(id.length() - 3);
    }
}
