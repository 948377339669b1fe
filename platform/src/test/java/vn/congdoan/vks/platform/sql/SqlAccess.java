package vn.congdoan.vks.platform.sql;

import javax.sql.DataSource;

/// Makes what a service would be given, for tests without one.
public final class SqlAccess {

    private SqlAccess() {}

    public static Sql on(DataSource database) {
        return new Sql(database);
    }
}
