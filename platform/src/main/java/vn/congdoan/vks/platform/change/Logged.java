package vn.congdoan.vks.platform.change;

import java.util.List;

/// What a service logs: it has one bean of this kind.
public interface Logged {

    /// All kinds of aggregates whose changes are in the service's log; what others refer to by foreign keys comes
    /// before them.
    List<AggregateType> types();
}
