package vn.congdoan.vks.membership.statistics;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.platform.sql.Sql;

/// Two unions and what happens to them and their members, by chance but for the seed, through the API.
final class RandomHistory {

    /// What a history should contain.
    enum Happened {
        ENROLLED,
        ADMITTED,
        ENDED,
        REVISED,
        TRANSFERRED,
        BACKDATED,
        RENAME,
        REPARENT,
        MERGE_INTO_EXISTING,
        MERGE_INTO_NEW,
        SPLIT,
        DISSOLVE
    }

    private static final LocalDate FOUNDED = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final String REORGANIZATIONS = "/api/v1/reorganizations";

    /// A unit that has not ended.
    private record Living(UUID id, UUID union, String kind, String code, LocalDate since) {}

    private final Random random;
    private final Sql sql;
    private final Map<UUID, String> codes = new HashMap<>();
    private final Map<Happened, Integer> happened = new EnumMap<>(Happened.class);
    private LocalDate day = LocalDate.of(2012, 1, 1);
    private int founded;

    RandomHistory(long seed, Sql sql) {
        this.random = new Random(seed);
        this.sql = sql;
        for (int union = 0; union < 2; union++) {
            String code = Api.newCode();
            UUID id = UUID.fromString(Api.union(code, "OFFICER", "CHAIR"));
            codes.put(id, code);
            for (int section = 1; section <= 3; section++) {
                String of = Api.section(code + "-admin", id.toString(), code + "-" + section);
                Api.section(code + "-admin", of, code + "-" + section + "-1", "GROUP", FOUNDED.toString());
            }
        }
    }

    Map<Happened, Integer> happened() {
        return happened;
    }

    List<UUID> unions() {
        return List.copyOf(codes.keySet());
    }

