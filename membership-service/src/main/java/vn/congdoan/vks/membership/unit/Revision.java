package vn.congdoan.vks.membership.unit;

import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;

/// What is new about a unit from a day on; null: as before.
///
/// @param unionId the union that it belongs to, where it goes to another one
public record Revision(
        @Nullable String code,
        @Nullable String name,
        @Nullable UnitId parentId,
        @Nullable UnitId unionId) {

    public static Revision named(@Nullable String code, @Nullable String name) {
        return new Revision(code, name, null, null);
    }

    public static Revision placed(UnitId parent, UnitId union) {
        return new Revision(null, null, parent, union);
    }

    public static Revision ofUnion(UnitId union) {
        return new Revision(null, null, null, union);
    }
}
