package vn.congdoan.vks.membership.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Tallies on days, as a statement takes them: arrays of units, scopes and days.
final class Keys {

    private final List<UUID> units = new ArrayList<>();
    private final List<String> scopes = new ArrayList<>();
    private final List<String> days = new ArrayList<>();

    void add(Tally tally, int day) {
        units.add(tally.unit());
        scopes.add(Integer.toString(tally.scope().number()));
        days.add(Day.date(day).toString());
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    UUID[] units() {
        return units.toArray(UUID[]::new);
    }

    String[] scopes() {
        return scopes.toArray(String[]::new);
    }

    String[] days() {
        return days.toArray(String[]::new);
    }
}
