package vn.congdoan.vks.welfare.imports;

/// Which turns are taken: first that of the import, then that of everything that the union imports.
final class ImportTurns {

    /// Whoever changes an import.
    static final String OF_ONE = "contribution-import";

    /// Whoever books rows of some import: the same movement of money may stand in several.
    static final String OF_ALL = "contribution-imports";

    private ImportTurns() {}
}
