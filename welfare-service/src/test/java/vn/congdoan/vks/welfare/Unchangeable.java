package vn.congdoan.vks.welfare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import org.junit.jupiter.api.function.Executable;

/// What the database neither changes nor deletes.
public final class Unchangeable {

    private static final String REFUSED = "23001";
    private static final String DEADLOCK = "40P01";

    private Unchangeable() {}

    /// Asserts that the database refuses the statement. `truncate ... cascade` locks one table after another before
    /// its trigger can refuse it, and may be the victim of a deadlock with what looks at the books by itself: then
    /// it is asked again.
    public static void assertRefuses(Executable statement) {
        SQLException refused = assertThrows(SQLException.class, statement);
        while (DEADLOCK.equals(refused.getSQLState())) {
            refused = assertThrows(SQLException.class, statement);
        }
        assertEquals(REFUSED, refused.getSQLState(), refused.getMessage());
    }
}
