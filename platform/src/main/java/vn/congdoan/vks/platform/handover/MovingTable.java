package vn.congdoan.vks.platform.handover;

import org.jspecify.annotations.Nullable;

/// A table whose rows move with the records of a union.
///
/// @param name of the table
/// @param key its primary key, a UUID
/// @param ofUnions which rows belong to some unions: a condition over the columns of
///     `moving` and over the array `own.unions`; where single records are given away, `own.records`
/// @param replicated whether the receiver has a row of each already, with what is published of it
/// @param only what changes in a row that is there; null: all columns
public record MovingTable(
        String name,
        String key,
        String ofUnions,
        boolean replicated,
        @Nullable String only) {

    /// Of records that are published: the receiver has them already, without what stays at home.
    public static MovingTable ofRecords(String name, String key, String ofUnions) {
        return new MovingTable(name, key, ofUnions, true, null);
    }

    /// As [#ofRecords], and only some columns may change.
    public MovingTable onlyChanging(String columns) {
        return new MovingTable(name, key, ofUnions, replicated, columns);
    }

    /// Of what nobody else was told of.
    public static MovingTable ofSecrets(String name, String key, String ofUnions) {
        return new MovingTable(name, key, ofUnions, false, null);
    }
}
