package vn.congdoan.vks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import vn.congdoan.vks.local.realm.DemoLogins;

/// How many transfers a second are booked where many come at once: contributions of a bank's file that is confirmed,
/// and payments of a programme. From the first request until the last one's answer; one client, as one accountant and
/// one cashier do it. Beside it the statement alone that books as many transfers, in the same strokes.
final class BulkThroughput implements Measurement.Measuring {

    private static final int ROWS = 19_000;
    private static final int STROKE = 1_000;
    private static final int WARM_UPS = 2;
    private static final long EACH = 1_000;
    private static final String DAY = "2023-10-20";

    private static final String MEMBER = """
            insert into directory_member (member_id, epoch, version, owner_union_id, unit_id, full_name, status, state)
            select ?, 1, 0, ?::uuid, ?::uuid, ?, 'ACTIVE', jsonb_build_object('placements', jsonb_build_array(
                jsonb_build_object('unitId', ?, 'validFrom', '2015-01-01')))
            """;

    private static final String BOOK = """
            with head as (
                insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, actor, money_in, money_out)
                select uuidv7(), ?::uuid, ?::date, now(), 'INCOME', 'bench', ?, 0 from generate_series(1, ?)
                returning transfer_id, fund_id, money_in
            )
            insert into posting (transfer_id, line, account_id, amount)
            select transfer_id, line, account_id, money_in * sign
            from head cross join (values (1, 'BANK', 1), (2, 'INCOME/OTHER', -1)) as side (line, name, sign)
            join account using (fund_id, name)
            """;

    private final BenchSystem system;
    private final WelfareApi welfare;
    private final List<UUID> members = new ArrayList<>();
    private final String fund = UUID.randomUUID().toString();
    private String layout = "";
    private int references;

    BulkThroughput(BenchSystem system) {
        this.system = system;
        this.welfare = new WelfareApi(system);
    }

