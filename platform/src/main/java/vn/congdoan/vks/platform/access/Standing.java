package vn.congdoan.vks.platform.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an account is in the union today: the assignments in force and the linked member.
public record Standing(
        List<Assignment> assignments, @Nullable LinkedMember member) {

    public Standing {
        assignments = List.copyOf(assignments);
    }

    /// An account that is nothing in the union.
    public static final Standing NOBODY = new Standing(List.of(), null);

    /// Whether the account is nothing in the union.
    @JsonIgnore
    public boolean isNobody() {
        return assignments.isEmpty() && member == null;
    }
}
