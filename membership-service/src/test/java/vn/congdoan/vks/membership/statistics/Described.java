package vn.congdoan.vks.membership.statistics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The figures of an answer by name, without those that are 0.
final class Described {

    private final Map<String, Integer> figures = new TreeMap<>();

    private Described() {}

    static Map<String, Integer> of(UnitStatistics statistics) {
        Described described = new Described();
        described.put(
                "direct.", statistics.direct().members(), statistics.direct().female());
        described.put("own.", statistics.own());
        described.put("sector.", statistics.sector());
        statistics
                .children()
                .forEach(each -> described.put("child." + each.unit().id() + ".", each.members(), each.female()));
        described.figures.values().removeIf(number -> number == 0);
        return described.figures;
    }

    private void put(String scope, UnitStatistics.Figures of) {
        put(scope, of.members(), of.female());
        put(scope + "gender.", of.by().gender());
        put(scope + "ageBand.", of.by().ageBand());
        put(scope + "category.", of.by().category());
        put(scope + "party.", of.by().party());
        put(scope + "education.", of.by().education());
        put(scope + "judicialTitle.", of.by().judicialTitle());
        put(scope + "ethnicity.", of.by().ethnicity());
        Moves moves = of.moves();
        if (moves != null) {
            put(scope, "joined", "arrived.", moves.joined());
            put(scope, "came", "arrived.", moves.came());
            put(scope, "left", "departed.", moves.left());
            put(scope, "went", "departed.", moves.went());
        }
    }

    private void put(String scope, int members, int female) {
        figures.put(scope + "members", members);
        figures.put(scope + "female", female);
    }

    private void put(String scope, List<Breakdown.Slice> slices) {
        slices.forEach(each -> figures.put(scope + each.value(), each.members()));
    }

    private void put(String scope, String all, String each, Moves.Flow flow) {
        figures.put(scope + all, flow.members());
        flow.causes().forEach(cause -> figures.put(scope + each + cause.cause(), cause.members()));
    }
}
