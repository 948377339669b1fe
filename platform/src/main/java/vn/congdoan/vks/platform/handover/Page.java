package vn.congdoan.vks.platform.handover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Some rows of one table, as they travel within a sealed letter.
///
/// @param from where the receiver was
/// @param table which table; null: none had more
/// @param rows by the names of their columns
/// @param next where the receiver is with these; null: it has everything
/// @param epoch of the sender's log, in which the records' versions were given
/// @param unions whose records move
record Page(
        Place from,
        @Nullable String table,
        List<ObjectNode> rows,
        @Nullable Place next,
        int epoch,
        List<UUID> unions) {

    /// How far the rows have come.
    ///
    /// @param table the number of the table
    /// @param after the key of the last row; null: before the first
    record Place(int table, @Nullable UUID after) {

        static final Place FIRST = new Place(0, null);
    }
}
