package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.congdoan.vks.local.realm.DemoLogins;

/// The unions of the demo, named by their codes.
enum DemoUnion {
    VKSTC("Công đoàn Viện kiểm sát nhân dân tối cao", "trunguong", "1990-01-01", Region.CAPITAL, 0),
    QNG("Công đoàn Viện kiểm sát nhân dân tỉnh Quảng Ngãi", "quangngai", "1990-01-01", Region.QUANG_NGAI, 10_000),
    KTM("Công đoàn Viện kiểm sát nhân dân tỉnh Kon Tum", "kontum", "1992-01-01", Region.KON_TUM, 20_000),
    NAN("Công đoàn Viện kiểm sát nhân dân tỉnh Nghệ An", "nghean", "1992-01-01", Region.NGHE_AN, 30_000);

    private final String title;
    private final String logins;
    private final LocalDate firstDay;
    private final Region region;
    private final int numbersFrom;

    DemoUnion(String title, String logins, String firstDay, Region region, int numbersFrom) {
        this.title = title;
        this.logins = logins;
        this.firstDay = LocalDate.parse(firstDay);
        this.region = region;
        this.numbersFrom = numbersFrom;
    }

    static List<DemoUnion> provincial() {
        return List.of(QNG, KTM, NAN);
    }

    String title() {
        return title;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    Region region() {
        return region;
    }

    /// Below it lie the numbers that are invented for other unions' members; the next 10,000 are this one's.
    int numbersFrom() {
        return numbersFrom;
    }

    /// The logins of the union's people.
    List<DemoLogins> logins() {
        return Arrays.stream(DemoLogins.values())
                .filter(one -> one.login().startsWith(logins + "."))
                .toList();
    }

    DemoLogins admin() {
        return login("quantri");
    }

    /// Only of a union that decides something in the demo.
    DemoLogins chair() {
        return login("chutich");
    }

    DemoLogins officer() {
        return login("canbo");
    }

    /// An officer who keeps the papers (văn thư), and asks for nothing; only of a union that somebody writes to.
    DemoLogins clerk() {
        return login("vanthu");
    }

    DemoLogins accountant() {
        return login("ketoan");
    }

    DemoLogins cashier() {
        return login("thuquy");
    }

    private DemoLogins login(String office) {
        return DemoLogins.named(logins + "." + office).orElseThrow();
    }
}
