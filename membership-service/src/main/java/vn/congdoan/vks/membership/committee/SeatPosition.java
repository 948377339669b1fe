package vn.congdoan.vks.membership.committee;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.platform.access.Role;

/// A position in a committee, and the role that it gives. A vice chair signs for the chair by a mandate, which an ADMIN
/// grants for as long as it lasts: the position itself gives no second CHAIR. Leaders of groups decide on nothing.
@Schema(
        description =
                "A position in a committee. ACCOUNTANT and CASHIER are offices: their holder need not be one of the"
                        + " committee's members, and may be one beside the office")
public enum SeatPosition {
    /// Chủ tịch.
    CHAIR(CommitteeKind.COMMITTEE, true, Role.CHAIR),
    /// Phó chủ tịch.
    VICE_CHAIR(CommitteeKind.COMMITTEE, false, null),
    /// Ủy viên ban thường vụ.
    STANDING_MEMBER(CommitteeKind.COMMITTEE, false, null),
    /// Ủy viên ban chấp hành.
    COMMITTEE_MEMBER(CommitteeKind.COMMITTEE, false, null),
    /// Tổ trưởng.
    GROUP_LEADER(CommitteeKind.COMMITTEE, true, null),
    /// Tổ phó.
    GROUP_DEPUTY(CommitteeKind.COMMITTEE, false, null),
    /// Kế toán.
    ACCOUNTANT(CommitteeKind.COMMITTEE, false, Role.ACCOUNTANT),
    /// Thủ quỹ.
    CASHIER(CommitteeKind.COMMITTEE, false, Role.CASHIER),
    /// Chủ nhiệm ủy ban kiểm tra.
    INSPECTION_HEAD(CommitteeKind.INSPECTION_COMMITTEE, true, Role.INSPECTOR),
    /// Ủy viên ủy ban kiểm tra.
    INSPECTION_MEMBER(CommitteeKind.INSPECTION_COMMITTEE, false, Role.INSPECTOR),
    /// Trưởng ban nữ công.
    WOMENS_BOARD_HEAD(CommitteeKind.WOMENS_BOARD, true, null),
    /// Ủy viên ban nữ công.
    WOMENS_BOARD_MEMBER(CommitteeKind.WOMENS_BOARD, false, null);

    private final CommitteeKind kind;
    private final boolean head;
    private final @Nullable Role role;

    SeatPosition(CommitteeKind kind, boolean head, @Nullable Role role) {
        this.kind = kind;
        this.head = head;
        this.role = role;
    }

    boolean isIn(CommitteeKind committee, UnitKind unit) {
        return kind == committee && isOfGroups() == (unit == UnitKind.GROUP);
    }

    /// Of whom there is one at a time.
    boolean isHead() {
        return head;
    }

    boolean isOffice() {
        return this == ACCOUNTANT || this == CASHIER;
    }

    /// Whether its holder belongs to the standing committee (ban thường vụ), where there is one.
    boolean isStanding() {
        return this == CHAIR || this == VICE_CHAIR || this == STANDING_MEMBER;
    }

    /// What its holder may do at the committee's unit and below it.
    Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    private boolean isOfGroups() {
        return this == GROUP_LEADER || this == GROUP_DEPUTY;
    }
}
