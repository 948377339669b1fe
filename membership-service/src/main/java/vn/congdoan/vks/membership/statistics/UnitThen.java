package vn.congdoan.vks.membership.statistics;

import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.UnitId;

/// What a unit was called and where it stood from one day until another.
record UnitThen(Span span, String code, String name, UnitKind kind) {

    UnitRef ref() {
        return new UnitRef(new UnitId(span.unit()), code, name, kind);
    }
}
