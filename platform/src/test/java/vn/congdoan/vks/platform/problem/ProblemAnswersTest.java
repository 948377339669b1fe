package vn.congdoan.vks.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemAnswersTest {

    private static final HttpHeaders NO_HEADERS = new HttpHeadersImpl(List.of());

    private final ProblemTexts texts = new ProblemTexts();
    private final ProblemAnswers answers = new ProblemAnswers(new Problems(texts), new ConstraintNames(texts));

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03"})
    void who_meets_others_in_the_database_is_told_to_try_again(String state) {
        Response answer = answered(state);

        assertEquals(503, answer.getStatus());
        assertEquals("1", answer.getHeaderString("Retry-After"));
        assertEquals("try-again", ((Problem) answer.getEntity()).code());
    }

    @Test
    void a_database_that_is_away_and_a_fault_of_ours_are_something_else() {
        assertEquals("database-unavailable", ((Problem) answered("57P01").getEntity()).code());
        assertEquals("internal-error", ((Problem) answered("42601").getEntity()).code());
    }

    @Test
    void why_a_commit_failed_is_found_beside_the_causes() {
        RollbackException failure = new RollbackException("Could not commit");
        failure.addSuppressed(new IllegalStateException(new SQLException("met", "40001")));

        Response answer = answers.rolledBack(failure, NO_HEADERS);

        assertEquals("try-again", ((Problem) answer.getEntity()).code());
    }

    private Response answered(String state) {
        SQLException failure = new SQLException("met", state);
        return answers.persistence(new PersistenceException(new IllegalStateException(failure)), NO_HEADERS);
    }
}
