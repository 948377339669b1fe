package vn.congdoan.vks.platform.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.congdoan.vks.platform.sql.Sql;

/// The columns of tables that somebody writes: all that the database does not make of others.
@ApplicationScoped
class Columns {

    private static final String WRITTEN = """
            select attname from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum
            """;

    private final Sql sql;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    Columns(Sql sql) {
        this.sql = sql;
    }

    List<String> of(String table) {
        return known.computeIfAbsent(table, name -> sql.list(WRITTEN, row -> row.getString(1), name));
    }
}
