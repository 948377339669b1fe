package vn.congdoan.vks.platform.handover;

import org.jspecify.annotations.Nullable;

/// A table whose rows move with the records of a union.
///
/// @param name of the table
/// @param key its primary key, a UUID
/// @param ofUnions which rows belong to some unions: a condition over the columns of
///     `moving` and over the array `own.unions`; where single records are given away, `own.records`
/// @param kind what the receiver may have of it already
/// @param only what changes in a row that is there; null: all columns
/// @param broughtBy the function of the database that takes rows, as an array; null: this service writes them itself
/// @param atOnce how many rows go together
public record MovingTable(
        String name,
        String key,
        String ofUnions,
        Kind kind,
        @Nullable String only,
        @Nullable String broughtBy,
        int atOnce) {

    private static final int ROWS = 300;

    /// What the receiver may have already of a table.
    public enum Kind {
        /// A row of each, with what is published of it.
        RECORDS,
        /// Rows of an earlier hand-over, which are as they were.
        SECRETS,
        /// Rows of an earlier hand-over, which are out of date: they go before the first ones come.
        CHANGING_SECRETS
    }

    /// Of records that are published: the receiver has them already, without what stays at home.
    public static MovingTable ofRecords(String name, String key, String ofUnions) {
        return new MovingTable(name, key, ofUnions, Kind.RECORDS, null, null, ROWS);
    }

    /// As [#ofRecords], and only some columns may change.
    public MovingTable onlyChanging(String columns) {
        return new MovingTable(name, key, ofUnions, kind, columns, broughtBy, atOnce);
    }

    /// Of what nobody else was told of, and what is only ever added to.
    public static MovingTable ofSecrets(String name, String key, String ofUnions) {
        return new MovingTable(name, key, ofUnions, Kind.SECRETS, null, null, ROWS);
    }

    /// Of what nobody else was told of, and whose rows change or go. No other table may refer to it but one of this
    /// kind.
    public static MovingTable ofChangingSecrets(String name, String key, String ofUnions) {
        return new MovingTable(name, key, ofUnions, Kind.CHANGING_SECRETS, null, null, ROWS);
    }

    /// Of a table that the service itself must not change: a function of the database takes the rows.
    public MovingTable broughtBy(String function) {
        return new MovingTable(name, key, ofUnions, kind, only, function, atOnce);
    }

    /// As this one, of rows that are large.
    public MovingTable together(int rows) {
        return new MovingTable(name, key, ofUnions, kind, only, broughtBy, rows);
    }

    boolean isChanging() {
        return kind == Kind.CHANGING_SECRETS;
    }
}
