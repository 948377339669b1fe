package vn.congdoan.vks.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Words to choose from, each as often as its weight says.
record Weighted(List<String> lots) {
    Weighted {
        lots = List.copyOf(lots);
    }

    /// Reads `Kinh 88, Hrê 8, Cor 4`.
    static Weighted of(String text) {
        return of(List.of(text.split(", ", -1)));
    }

    /// Reads one choice a line, such as `Mộ Đức, Quảng Ngãi 5`.
    static Weighted ofLines(String text) {
        return of(text.lines().toList());
    }

    private static Weighted of(List<String> choices) {
        List<String> lots = new ArrayList<>();
        for (String each : choices) {
            int space = each.lastIndexOf(' ');
            for (int lot = Integer.parseInt(each.substring(space + 1)); lot > 0; lot--) {
                lots.add(each.substring(0, space));
            }
        }
        return new Weighted(lots);
    }

    /// Words of equal weight, separated by blanks.
    static Weighted equal(String text) {
        return new Weighted(List.of(text.split(" ", -1)));
    }

    String pick(Random random) {
        return lots.get(random.nextInt(lots.size()));
    }
}
