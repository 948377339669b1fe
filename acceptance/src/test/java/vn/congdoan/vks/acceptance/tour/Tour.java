package vn.congdoan.vks.acceptance.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The commands of a page for people: everything in its ```bash blocks, in order.
record Tour(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```bash\\s*\\n(.*?)^```");
    private static final Pattern PROMISE = Pattern.compile("(?s)(.*\\S)\\s+# → (.+)");

    /// One command, maybe of several lines.
    ///
    /// @param promise what its output must contain; empty if the page does not say
    record Step(String command, String promise) {}

    static Tour of(String page) {
        List<Step> steps = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            StringBuilder command = new StringBuilder();
            for (String line : blocks.group(1).split("\n", -1)) {
                command.append(command.isEmpty() ? "" : "\n").append(line);
                if (!line.endsWith("\\")) {
                    add(command.toString(), steps);
                    command.setLength(0);
                }
            }
        }
        return new Tour(steps);
    }

    private static void add(String text, List<Step> steps) {
        if (text.isBlank() || text.stripLeading().startsWith("#")) {
            return;
        }
        Matcher promised = PROMISE.matcher(text);
        steps.add(
                promised.matches()
                        ? new Step(promised.group(1), promised.group(2).strip())
                        : new Step(text, ""));
    }

    /// A script that runs all steps in one shell and keeps the output of each in a file of its own. It ends at the
    /// first step that fails.
    String script() {
        StringBuilder script = new StringBuilder();
        for (int index = 0; index < steps.size(); index++) {
            script.append("{ %s\n} > \"$OUTPUTS/%d\" 2>&1 || exit $((100 + %d))\n"
                    .formatted(steps.get(index).command(), index, index % 100));
        }
        return script.toString();
    }
}
