package vn.congdoan.vks.local.demo;

import java.util.Optional;
import vn.congdoan.vks.local.realm.DemoLogins;

/// Which role a demo login's name promises.
final class DemoRoles {
    private DemoRoles() {}

    /// The role; empty for a plain member, whose rights follow from the link to the member's record.
    static Optional<String> of(DemoLogins person) {
        String office = person.login().substring(person.login().indexOf('.') + 1);
        return switch (office) {
            case "quantri" -> Optional.of("ADMIN");
            case "chutich" -> Optional.of("CHAIR");
            case "canbo", "vanthu" -> Optional.of("OFFICER");
            case "ketoan" -> Optional.of("ACCOUNTANT");
            case "thuquy" -> Optional.of("CASHIER");
            case "kiemtra" -> Optional.of("INSPECTOR");
            case "doanvien" -> Optional.empty();
            default -> throw new IllegalStateException("No role is known for the demo login " + person.login());
        };
    }
}
