package vn.congdoan.vks.platform.change;

import vn.congdoan.vks.platform.sql.Sql;

/// Makes what a service would be given, for tests without one.
public final class ChangesAccess {

    private ChangesAccess() {}

    public static Changes of(Sql sql) {
        return new Changes(sql);
    }
}
