package vn.congdoan.vks.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

/// The units in memory are those of the database, whoever looks and whenever.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class DirectoryStampTest {

    private static final String FOUND = """
            with founded as (insert into unit (unit_id, version, created_as, recorded_at, changed_at)
                values (?, 0, '', now(), now()))
            insert into unit_version (unit_version_id, unit_id, union_id, parent_id, kind, code, name, searchable, valid_from)
            values (gen_random_uuid(), ?, ?, ?, 'SECTION', ?, 'Tổ', 'to', '2000-01-01')
            """;

    @Inject
    Directory directory;

    @Inject
    Sql sql;

    private final UnitId section = new UnitId(UUID.randomUUID());
    private UnitId union;

    @BeforeEach
    void foundUnion() {
        union = new UnitId(UUID.fromString(Api.union(Api.newCode())));
    }

    @Test
    void a_transaction_sees_the_units_that_it_changes_and_nobody_else_does() {
        QuarkusTransaction.requiringNew().run(() -> {
            found();

            assertEquals(Optional.of(List.of(section, union)), path(section));
            assertEquals(Optional.empty(), elsewhere());
        });

        assertEquals(Optional.of(List.of(section, union)), path(section));
        assertEquals(Set.of(section, union), directory.subtree(union));
    }

    @Test
    void what_was_rolled_back_is_not_remembered() {
        QuarkusTransaction.begin();
        found();
        assertTrue(path(section).isPresent());
        QuarkusTransaction.rollback();

        UnitId other = new UnitId(UUID.fromString(Api.union(Api.newCode())));
        assertEquals(Optional.empty(), path(section));
        assertTrue(path(other).isPresent());
        assertEquals(Set.of(union), directory.subtree(union));
    }

    private void found() {
        UUID id = section.value();
        sql.change(FOUND, id, id, union.value(), union.value(), id.toString());
    }

    private Optional<List<UnitId>> path(UnitId unit) {
        return directory.place(unit).map(UnitPlace::within);
    }

    private Optional<List<UnitId>> elsewhere() {
        return CompletableFuture.supplyAsync(() -> path(section)).join();
    }
}
