package vn.congdoan.vks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.congdoan.vks.local.realm.DemoLogins;

/// How long one reader waits for what a fund held on any date, and for a page of its statement, where the fund has
/// 10,000,000 postings (`BENCH_POSTINGS`: another number). They are booked by the rules of the tables, many transfers
/// in one statement.
final class LargeFund implements Measurement.Measuring {

    private static final int POSTINGS = Integer.parseInt(System.getenv().getOrDefault("BENCH_POSTINGS", "10000000"));
    private static final int TRANSFERS = POSTINGS / 2;
    private static final int AT_ONCE = 50_000;
    private static final int WARM_UPS = 2_000;
    private static final int ROUNDS = 1_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final int DAYS = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1;

    /// Income and, of each five, one expense of a tenth of it; day by day, each up to a week late.
    private static final String BOOK = """
            with told as (
                select uuidv7() as transfer_id,
                    greatest(?::date, ?::date + ((? + number) * ? / ?)::int - floor(random() * 7)::int) as value_date,
                    case when number % 5 = 0 then 'EXPENSE' else 'INCOME' end as kind
                from generate_series(1::bigint, ?) as number
            ), head as (
                insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, actor, money_in, money_out)
                select transfer_id, ?::uuid, value_date, now(), kind, case when kind = 'EXPENSE' then 'OTHER' end, 'bench',
                    case when kind = 'INCOME' then 100000 else 0 end, case when kind = 'EXPENSE' then 10000 else 0 end
                from told
                returning transfer_id, fund_id, kind, money_in, money_out
            )
            insert into posting (transfer_id, line, account_id, amount)
            select transfer_id, line, account_id, sign * greatest(money_in, money_out)
            from head
            cross join lateral (values
                (1, case when kind = 'INCOME' then 'BANK' else 'EXPENSE/OTHER' end, 1),
                (2, case when kind = 'INCOME' then 'INCOME/OTHER' else 'BANK' end, -1)) as side (line, name, sign)
            join account using (fund_id, name)
            """;

    private final BenchSystem system;
    private final WelfareApi welfare;
    private final Random random = new Random(20_261_124);
    private final List<Figure> figures = new ArrayList<>();
    private final String fund = UUID.randomUUID().toString();

    LargeFund(BenchSystem system) {
        this.system = system;
        this.welfare = new WelfareApi(system);
    }

    @Override
    public List<Figure> measure(int runs) throws SQLException, IOException, InterruptedException {
        welfare.openFund(fund, "Quỹ lớn");
        long begin = System.nanoTime();
        book();
        double seconds = (System.nanoTime() - begin) / 1e9;
        figures.add(Figure.of("Booking %,d postings".formatted(POSTINGS), "s", new double[] {seconds}, ""));
        String path = "/api/v1/funds/" + fund;
        measure("Balances on any date", runs, _ -> path + "/trial-balance?to=" + anyDay());
        measure("Page of the statement from any day", runs, _ -> path + "/statement?from=" + anyDay());
        measure("Next page", runs, before -> nextPage(path + "/statement", before));
        return figures;
    }

    private void book() throws SQLException {
        try (Connection connection = system.connect("welfare")) {
            try (PreparedStatement statement = connection.prepareStatement(BOOK)) {
                for (int booked = 0; booked < TRANSFERS; booked += AT_ONCE) {
                    statement.setObject(1, FIRST_DAY);
                    statement.setObject(2, FIRST_DAY);
                    statement.setLong(3, booked);
                    statement.setLong(4, DAYS - 1);
                    statement.setLong(5, TRANSFERS);
                    statement.setLong(6, Math.min(TRANSFERS - booked, AT_ONCE));
                    statement.setString(7, fund);
                    statement.executeUpdate();
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum (analyze) transfer, posting, account_day");
            }
        }
    }

    private LocalDate anyDay() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return welfare.get(DemoLogins.QUANGNGAI_KETOAN, path).body();
    }

    /// The page after the one that was read before; of another statement where that was the last.
    private String nextPage(String path, JsonNode before) throws IOException, InterruptedException {
        JsonNode page = before.path("next").isTextual() ? before : get(path + "?from=" + anyDay().minusYears(1));
        return path + "?cursor=" + page.path("next").asText();
    }

    /// Which path to read next.
    private interface Asking {
        String path(JsonNode before) throws IOException, InterruptedException;
    }

    private void measure(String what, int runs, Asking asking) throws IOException, InterruptedException {
        time(asking, WARM_UPS);
        double[] half = new double[runs];
        double[] most = new double[runs];
        for (int run = 0; run < runs; run++) {
            double[] all = time(asking, ROUNDS);
            half[run] = all[all.length / 2];
            most[run] = all[(int) (all.length * 0.99)];
        }
        figures.add(Figure.of(what + ", p50", "ms", half, ""));
        figures.add(Figure.of(what + ", p99", "ms", most, "≤ 10 ms"));
    }

    private double[] time(Asking asking, int rounds) throws IOException, InterruptedException {
        double[] millis = new double[rounds];
        JsonNode before = MissingNode.getInstance();
        for (int round = 0; round < rounds; round++) {
            String path = asking.path(before);
            long begin = System.nanoTime();
            before = get(path);
            millis[round] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }
}
