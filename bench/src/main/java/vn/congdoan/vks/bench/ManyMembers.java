package vn.congdoan.vks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Fills a membership database that holds the central union with a whole sector: 63 provincial unions of 111 units each
/// and their members, by COPY. The same seed makes the same people, who do not exist.
final class ManyMembers {

    private static final int PROVINCES = 63;
    private static final int SECTIONS = 22;
    private static final int GROUPS_OF_A_SECTION = 4;
    private static final int BATCH = 10_000;
    private static final LocalDate FOUNDED = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final List<String> CATEGORIES = List.of("CADRE", "CIVIL_SERVANT", "PUBLIC_EMPLOYEE", "WORKER");
    private static final List<String> EDUCATION = List.of("COLLEGE", "BACHELOR", "BACHELOR", "BACHELOR", "MASTER");
    private static final String NONE = "\\N";
    private static final String RECORDED = "2026-01-01 00:00:00+00";

    private static final String UNITS = "unit (unit_id, version, created_as, recorded_at, changed_at)";
    private static final String VERSIONS =
            "unit_version (unit_version_id, unit_id, union_id, parent_id, kind, code, name, searchable, valid_from)";
    private static final String MEMBERS = """
            member (member_id, version, owner_union_id, unit_id, status, end_reason, full_name, given_name, rest_of_name,
                searchable, birth_year, birth_date, gender, kinh, party_official_on, education, category, joined_on,
                member_number, card_number, citizen_id_hash, sealed, created_as, recorded_at, changed_at)
            """;
    private static final String PLACEMENTS =
            "placement (placement_id, member_id, unit_id, valid_from, valid_to, began_as, ended_as)";
    private static final String STEPS = """
            membership_step (membership_step_id, member_id, kind, unit_id, union_id, effective_date, end_reason,
                recorded_at)
            """;

    private final Random random = new Random(20_261_122);
    private final Connection connection;
    private final StringBuilder units = new StringBuilder();
    private final StringBuilder versions = new StringBuilder();
    private final StringBuilder members = new StringBuilder();
    private final StringBuilder placements = new StringBuilder();
    private final StringBuilder steps = new StringBuilder();
    private final List<Province> provinces = new ArrayList<>();
    private long ids;

    private ManyMembers(Connection connection) {
        this.connection = connection;
    }

    /// A provincial union and all its units, itself first.
    record Province(UUID union, String code, List<UUID> units) {

        Province {
            units = List.copyOf(units);
        }
    }

    /// Fills the database and has it gather its statistics. The facts that counts are made of are left out: see
    /// [#recount].
    static List<Province> fill(Connection connection, int count) throws SQLException, IOException {
        ManyMembers many = new ManyMembers(connection);
        connection.setAutoCommit(false);
        many.found();
        many.flush();
        try (Statement statement = connection.createStatement()) {
            // What is written here agrees with itself: looking every reference up takes three times as long.
            statement.execute("set session_replication_role = replica");
        }
        for (int member = 1; member <= count; member++) {
            many.enrol(member);
            if (member % BATCH == 0 || member == count) {
                many.flush();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = default");
            statement.execute("vacuum (analyze) unit_version, member, placement, membership_step");
        }
        return many.provinces;
    }

    /// Has all facts written from the placements.
    static void recount(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select recount_members()");
            statement.execute("analyze count_pending");
        }
    }

