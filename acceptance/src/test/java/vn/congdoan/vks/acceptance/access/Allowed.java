package vn.congdoan.vks.acceptance.access;

/// Who may do what, for tests of other things than access.
public final class Allowed {

    private Allowed() {}

    /// Somebody, by the name of a column of the permission table, who may do this in the own union.
    public static String somebody(String operation) {
        return PermissionTable.committed().somebodyAllowed(operation);
    }
}
