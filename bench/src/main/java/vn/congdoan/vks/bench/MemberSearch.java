package vn.congdoan.vks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.local.realm.DemoLogins;

/// How long one reader waits for a page of members that have a part of a name, among 1,000,000 members: in one province
/// and in all of them, on the first page and far behind.
final class MemberSearch implements Measurement.Measuring {

    private static final int MEMBERS = 1_000_000;
    private static final int WARM_UPS = 20;
    private static final int ROUNDS = 20;
    private static final int FAR_BEHIND = 10_000;
    private static final int LONGEST_PAGE = 200;

    /// Common and rare, one word and several, at the beginning and at the end of names; `ánh` in the middle of words.
    private static final List<String> PARTS = List.of(
            "nguyen",
            "van anh",
            "tran thi",
            "hoang",
            "minh",
            "nguyen thi ngoc anh",
            "yen",
            "ly quoc",
            "thuy",
            "đặng",
            "cao trong vinh",
            "ánh");

    /// Parts that more than 10,000 have.
    private static final List<String> COMMON_PARTS = List.of("nguyen", "tran thi", "minh", "van");

    private static final List<String> MISTYPED = List.of("nguyen van ahn", "tran thi hogn", "hoang quoc veit");

    private final BenchSystem system;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final List<Figure> figures = new ArrayList<>();

    MemberSearch(BenchSystem system) {
        this.system = system;
    }

    @Override
    public List<Figure> measure(int runs) throws SQLException, IOException, InterruptedException {
        UUID province;
        try (Connection connection = system.connect("membership")) {
            province = ManyMembers.fill(connection, MEMBERS).getFirst().union();
        }
        system.makeOfficer(
                DemoLogins.TRUNGUONG_CANBO,
                UUID.fromString(system.text(
                        "membership", "select unit_id from directory_unit_version where kind = 'CENTRAL_UNION'")));
        system.makeOfficer(DemoLogins.QUANGNGAI_CANBO, province);
        DemoLogins inProvince = DemoLogins.QUANGNGAI_CANBO;
        DemoLogins above = DemoLogins.TRUNGUONG_CANBO;
        String ofProvince = "unit=" + province + "&";
        measure("Search in a province", inProvince, addresses(PARTS, "", null), runs, "≤ 30 ms");
        measure("Search in a province from above", above, addresses(PARTS, ofProvince, null), runs, "≤ 30 ms");
        measure("Search nationwide", above, addresses(PARTS, "", null), runs, "≤ 80 ms");
        measure(
                "Search nationwide, common parts, first page",
                above,
                addresses(COMMON_PARTS, "", null),
                runs,
                "≤ 80 ms");
        measure(
                "Search nationwide, common parts, row 10,000",
                above,
                addresses(COMMON_PARTS, "", above),
                runs,
                "≤ 80 ms");
        measure("List of a province", inProvince, List.of("limit=50"), runs, "");
        measure("Mistyped in a province", inProvince, addresses(MISTYPED, "", null), runs, "");
        measure("Mistyped nationwide", above, addresses(MISTYPED, "", null), runs, "");
        return figures;
    }

    /// @param reader who turns pages to a row far behind; null: the first page
    private List<String> addresses(List<String> parts, String more, @Nullable DemoLogins reader)
            throws IOException, InterruptedException {
        List<String> addresses = new ArrayList<>();
        for (String part : parts) {
            String query = more + "q=" + URLEncoder.encode(part, StandardCharsets.UTF_8);
            addresses.add(reader == null ? query : query + "&cursor=" + farBehind(query, system.token(reader)));
        }
        return addresses;
    }

    private String farBehind(String query, String token) throws IOException, InterruptedException {
        String cursor = "";
        for (int row = 0; row < FAR_BEHIND; row += LONGEST_PAGE) {
            String page = query + "&limit=" + LONGEST_PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonNode next = json.readTree(get(page, token)).path("next");
            if (next.isNull()) {
                throw new IllegalStateException("Fewer than " + FAR_BEHIND + " have " + query);
            }
            cursor = next.asText();
        }
        return cursor;
    }

    private void measure(String what, DemoLogins reader, List<String> queries, int runs, String goal)
            throws IOException, InterruptedException {
        for (int round = 0; round < WARM_UPS; round++) {
            time(queries, reader);
        }
        double[] half = new double[runs];
        double[] most = new double[runs];
        for (int run = 0; run < runs; run++) {
            double[] all = new double[ROUNDS * queries.size()];
            for (int round = 0; round < ROUNDS; round++) {
                System.arraycopy(time(queries, reader), 0, all, round * queries.size(), queries.size());
            }
            Arrays.sort(all);
            half[run] = all[all.length / 2];
            most[run] = all[(int) (all.length * 0.99)];
        }
        figures.add(Figure.of(what + ", p50", "ms", half, goal));
        figures.add(Figure.of(what + ", p99", "ms", most, ""));
    }

    private double[] time(List<String> queries, DemoLogins reader) throws IOException, InterruptedException {
        String token = system.token(reader);
        double[] millis = new double[queries.size()];
        for (int query = 0; query < queries.size(); query++) {
            long begin = System.nanoTime();
            get(queries.get(query), token);
            millis[query] = (System.nanoTime() - begin) / 1e6;
        }
        return millis;
    }

    private String get(String query, String token) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + system.place().membershipPort() + "/api/v1/members?" + query);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
