package vn.congdoan.vks.welfare.layout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;

/// All layouts, of all units.
@ApplicationScoped
public class Layouts implements PanacheRepositoryBase<Layout, LayoutId> {

    /// The layout, or 404.
    Layout require(LayoutId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Whether another layout of the unit has the name; see [NewLayout#nameKey].
    boolean hasName(UnitId unit, String key, LayoutId but) {
        return count("unitId = ?1 and nameKey = ?2 and id <> ?3", unit, key, but) > 0;
    }

    /// Layouts of these units, in the order of their ids.
    List<Layout> page(UUID[] units, @Nullable UUID after, int rows) {
        SelectionQuery<Layout> selection = getEntityManager()
                .unwrap(Session.class)
                .createSelectionQuery(
                        "from Layout where unitId.value in :units" + (after == null ? "" : " and id.value > :last")
                                + " order by id.value",
                        Layout.class)
                .setParameterList("units", units)
                .setMaxResults(rows);
        if (after != null) {
            selection.setParameter("last", after);
        }
        return selection.getResultList();
    }
}
