package vn.congdoan.vks.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an account is in the union today: the assignments in force and the linked member.
public record Standing(
        List<Assignment> assignments, @Nullable LinkedMember member) {

    public Standing {
        assignments = List.copyOf(assignments);
    }

    boolean isNobody() {
        return assignments.isEmpty() && member == null;
    }
}