    void step() {
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> enrol();
            case 4 -> admit();
            case 5, 6 -> end();
            case 7, 8 -> revise();
            case 9 -> transfer();
            default -> reorganize();
        }
    }

    private void note(Happened what) {
        happened.merge(what, 1, Integer::sum);
    }

    private List<Living> living() {
        return sql.list(
                "select unit_id, union_id, kind, code, (select min(valid_from) from unit_version first"
                        + " where first.unit_id = unit_version.unit_id) from unit_version"
                        + " where union_id = any (?) and valid_to is null order by code",
                row -> new Living(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class)),
                (Object) codes.keySet().toArray(UUID[]::new));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private LocalDate between(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextLong(to.toEpochDay() - from.toEpochDay() + 1));
    }

    private String as(Living unit, String role) {
        return codes.get(unit.union()) + "-" + role;
    }

    private void enrol() {
        Living unit = any(living());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row <= random.nextInt(4); row++) {
            Map<String, Object> member = person(unit);
            LocalDate placed = between(unit.since(), LAST_DAY);
            LocalDate joined = random.nextBoolean() ? placed : between(LocalDate.of(1999, 1, 1), placed);
            member.put("joinedOn", joined.toString());
            member.put("placedSince", placed.toString());
            member.put("id", UUID.randomUUID().toString());
            rows.add(member);
            note(placed.isBefore(day) ? Happened.BACKDATED : Happened.ENROLLED);
        }
        List<String> outcomes = Api.create(as(unit, "officer"), "/api/v1/members/enrolments", Map.of("items", rows))
                .statusCode(200)
                .extract()
                .path("items.outcome");
        if (!outcomes.stream().allMatch("CREATED"::equals)) {
            throw new AssertionError(outcomes);
        }
    }

    private Map<String, Object> person(Living unit) {
        Map<String, Object> person = new HashMap<>(traits());
        person.put("unitId", unit.id().toString());
        person.put("fullName", "Nguyễn Văn Ngẫu");
        return person;
    }

    private Map<String, Object> traits() {
        Map<String, Object> traits = new HashMap<>();
        traits.put("gender", random.nextBoolean() ? "FEMALE" : "MALE");
        traits.put("birth", Map.of("year", 1945 + random.nextInt(39)));
        put(traits, "category", List.of("CADRE", "CIVIL_SERVANT", "PUBLIC_EMPLOYEE", "WORKER"));
        put(traits, "education", List.of("SECONDARY", "VOCATIONAL", "COLLEGE", "BACHELOR", "MASTER", "DOCTOR"));
        put(traits, "judicialTitle", List.of("PROCURATOR_SUPREME", "EXAMINER", "CLERK", "OTHER"));
        put(traits, "ethnicity", List.of("Kinh", "Tày"));
        if (random.nextBoolean()) {
            LocalDate probationary = between(FOUNDED, LAST_DAY.minusYears(1));
            traits.put(
                    "party", Map.of("probationaryOn", "" + probationary, "officialOn", "" + probationary.plusYears(1)));
        }
        return traits;
    }

    private void put(Map<String, Object> traits, String name, List<String> values) {
        if (random.nextInt(5) > 0) {
            traits.put(name, any(values));
        }
    }

    private void admit() {
        Living unit = any(living());
        String id = Api.create(as(unit, "officer"), "/api/v1/members", person(unit))
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> decision = Map.of("number", "01/QĐ", "date", LAST_DAY.toString());
        LocalDate effective = between(unit.since(), LAST_DAY);
        Api.act(
                        as(unit, "chair"),
                        "/api/v1/members/" + id,
                        "admit",
                        Map.of("decision", decision, "effectiveDate", effective.toString()))
                .statusCode(200);
        note(Happened.ADMITTED);
    }

    /// An active member, and since when it is where it is.
    private record Active(UUID id, UUID union, UUID unit, LocalDate since) {}

    private Optional<Active> active() {
        List<Active> all = sql.list(
                "select member_id, owner_union_id, placement.unit_id, valid_from from member"
                        + " join placement using (member_id) where status = 'ACTIVE' and valid_to is null"
                        + " and owner_union_id = any (?) order by valid_from, birth_year, gender, education",
                row -> new Active(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, LocalDate.class)),
                (Object) codes.keySet().toArray(UUID[]::new));
        return all.isEmpty() ? Optional.empty() : Optional.of(any(all));
    }

    private void end() {
        active().ifPresent(member -> {
            String reason = any(List.of("RESIGNED", "RETIRED", "EXPELLED", "INELIGIBLE", "DECEASED"));
            LocalDate last = member.since().isAfter(LAST_DAY) ? member.since() : LAST_DAY;
            LocalDate effective = random.nextInt(8) == 0 ? member.since() : between(member.since(), last);
            end(member, reason, effective);
            note(Happened.ENDED);
        });
    }

    private void revise() {
        active().ifPresent(member -> {
            String officer = codes.get(member.union()) + "-officer";
            String path = "/api/v1/members/" + member.id();
            Map<String, Object> traits = traits();
            traits.remove("birth");
            Api.as(officer)
                    .header("If-Match", Api.as(officer).get(path).getHeader("ETag"))
                    .body(traits)
                    .patch(path)
                    .then()
                    .statusCode(200);
            note(Happened.REVISED);
        });
    }

    private void end(Active member, String reason, LocalDate effective) {
        String code = codes.get(member.union());
        String record = "/api/v1/members/" + member.id();
        Map<String, Object> form = new HashMap<>(Map.of(
                "effectiveDate", effective.toString(), "decision", Map.of("number", "07/QĐ", "date", "2025-06-12")));
        if (reason.equals("EXPELLED")) {
            Api.act(code + "-chair", record, "expel", form).statusCode(200);
        } else {
            form.put("reason", reason);
            Api.act(code + "-officer", record, "end", form).statusCode(200);
        }
    }

    /// To another unit, of the same union or of the other one.
    private void transfer() {
        active().ifPresent(member -> {
            LocalDate moved = between(member.since().plusDays(1), LocalDate.of(2026, 6, 30));
            List<Living> to = living().stream()
                    .filter(each ->
                            !each.id().equals(member.unit()) && !each.since().isAfter(moved))
                    .toList();
            if (!to.isEmpty()) {
                transfer(member, any(to), moved);
                note(Happened.TRANSFERRED);
            }
        });
    }

    private void transfer(Active member, Living to, LocalDate moved) {
        Map<String, Object> asked = Map.of(
                "memberId",
                member.id(),
                "targetUnitId",
                to.id(),
                "introduction",
                Map.of("number", "12/GGT", "date", moved.toString()));
        String transfer = Api.create(codes.get(member.union()) + "-officer", "/api/v1/transfers", asked)
                .statusCode(201)
                .extract()
                .path("id");
        Api.act(
                        codes.get(to.union()) + "-chair",
                        "/api/v1/transfers/" + transfer,
                        "accept",
                        Map.of("effectiveDate", moved.toString()))
                .statusCode(200);
    }

    private void reorganize() {
        day = day.plusDays(random.nextInt(80));
        List<Living> units = living();
        List<Living> sections =
                units.stream().filter(each -> each.kind().equals("SECTION")).toList();
        List<Living> groups =
                units.stream().filter(each -> each.kind().equals("GROUP")).toList();
        Living unit = any(sections.isEmpty() ? units : sections);
        Living other = any(sections.isEmpty() ? units : sections);
        switch (random.nextInt(12)) {
            case 0 -> attempt(Happened.RENAME, "RENAME", List.of(unit), Map.of("name", "Tên " + day));
            case 1, 2 -> reparent(units, groups, sections);
            case 3, 4 -> attempt(Happened.MERGE_INTO_EXISTING, "MERGE", List.of(unit), into(other.id()));
            case 5 ->
                attempt(
                        Happened.MERGE_INTO_NEW,
                        "MERGE",
                        unit.equals(other) ? List.of(unit) : List.of(unit, other),
                        Map.of("successors", List.of(Map.of("founded", newSection(unit)))));
            case 6, 7, 8 -> split(unit);
            case 9, 10 ->
                attempt(
                        Happened.DISSOLVE,
                        "DISSOLVE",
                        List.of(random.nextBoolean() || groups.isEmpty() ? unit : any(groups)),
                        random.nextBoolean() ? Map.of() : into(other.id()));
            default -> mergeUnions(units);
        }
    }

    private void reparent(List<Living> units, List<Living> groups, List<Living> sections) {
        if (random.nextBoolean() && !groups.isEmpty() && !sections.isEmpty()) {
            attempt(
                    Happened.REPARENT,
                    "REPARENT",
                    List.of(any(groups)),
                    Map.of("parentId", any(sections).id().toString()));
        } else if (!sections.isEmpty()) {
            List<Living> unions =
                    units.stream().filter(each -> each.kind().endsWith("UNION")).toList();
            attempt(
                    Happened.REPARENT,
                    "REPARENT",
                    List.of(any(sections)),
                    Map.of("parentId", any(unions).id().toString()));
        }
    }

    private void split(Living unit) {
        List<String> members = sql.list(
                "select member_id from placement where unit_id = ? and valid_from < ? and valid_to is null order by 1",
                row -> row.getString(1),
                unit.id(),
                day);
        List<String> some = members.subList(0, random.nextInt(members.size() + 1));
        Map<String, Object> second = Map.of("founded", newSection(unit), "members", some);
        Map<String, Object> first =
                random.nextBoolean() ? Map.of("unitId", unit.id().toString()) : Map.of("founded", newSection(unit));
        attempt(Happened.SPLIT, "SPLIT", List.of(unit), Map.of("successors", List.of(first, second)));
    }

    private void mergeUnions(List<Living> units) {
        List<Living> unions =
                units.stream().filter(each -> each.kind().endsWith("UNION")).toList();
        if (unions.size() == 2
                && happened.values().stream().mapToInt(Integer::intValue).sum() > 30) {
            attempt(
                    Happened.MERGE_INTO_EXISTING,
                    "MERGE",
                    List.of(unions.getFirst()),
                    into(unions.getLast().id()));
        }
    }

    private static Map<String, Object> into(UUID unit) {
        return Map.of("successors", List.of(Map.of("unitId", unit.toString())));
    }

    private Map<String, Object> newSection(Living like) {
        founded++;
        return Map.of(
                "id",
                UUID.randomUUID().toString(),
                "kind",
                "SECTION",
                "parentId",
                like.union().toString(),
                "code",
                codes.get(like.union()) + "-N" + founded,
                "name",
                "Bộ phận " + founded);
    }

    /// Much of what chance asks for is not possible, and is refused whole.
    private void attempt(Happened what, String kind, List<Living> predecessors, Map<String, ?> more) {
        Map<String, Object> form = new HashMap<>(more);
        form.put("kind", kind);
        form.put("effectiveDate", day.toString());
        form.put("decision", Map.of("number", "02/QĐ", "date", day.toString()));
        form.put(
                "predecessors",
                predecessors.stream().map(each -> each.id().toString()).toList());
        for (String by : List.of(as(predecessors.getFirst(), "admin"), Api.FIRST_ADMIN)) {
            if (isApplied(by, form)) {
                note(what);
                return;
            }
        }
    }

    private static boolean isApplied(String by, Map<String, Object> form) {
        ValidatableResponse draft = Api.create(by, REORGANIZATIONS, form);
        @Nullable
        String id = draft.extract().statusCode() == 201 ? draft.extract().path("id") : null;
        return id != null
                && Api.act(by, REORGANIZATIONS + "/" + id, "apply", Map.of())
                                .extract()
                                .statusCode()
                        == 200;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.ofHours(7));
    }
}
