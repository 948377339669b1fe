package vn.congdoan.vks.platform.sync;

import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.Logged;

/// The replicas of all kinds of records that the service logs.
@ApplicationScoped
@Unremovable
public class Replicas {

    private final List<Replica> inOrder;

    Replicas(@All List<Replica> all, Logged logged) {
        List<AggregateType> types = logged.types();
        this.inOrder = all.stream()
                .sorted(Comparator.comparingInt(each -> types.indexOf(each.type())))
                .toList();
    }

    /// What others refer to comes before them: so records are written, and the other way round they are taken
    /// away.
    public List<Replica> inOrder() {
        return inOrder;
    }
}
