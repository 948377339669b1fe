package vn.congdoan.vks.platform.sync;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.change.AggregateType;

/// Keeps the records of one kind whose home is another node, as their homes publish them. There is one for every kind
/// that the service logs.
///
/// Rows are written by SQL, never through entities, many at a time, in the transaction of the caller. Which states are
/// newer than what is here has been decided before; what a state does not tell (sensitive data, which stays at home)
/// keeps its value where the record is here already, and is empty where it is not.
public interface Replica {

    /// The states of a JSON array, as rows: one parameter. `version` is the record's own, `recorded` when this state
    /// was written down at home.
    String TAKEN =
            "jsonb_to_recordset(?::jsonb) as taken(id uuid, version bigint, owner uuid, recorded timestamptz, state jsonb)";

    /// Whose states it takes.
    AggregateType type();

    /// What of their states must be their owner's.
    Ownership ownership();

    /// Makes the records to be what the states tell, which are those of [#TAKEN], one for each record. The log of this
    /// node has them already.
    void apply(String taken);

    /// Takes records away that are no longer for this node.
    void withdraw(UUID[] ids);

    /// What is kept here of some records, made from the rows by the same code that made the published states at home.
    Map<UUID, Record> held(Collection<UUID> ids);
}
