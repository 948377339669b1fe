package vn.congdoan.vks.welfare.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The books of some funds of one unit on paper: what moved on which day, what is promised, and up to which day they
/// are closed. As plain as it can be: everything is summed anew each time.
final class ModelOfFunds {

    private final Map<String, Paper> funds = new LinkedHashMap<>();
    private final List<LocalDate> closed = new ArrayList<>();

    /// A movement of money.
    record Line(LocalDate date, long cash, long bank) {

        Line back(LocalDate on) {
            return new Line(on, -cash, -bank);
        }

        boolean takesMoneyOut() {
            return cash < 0 || bank < 0;
        }
    }

    /// The books of one fund.
    static final class Paper {
        private final List<Line> lines = new ArrayList<>();
        private final Map<String, Long> promised = new LinkedHashMap<>();

        long cash() {
            return lines.stream().mapToLong(Line::cash).sum();
        }

        long bank() {
            return lines.stream().mapToLong(Line::bank).sum();
        }

        long promised() {
            return promised.values().stream().mapToLong(Long::longValue).sum();
        }

        int transfers() {
            return lines.size();
        }

        long cashThrough(LocalDate day) {
            return lines.stream()
                    .filter(each -> !each.date().isAfter(day))
                    .mapToLong(Line::cash)
                    .sum();
        }

        long bankThrough(LocalDate day) {
            return lines.stream()
                    .filter(each -> !each.date().isAfter(day))
                    .mapToLong(Line::bank)
                    .sum();
        }

        private boolean isPossible() {
            return lines.stream().allMatch(each -> cashThrough(each.date()) >= 0 && bankThrough(each.date()) >= 0);
        }
    }

    /// @param closedThrough up to which day the books of the unit are closed already
    ModelOfFunds(@Nullable LocalDate closedThrough) {
        if (closedThrough != null) {
            closed.add(closedThrough);
        }
    }

    void open(String fund) {
        funds.put(fund, new Paper());
    }

    Paper of(String fund) {
        return Objects.requireNonNull(funds.get(fund));
    }

    /// Whether money can move so. Then it is done.
    boolean move(String fund, Line line) {
        return moveAll(fund, List.of(line), List.of());
    }

    /// The same for many at once, of which some are what was promised.
    boolean moveAll(String fund, List<Line> lines, List<String> fulfilled) {
        Paper paper = of(fund);
        Map<String, Long> before = Map.copyOf(paper.promised);
        paper.lines.addAll(lines);
        fulfilled.forEach(paper.promised::remove);
        boolean isPossible = lines.stream().allMatch(each -> isOpen(each.date()))
                && paper.isPossible()
                && (lines.stream().noneMatch(Line::takesMoneyOut) || paper.cash() + paper.bank() >= paper.promised());
        if (!isPossible) {
            lines.forEach(each -> paper.lines.removeLast());
            fulfilled.forEach(each -> paper.promised.put(each, Objects.requireNonNull(before.get(each))));
        }
        return isPossible;
    }

    /// Whether so much can be kept back for each of these. Then it is.
    boolean promise(String fund, List<String> what, long each) {
        Paper paper = of(fund);
        if (paper.cash() + paper.bank() - paper.promised() < each * what.size()) {
            return false;
        }
        what.forEach(one -> paper.promised.put(one, each));
        return true;
    }

    /// Whether what was paid can come back on a day. Then it is promised again.
    boolean comesBack(String fund, String what, Line payment, LocalDate on) {
        if (!move(fund, payment.back(on))) {
            return false;
        }
        of(fund).promised.put(what, -payment.cash() - payment.bank());
        return true;
    }

    void endPromise(String fund, String what) {
        of(fund).promised.remove(what);
    }

    boolean isOpen(LocalDate day) {
        LocalDate through = closedThrough();
        return through == null || day.isAfter(through);
    }

    @Nullable
    LocalDate closedThrough() {
        return closed.isEmpty() ? null : closed.getLast();
    }

    void close(LocalDate lastDay) {
        closed.add(lastDay);
    }

    void reopenLatest() {
        closed.removeLast();
    }
}
