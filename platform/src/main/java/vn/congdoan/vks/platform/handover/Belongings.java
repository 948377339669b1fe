package vn.congdoan.vks.platform.handover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a service keeps of a union and tells nobody: the tables that move with the union's records to its own node.
/// Every table of the service is either here or left behind for a reason, else the build fails.
public interface Belongings {

    /// The tables that move, each after those that it refers to.
    List<MovingTable> tables();

    /// The other tables, each with the reason why it stays: that other tables tell the same, that it is no record, or
    /// that it holds nothing of a union.
    Map<String, String> staying();

    /// Makes a row readable to the receiver, if it was sealed with a key of this service.
    default void unseal(String table, ObjectNode row) {}

    /// Seals a row that came with a key of this service.
    default void seal(String table, ObjectNode row) {}

    /// All rows of the unions are here.
    default void complete(UUID[] unions) {}
}
