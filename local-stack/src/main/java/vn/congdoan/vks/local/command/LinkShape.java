package vn.congdoan.vks.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import vn.congdoan.vks.local.link.Shape;
import vn.congdoan.vks.local.system.LinkControl;
import vn.congdoan.vks.local.system.Place;

/// `./dev node NAME link|cut|heal|slow|drop`: how the link between the node and central is, and shall be.
final class LinkShape {
    private final Place place;
    private final LinkControl link;
    private final PrintStream out;
    private final PrintStream err;

    LinkShape(Place place, PrintStream out, PrintStream err) {
        this.place = place;
        this.link = new LinkControl(place);
        this.out = out;
        this.err = err;
    }

    int run(String command, List<String> arguments) throws IOException {
        boolean takesNumber = command.equals("slow") || command.equals("drop");
        if (arguments.size() != (takesNumber ? 1 : 0)) {
            err.println("Usage: " + place.command(command) + usage(command));
            return 2;
        }
        Shape now = link.shape();
        switch (command) {
            case "cut" -> link.become(now.asCut());
            case "heal" -> link.become(Shape.WHOLE);
            case "slow" -> link.become(now.delayedBy(number(arguments.getFirst())));
            case "drop" -> link.become(now.dropping(number(arguments.getFirst())));
            default -> {}
        }
        out.println(describe(link.shape()) + (link.runs() ? "" : " (It does not run; so it will be when it starts.)"));
        return 0;
    }

    private static String usage(String command) {
        return switch (command) {
            case "slow" -> " MILLISECONDS";
            case "drop" -> " PERCENT";
            default -> "";
        };
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("This is no whole number: " + text, e);
        }
    }

    static String describe(Shape shape) {
        if (shape.equals(Shape.WHOLE)) {
            return "The link is whole.";
        }
        return "The link is %s; it delays by %d ms in each direction; of 100 chunks %d reset their connection."
                .formatted(shape.cut() ? "cut" : "not cut", shape.delayMillis(), shape.dropPercent());
    }
}
