package vn.congdoan.vks.membership.committee;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.membership.unit.UnitKind;

/// What an elected body of a unit is. A group has no body but its leader and deputy.
@Schema(description = "What an elected body is: the committee, the inspection committee or the women's board")
public enum CommitteeKind {
    /// Ban chấp hành; of a group: its leader and deputy (tổ trưởng, tổ phó).
    COMMITTEE,
    /// Ủy ban kiểm tra.
    INSPECTION_COMMITTEE,
    /// Ban nữ công.
    WOMENS_BOARD;

    boolean mayBeOf(UnitKind unit) {
        return this == COMMITTEE || unit != UnitKind.GROUP;
    }
}