    @Override
    public List<Figure> measure(int runs) throws SQLException, IOException, InterruptedException {
        inventMembers();
        welfare.openFund(fund, "Quỹ đo hàng loạt");
        layout = layout();
        give(1_000_000_000_000L);
        for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
            confirm();
            pay();
        }
        double[] confirmed = new double[runs];
        double[] paid = new double[runs];
        double[] bare = new double[runs];
        for (int run = 0; run < runs; run++) {
            confirmed[run] = confirm();
            paid[run] = pay();
            bare[run] = book();
        }
        return List.of(
                Figure.of("Import of 19,000 contributions, confirmed", "transfers/s", confirmed, "≥ 8,000 transfers/s"),
                Figure.of("Programme of 19,000 payments, paid", "transfers/s", paid, "≥ 8,000 transfers/s"),
                Figure.of("limit: the booking statement alone, 1,000 transfers each", "transfers/s", bare, ""));
    }

    /// Members that only this service knows of.
    private void inventMembers() throws SQLException {
        String union = welfare.union();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        try (Connection connection = system.connect("welfare");
                PreparedStatement insert = connection.prepareStatement(MEMBER)) {
            connection.setAutoCommit(false);
            for (int number = 0; number < ROWS; number++) {
                UUID id = new UUID(
                        (1_760_000_000_000L + number) << 16 | 0x7000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
                members.add(id);
                insert.setObject(1, id);
                insert.setString(2, union);
                insert.setString(3, union);
                insert.setString(4, "Người Đo " + number);
                insert.setString(5, union);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private String layout() throws SQLException, IOException, InterruptedException {
        return welfare.post(DemoLogins.QUANGNGAI_KETOAN, "/api/v1/contribution-layouts", """
                {"unitId": "%s", "name": "Sao kê đo",
                 "columns": {"date": "Ngày", "amount": "Ghi có", "reference": "Số CT", "member": "Mã"},
                 "notation": {"datePattern": "yyyy-MM-dd", "delimiter": ";"}}
                """.formatted(welfare.union()))
                .body()
                .path("id")
                .asText();
    }

    private void give(long amount) throws IOException, InterruptedException {
        welfare.post(DemoLogins.QUANGNGAI_KETOAN, "/api/v1/contributions", """
                {"fundId": "%s", "amount": %d, "donor": {"kind": "ANONYMOUS"}, "method": "BANK", "date": "2023-01-01"}
                """.formatted(fund, amount));
    }

    private double confirm() throws SQLException, IOException, InterruptedException {
        StringBuilder csv = new StringBuilder("Ngày;Số CT;Ghi có;Mã\n");
        for (UUID member : members) {
            references++;
            csv.append(DAY)
                    .append(";R")
                    .append(references)
                    .append(';')
                    .append(EACH)
                    .append(';')
                    .append(member)
                    .append('\n');
        }
        String path = "/api/v1/contribution-imports/" + UUID.randomUUID();
        WelfareApi.Answer uploaded = welfare.upload(
                DemoLogins.QUANGNGAI_KETOAN, path + "?fund=" + fund + "&layout=" + layout, csv.toString());
        JsonNode accepted = uploaded.body().path("accepted");
        if (accepted.path("rows").asInt() != ROWS) {
            throw new IllegalStateException("Not all rows were clear: " + uploaded.body());
        }
        return perSecond(() -> {
            while (!isBooked(welfare.post(DemoLogins.QUANGNGAI_KETOAN, path + "/confirm", accepted.toString()))) {
                // What one request had no time for is for the next one.
            }
        });
    }

    private static boolean isBooked(WelfareApi.Answer answer) {
        for (JsonNode total : answer.body().path("totals")) {
            if (total.path("status").asText().equals("BOOKED")) {
                return total.path("rows").asInt() == ROWS;
            }
        }
        return false;
    }

    private double pay() throws SQLException, IOException, InterruptedException {
        String programmes = "/api/v1/support-programmes";
        WelfareApi.Answer listed = welfare.post(
                DemoLogins.QUANGNGAI_CANBO, programmes, """
                {"unitId": "%s", "name": "Chương trình đo %s", "kind": "OTHER", "fundId": "%s", "groups": ["MEMBERS"],
                 "amount": %d}
                """.formatted(welfare.union(), UUID.randomUUID(), fund, EACH));
        String path = programmes + "/" + listed.body().path("id").asText();
        welfare.post(
                DemoLogins.QUANGNGAI_CHUTICH,
                path + "/approve",
                "{\"decision\": {\"number\": \"1/QĐ\", \"date\": \"2024-01-15\"}}",
                listed.tag());
        int due = listed.body().path("listed").asInt();
        double seconds = seconds(() -> {
            int paid = 0;
            int before = -1;
            while (paid > before) {
                before = paid;
                paid = welfare.post(DemoLogins.QUANGNGAI_THUQUY, path + "/pay", """
                        {"date": "2024-02-01", "method": "BANK", "voucher": "UNC 1"}
                        """)
                        .body()
                        .path("paid")
                        .asInt();
            }
            if (paid < ROWS) {
                throw new IllegalStateException(paid + " of " + due + " are paid");
            }
        });
        return due / seconds;
    }

    private double book() throws SQLException, IOException, InterruptedException {
        try (Connection connection = system.connect("welfare");
                PreparedStatement statement = connection.prepareStatement(BOOK)) {
            return perSecond(() -> {
                for (int booked = 0; booked < ROWS; booked += STROKE) {
                    statement.setString(1, fund);
                    statement.setString(2, DAY);
                    statement.setLong(3, EACH);
                    statement.setInt(4, STROKE);
                    statement.executeUpdate();
                }
            });
        }
    }

    private interface Work {
        void run() throws SQLException, IOException, InterruptedException;
    }

    private static double perSecond(Work work) throws SQLException, IOException, InterruptedException {
        return ROWS / seconds(work);
    }

    private static double seconds(Work work) throws SQLException, IOException, InterruptedException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
