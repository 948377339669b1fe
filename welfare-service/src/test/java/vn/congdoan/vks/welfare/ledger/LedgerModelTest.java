package vn.congdoan.vks.welfare.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// Random requests to the books of a fund, for days in no order, compared with a list on paper.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class LedgerModelTest {

    private static final int REQUESTS = 80;
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

    @Inject
    Sql sql;

    /// The books on paper.
    private static final class Paper {
        private final List<Line> lines = new ArrayList<>();
        /// What was not taken back, by the id of its transfer.
        private final Map<String, Line> standing = new LinkedHashMap<>();

        /// Whether it is possible: neither is below zero at the end of any day. Then it is done.
        boolean move(LocalDate date, long intoCash, long intoBank) {
            lines.add(new Line(date, intoCash, intoBank));
            boolean isPossible = lines.stream()
                    .allMatch(each -> until(each.date(), Line::cash) >= 0 && until(each.date(), Line::bank) >= 0);
            if (!isPossible) {
                lines.removeLast();
            }
            return isPossible;
        }

        private long until(LocalDate date, ToLongFunction<Line> of) {
            return lines.stream()
                    .filter(line -> !line.date().isAfter(date))
                    .mapToLong(of)
                    .sum();
        }
    }

    private record Line(LocalDate date, long cash, long bank) {

        long change() {
            return cash + bank;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 2026})
    void the_books_are_those_on_paper(long seed) {
        Random random = new Random(seed);
        String fund = fund(QNG);
        Paper paper = new Paper();
        for (int request = 0; request < REQUESTS; request++) {
            LocalDate date = FIRST.plusDays(random.nextInt(365));
            long amount = 1L + random.nextInt(100);
            boolean isCash = random.nextBoolean();
            String method = isCash ? "CASH" : "BANK";
            if (random.nextInt(5) == 0 && !paper.standing.isEmpty()) {
                takeBack(fund, paper, date, random);
                continue;
            }
            int kind = random.nextInt(5);
            Response answer =
                    switch (kind) {
                        case 0 -> given(fund, date, method, amount);
                        case 1 -> posted(fund, date, entry("INCOME", amount, method, null));
                        case 2 -> posted(fund, date, entry("EXPENSE", amount, method, "ILLNESS"));
                        case 3 -> posted(fund, date, entry("BANK_DEPOSIT", amount, null, null));
                        default -> posted(fund, date, entry("BANK_WITHDRAWAL", amount, null, null));
                    };
            boolean possible =
                    switch (kind) {
                        case 0, 1 -> paper.move(date, isCash ? amount : 0, isCash ? 0 : amount);
                        case 2 -> paper.move(date, isCash ? -amount : 0, isCash ? 0 : -amount);
                        case 3 -> paper.move(date, -amount, amount);
                        default -> paper.move(date, amount, -amount);
                    };
            assertEquals(possible ? 201 : 409, answer.statusCode(), "request " + request + " of seed " + seed);
            if (possible) {
                paper.standing.put(answer.path(kind == 0 ? "transferId" : "id"), paper.lines.getLast());
            }
        }
        assertEquals(paper.lines.stream().mapToLong(Line::change).sum(), balance(QNG, fund));
        JsonPath shown = as("CHAIR", QNG).get(FUNDS + "/" + fund).jsonPath();
        assertEquals(paper.lines.stream().mapToLong(Line::cash).sum(), shown.getLong("balances.cash"));
        assertEquals(paper.lines.stream().mapToLong(Line::bank).sum(), shown.getLong("balances.bank"));
        LocalDate from = FIRST.plusDays(random.nextInt(200));
        LocalDate to = from.plusDays(random.nextInt(150));
        compare(fund, paper, from, to);
        compare(fund, paper, FIRST, FIRST.plusDays(400));
        BooksInOrder.check(sql);
    }

    private static void compare(String fund, Paper paper, LocalDate from, LocalDate to) {
        long opening = paper.lines.stream()
                .filter(line -> line.date().isBefore(from))
                .mapToLong(Line::change)
                .sum();
        // On one day they stand in the order in which they were booked, which is that of their ids.
        List<Line> shown = paper.lines.stream()
                .filter(line -> !line.date().isBefore(from) && !line.date().isAfter(to))
                .sorted(Comparator.comparing(Line::date))
                .toList();
        List<Long> balances = new ArrayList<>();
        long balance = opening;
        for (Line line : shown) {
            balance += line.change();
            balances.add(balance);
        }
        List<Long> told = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = as("CHAIR", QNG)
                    .get(FUNDS + "/" + fund + "/statement?limit=7&from=" + from + "&to=" + to
                            + (next.isEmpty() ? "" : "&cursor=" + next))
                    .jsonPath();
            assertEquals(opening, page.getLong("openingBalance"));
            assertEquals(balance, page.getLong("closingBalance"));
            page.getList("items.balance", Long.class).forEach(told::add);
            next = page.getString("next");
        }
        assertEquals(balances, told);
        JsonPath trial = as("CHAIR", QNG)
                .get(FUNDS + "/" + fund + "/trial-balance?from=" + from + "&to=" + to)
                .jsonPath();
        assertEquals(
                opening,
                trial.getLong("accounts[0].amounts.openingDebit") + trial.getLong("accounts[1].amounts.openingDebit"));
        assertEquals(paper.until(to, Line::cash), trial.getLong("accounts[0].amounts.closingDebit"));
        assertEquals(trial.getLong("totals.debit"), trial.getLong("totals.credit"));
    }

    private static void takeBack(String fund, Paper paper, LocalDate date, Random random) {
        List<String> standing = List.copyOf(paper.standing.keySet());
        String taken = standing.get(random.nextInt(standing.size()));
        Line line = Objects.requireNonNull(paper.standing.get(taken));
        int status = reverse(as("ACCOUNTANT", QNG), fund, taken, Map.of("text", "Nhầm", "date", date.toString()))
                .statusCode();
        if (date.isBefore(line.date())) {
            assertEquals(422, status);
        } else if (paper.move(date, -line.cash(), -line.bank())) {
            assertEquals(201, status);
            paper.standing.remove(taken);
        } else {
            assertEquals(409, status);
        }
    }

    private static Response given(String fund, LocalDate date, String method, long amount) {
        Map<String, @Nullable Object> form = contribution(fund, QNG, amount);
        form.put("date", date.toString());
        form.put("method", method);
        return give(as("ACCOUNTANT", QNG), form);
    }

    private static Response posted(String fund, LocalDate date, Map<String, @Nullable Object> form) {
        form.put("date", date.toString());
        return post(as("ACCOUNTANT", QNG), fund, form);
    }
}
