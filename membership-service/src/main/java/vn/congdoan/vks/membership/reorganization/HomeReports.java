package vn.congdoan.vks.membership.reorganization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What nodes have answered to reorganizations.
@ApplicationScoped
class HomeReports implements PanacheRepositoryBase<HomeReport, HomeReportId> {

    List<HomeReport> of(ReorganizationId reorganization) {
        return list("reorganizationId = ?1 order by node", reorganization);
    }

    Optional<HomeReport> of(ReorganizationId reorganization, String node) {
        return find("reorganizationId = ?1 and node = ?2", reorganization, node).singleResultOptional();
    }

    /// Which report each node has told last, by its version.
    Map<String, Long> told(ReorganizationId reorganization) {
        return of(reorganization).stream().collect(Collectors.toUnmodifiableMap(HomeReport::node, HomeReport::version));
    }

    /// The nodes that have done their part.
    Set<String> done(ReorganizationId reorganization) {
        return of(reorganization).stream()
                .filter(HomeReport::isDone)
                .map(HomeReport::node)
                .collect(Collectors.toUnmodifiableSet());
    }
}
