package vn.congdoan.vks.acceptance.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The committed table of who may do what: `permissions.csv`, which explains itself.
record PermissionTable(List<String> callers, List<Row> rows) {

    static final String NO_TOKEN = "NO-TOKEN";

    /// One operation in one case.
    record Row(String operation, String variant, Map<String, Expected> cells) {

        Expected cell(String caller) {
            return Objects.requireNonNull(cells.get(caller), caller);
        }

        @Override
        public String toString() {
            return variant.isEmpty() ? operation : operation + ", " + variant;
        }
    }

    static PermissionTable committed() {
        try (InputStream in = Objects.requireNonNull(PermissionTable.class.getResourceAsStream("/permissions.csv"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PermissionTable parse(String text) {
        List<List<String>> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line ->
                        Arrays.stream(line.split(",", -1)).map(String::strip).toList())
                .toList();
        List<String> callers = lines.getFirst().subList(2, lines.getFirst().size());
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != callers.size() + 2) {
                throw new IllegalArgumentException("The permission table lacks cells at " + line.getFirst());
            }
            Map<String, Expected> cells = new LinkedHashMap<>();
            for (int column = 0; column < callers.size(); column++) {
                cells.put(callers.get(column), Expected.of(line.get(column + 2)));
            }
            Row row = new Row(line.get(0), line.get(1), cells);
            if (!seen.add(row.toString())) {
                throw new IllegalArgumentException("The permission table has two rows " + row);
            }
            rows.add(row);
        }
        return new PermissionTable(callers, rows);
    }

    /// The roles that may do it in their own union, in any case; what only the central union does, in that one. No
    /// role may do by oversight what it may not do in its own union.
    Set<String> rolesInScope(String operation) {
        Set<String> roles = new HashSet<>();
        for (Row row : rows) {
            if (row.operation().equals(operation)) {
                row.cells().forEach((caller, expected) -> {
                    boolean inScope = caller.endsWith("@own") || caller.endsWith("@central");
                    if (inScope && expected.isInScope()) {
                        roles.add(caller.substring(0, caller.indexOf('@')));
                    }
                });
            }
        }
        return roles;
    }

    /// A caller who may do it in the own union.
    String somebodyAllowed(String operation) {
        return rows.stream()
                .filter(row ->
                        row.operation().equals(operation) && row.variant().isEmpty())
                .flatMap(row -> row.cells().entrySet().stream())
                .filter(cell -> cell.getValue().isAllowed())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody may do " + operation));
    }
}
