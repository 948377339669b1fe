package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The bodies outside the tree that the scenario speaks of. Their first day is invented.
enum DemoExternalBody {
    TLD("GENERAL_CONFEDERATION_OF_LABOUR", "Tổng Liên đoàn Lao động Việt Nam", null),
    CDVC_VN("PUBLIC_EMPLOYEES_UNION", "Công đoàn Viên chức Việt Nam", null),
    CDVC_KTM("PROVINCIAL_PUBLIC_EMPLOYEES_UNION", "Công đoàn Viên chức tỉnh Kon Tum", "62"),
    CDVC_QNG("PROVINCIAL_PUBLIC_EMPLOYEES_UNION", "Công đoàn Viên chức tỉnh Quảng Ngãi", "51"),
    LDLD_QNG("PROVINCIAL_CONFEDERATION_OF_LABOUR", "Liên đoàn Lao động tỉnh Quảng Ngãi", "51");

    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    private final String kind;
    private final String title;
    private final @Nullable String provinceCode;

    DemoExternalBody(String kind, String title, @Nullable String provinceCode) {
        this.kind = kind;
        this.title = title;
        this.provinceCode = provinceCode;
    }

    UUID id() {
        return DemoIds.of("external-body/" + name());
    }

    Body.NewExternalBody form() {
        return new Body.NewExternalBody(kind, title, provinceCode, FIRST_DAY);
    }
}
