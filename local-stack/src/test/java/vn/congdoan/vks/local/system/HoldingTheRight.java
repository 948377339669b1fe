package vn.congdoan.vks.local.system;

import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/// Another launcher, in a process of its own, that is killed while it works.
@NullMarked
final class HoldingTheRight {
    private HoldingTheRight() {}

    public static void main(String[] arguments) throws Exception {
        OneAtATime.run(Trial.in(Path.of(arguments[0])).place(), () -> {
            System.out.println("held");
            // Ends when the other side is gone, should it forget to kill us.
            System.in.transferTo(OutputStream.nullOutputStream());
        });
    }
}