    private void found() throws SQLException {
        UUID root;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select unit_id from unit_version where kind = 'CENTRAL_UNION' limit 1")) {
            row.next();
            root = row.getObject(1, UUID.class);
        }
        for (int number = 1; number <= PROVINCES; number++) {
            String code = "DO%02d".formatted(number);
            UUID union = nextId();
            List<UUID> all = new ArrayList<>(List.of(union));
            unit(union, union, root, "PROVINCIAL_UNION", code);
            for (int section = 1; section <= SECTIONS; section++) {
                UUID sectionId = nextId();
                all.add(sectionId);
                String sectionCode = code + "-" + section;
                unit(sectionId, union, union, "SECTION", sectionCode);
                for (int group = 1; group <= GROUPS_OF_A_SECTION; group++) {
                    UUID groupId = nextId();
                    all.add(groupId);
                    unit(groupId, union, sectionId, "GROUP", sectionCode + "-" + group);
                }
            }
            provinces.add(new Province(union, code, all));
        }
    }

    private void unit(UUID id, UUID union, UUID parent, String kind, String code) {
        row(units, id, 0, "\\\\x00", RECORDED, RECORDED);
        row(versions, nextId(), id, union, parent, kind, code, "Công đoàn " + code, "cong doan " + code, FOUNDED);
    }

    private void enrol(int number) {
        Province province = VietnameseNames.any(provinces, random);
        UUID first = VietnameseNames.any(province.units(), random);
        boolean woman = random.nextInt(100) < 45;
        int birthYear = 1960 + random.nextInt(43);
        LocalDate birth = LocalDate.ofYearDay(birthYear, 1 + random.nextInt(365));
        LocalDate joined = LocalDate.of(birthYear + 22, 1, 1).plusDays(random.nextInt(365));
        joined = joined.isBefore(FOUNDED) ? FOUNDED : joined.isAfter(LAST_DAY) ? LAST_DAY : joined;
        LocalDate left = random.nextInt(10) == 0 ? between(joined, LAST_DAY) : null;
        LocalDate moved = random.nextInt(7) == 0 ? between(joined, left == null ? LAST_DAY : left) : null;
        UUID last = moved == null ? first : VietnameseNames.any(province.units(), random);
        UUID id = nextId();
        String name = VietnameseNames.next(random, woman);
        row(
                members,
                id,
                0,
                province.union(),
                last,
                left == null ? "ACTIVE" : "ENDED",
                left == null ? NONE : "RETIRED",
                name,
                VietnameseNames.given(name),
                VietnameseNames.rest(name),
                VietnameseNames.searchable(name),
                birthYear,
                random.nextInt(20) == 0 ? NONE : birth,
                woman ? "FEMALE" : "MALE",
                random.nextInt(100) < 85,
                random.nextInt(100) < 55 ? joined : NONE,
                VietnameseNames.any(EDUCATION, random),
                VietnameseNames.any(CATEGORIES, random),
                joined,
                province.code() + "-%06d".formatted(number),
                "T%08d".formatted(number),
                bytes(32),
                bytes(280),
                bytes(32),
                RECORDED,
                RECORDED);
        if (moved != null && moved.isAfter(joined)) {
            boolean goesOn = left == null || left.isAfter(moved);
            row(placements, nextId(), id, first, joined, moved, "ADMITTED", goesOn ? "TRANSFERRED" : "RETIRED");
        }
        LocalDate since = moved == null ? joined : moved;
        if (left == null || left.isAfter(since)) {
            String arrival = since.equals(joined) ? "ADMITTED" : "TRANSFERRED";
            row(
                    placements,
                    nextId(),
                    id,
                    last,
                    since,
                    left == null ? NONE : left,
                    arrival,
                    left == null ? NONE : "RETIRED");
        }
        row(steps, nextId(), id, "ENROLLED", first, province.union(), joined, NONE, RECORDED);
        if (left != null) {
            row(steps, nextId(), id, "ENDED", last, province.union(), left, "RETIRED", RECORDED);
        }
    }

    private LocalDate between(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) (to.toEpochDay() - from.toEpochDay()) + 1));
    }

    private String bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }

    /// UUIDs of version 7, one after the other.
    private UUID nextId() {
        ids++;
        long millis = 1_760_000_000_000L + ids / 50;
        return new UUID((millis << 16) | 0x7000L | (ids % 50), (random.nextLong() >>> 2) | 0x8000000000000000L);
    }

    private static void row(StringBuilder rows, Object... values) {
        for (int column = 0; column < values.length; column++) {
            rows.append(column == 0 ? "" : "\t").append(values[column]);
        }
        rows.append('\n');
    }

    private void flush() throws SQLException, IOException {
        write(UNITS, units);
        write(VERSIONS, versions);
        write(MEMBERS, members);
        write(PLACEMENTS, placements);
        write(STEPS, steps);
    }

    /// The server reads a file of this machine: it runs here.
    private void write(String table, StringBuilder rows) throws SQLException, IOException {
        Path file = Files.createTempFile(
                "many-members",
                ".copy",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        try (Statement statement = connection.createStatement()) {
            Files.writeString(file, rows);
            statement.execute("copy " + table + " from '" + file + "'");
            rows.setLength(0);
        } finally {
            Files.delete(file);
        }
    }
}
