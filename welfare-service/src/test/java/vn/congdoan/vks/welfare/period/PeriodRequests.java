package vn.congdoan.vks.welfare.period;

import static vn.congdoan.vks.welfare.MoneyRequests.as;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.testing.Organization;

/// Requests about periods. All of them are long ago, where no other test books.
public final class PeriodRequests {

    public static final String PERIODS = "/api/v1/periods";

    private PeriodRequests() {}

    /// The month after all periods that the unit has.
    public static YearMonth nextMonth(Organization unit) {
        List<String> latest = as("CHAIR", unit)
                .get(PERIODS + "?limit=200&unit=" + unit.id())
                .jsonPath()
                .getList("items.findAll { it.unitId == '%s' }.lastDay".formatted(unit.id()));
        return latest.isEmpty()
                ? YearMonth.of(1950, 1)
                : YearMonth.from(LocalDate.parse(latest.getFirst())).plusMonths(1);
    }

    public static Response close(String role, Organization unit, LocalDate lastDay) {
        return as(role, unit)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("unitId", unit.id(), "lastDay", lastDay.toString()))
                .post(PERIODS);
    }

    public static Response reopen(String role, Organization unit, Response period) {
        return as(role, unit)
                .contentType("application/json")
                .header("If-Match", period.header("ETag"))
                .body(reopening())
                .post(PERIODS + "/" + period.path("id") + "/reopen");
    }

    public static Map<String, Object> reopening() {
        return Map.of(
                "decision",
                Map.of("number", "07/QĐ-CĐVKS", "date", "2024-01-15", "signer", "Chủ tịch Công đoàn"),
                "reason",
                "Bổ sung chứng từ");
    }
}
