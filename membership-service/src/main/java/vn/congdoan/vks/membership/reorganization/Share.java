package vn.congdoan.vks.membership.reorganization;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.congdoan.vks.membership.unit.UnitView;
import vn.congdoan.vks.platform.access.UnitId;

/// The part of a reorganization that one node does: what it writes. It founds first; it moves nothing to where nothing
/// is yet; and no unit ends in which another node has still something.
final class Share {

    private final Plan whole;
    private final Writers writers;
    private final Map<UnitId, Set<UnitId>> occupied;
    private final Set<String> done;
    private final Set<String> others = new TreeSet<>();
    private final Set<UnitId> endings = new HashSet<>();

    /// @param whole what is left of it
    /// @param occupied the units that end and in which members are or will be, with the unions of these
    /// @param done the other nodes that have told that they have done their parts
    Share(Plan whole, Writers writers, Map<UnitId, Set<UnitId>> occupied, Set<String> done) {
        this.whole = whole;
        this.writers = writers;
        this.occupied = Map.copyOf(occupied);
        this.done = Set.copyOf(done);
        findOthers();
        whole.endings().keySet().stream().filter(this::mayEnd).forEach(endings::add);
    }

    private void findOthers() {
        whole.foundings().forEach(each -> other(writers.ofFounding(each)));
        whole.revisions().keySet().forEach(each -> other(writers.ofUnit(each)));
        whole.endings().keySet().forEach(each -> other(writers.ofUnit(each)));
        occupied.values().forEach(unions -> unions.forEach(each -> other(writers.of(each))));
        whole.unsettled().stream()
                .map(writers::ofBelongings)
                .filter(node -> !done.contains(node))
                .forEach(this::other);
    }

    private void other(String node) {
        if (!node.equals(writers.here())) {
            others.add(node);
        }
    }

    /// Those above end after those below.
    private boolean mayEnd(UnitId unit) {
        String belongings = writers.ofBelongings(unit);
        return isUnitWrittenHere(unit)
                && (belongings.equals(writers.here()) || done.contains(belongings))
                && occupied.getOrDefault(unit, Set.of()).stream().allMatch(writers::isHere)
                && writers.before().children(unit).stream().map(UnitView::id).allMatch(this::leavesOrEnds);
    }

    private boolean leavesOrEnds(UnitId unit) {
        boolean leaves = whole.revisions().containsKey(unit) && isUnitWrittenHere(unit);
        return leaves || (whole.endings().containsKey(unit) && mayEnd(unit));
    }

    private boolean isUnitWrittenHere(UnitId unit) {
        return writers.ofUnit(unit).equals(writers.here());
    }

    /// The other nodes that have something to do. While they have, the reorganization is under way.
    Set<String> others() {
        return others;
    }

    /// Whether everything is there to which this node moves something. Otherwise it founds what it founds, and waits.
    boolean isPossible() {
        Set<UnitId> founded = whole.foundings().stream()
                .filter(each -> writers.ofFounding(each).equals(writers.here()))
                .map(Plan.Founding::id)
                .collect(Collectors.toSet());
        return whole
                .goals(unit ->
                        isUnitWrittenHere(unit) || writers.ofBelongings(unit).equals(writers.here()))
                .stream()
                .allMatch(each ->
                        founded.contains(each) || writers.before().find(each).isPresent());
    }

    /// What of the units is for this node to write.
    Plan own() {
        return whole.reducedTo(
                founding -> writers.ofFounding(founding).equals(writers.here()),
                unit -> isPossible() && isUnitWrittenHere(unit),
                unit -> isPossible() && endings.contains(unit));
    }

    /// Units that leave their union, whose belongings this node settles by now: those which it does, and those of its
    /// own unions.
    Set<UnitId> leaving() {
        if (!isPossible()) {
            return Set.of();
        }
        return whole.leavingTheirUnion().stream()
                .filter(each ->
                        endings.contains(each) || writers.ofBelongings(each).equals(writers.here()))
                .collect(Collectors.toSet());
    }

    /// Those of them that end.
    Set<UnitId> ending() {
        return leaving().stream().filter(whole.endings()::containsKey).collect(Collectors.toSet());
    }

    /// The unions of other nodes to which records go.
    Set<UnitId> receivers() {
        return whole.receivers().stream()
                .filter(union -> !writers.isHere(union))
                .collect(Collectors.toSet());
    }

    boolean isWrittenHere(UnitId union) {
        return writers.isHere(union);
    }
}
