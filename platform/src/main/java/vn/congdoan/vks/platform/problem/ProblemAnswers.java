package vn.congdoan.vks.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Turns every failure into problem details. What nobody foresaw is a 500 that tells nothing and is logged whole.
class ProblemAnswers {

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    /// Transactions that met: not serializable, a deadlock, a lock that was not given in time.
    private static final Set<String> TOO_BUSY = Set.of("40001", "40P01", "55P03");

    private final Problems problems;
    private final ConstraintNames constraints;

    ProblemAnswers(Problems problems, ConstraintNames constraints) {
        this.problems = problems;
        this.constraints = constraints;
    }

    @ServerExceptionMapper
    Response domain(DomainException failure, @Context HttpHeaders headers) {
        return problems.of(failure, headers);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, @Context HttpHeaders headers) {
        return problems.of(new Invalid(BeanViolations.of(failure.getConstraintViolations())), headers);
    }

    @ServerExceptionMapper
    Response unreadable(JacksonException failure, @Context HttpHeaders headers) {
        return problems.of(new Invalid(JsonViolations.of(failure)), headers);
    }

    /// Quarkus has an answer of its own for this kind, which repeats the value that was sent.
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException failure, @Context HttpHeaders headers) {
        return unreadable(failure, headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException failure, @Context HttpHeaders headers) {
        return problems.of(401, "unauthenticated", headers);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, @Context HttpHeaders headers) {
        return problems.of(403, "forbidden", headers);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure, @Context HttpHeaders headers) {
        // First, because it knows where in the body a refused value stands.
        JacksonException unreadable = find(failure, JacksonException.class);
        if (unreadable != null) {
            return unreadable(unreadable, headers);
        }
        DomainException cause = find(failure, DomainException.class);
        if (cause != null) {
            return problems.of(cause, headers);
        }
        int status = failure.getResponse().getStatus();
        return status >= 500 ? unforeseen(failure, headers) : problems.of(status, codeOf(status), headers);
    }

    @ServerExceptionMapper
    Response persistence(PersistenceException failure, @Context HttpHeaders headers) {
        return unwrapped(failure, headers);
    }

    @ServerExceptionMapper
    Response undeclared(ArcUndeclaredThrowableException failure, @Context HttpHeaders headers) {
        return unwrapped(failure, headers);
    }

    @ServerExceptionMapper
    Response rolledBack(RollbackException failure, @Context HttpHeaders headers) {
        return unwrapped(failure, headers);
    }

    @ServerExceptionMapper
    Response badEncoding(CharConversionException failure, @Context HttpHeaders headers) {
        return problems.of(new Invalid("", "not-json"), headers);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure, @Context HttpHeaders headers) {
        LOG.error("Unforeseen failure", failure);
        return problems.of(500, "internal-error", headers);
    }

    /// Failures of a flush or a commit arrive wrapped, several layers deep.
    private Response unwrapped(Throwable failure, HttpHeaders headers) {
        DomainException domain = find(failure, DomainException.class);
        if (domain != null) {
            return problems.of(domain, headers);
        }
        if (find(failure, OptimisticLockException.class) != null || find(failure, StaleStateException.class) != null) {
            return problems.of(new Stale(), headers);
        }
        var constraint = find(failure, org.hibernate.exception.ConstraintViolationException.class);
        if (constraint != null) {
            return problems.of(constraints.conflict(violated(failure)), headers);
        }
        Optional<DomainException> notAtHome = NotAtHome.of(failure);
        if (notAtHome.isPresent()) {
            return problems.of(notAtHome.get(), headers);
        }
        SQLException sql = find(failure, SQLException.class);
        if (sql != null && TOO_BUSY.contains(String.valueOf(sql.getSQLState()))) {
            LOG.warnf("Transactions met in the database: SQL state %s", sql.getSQLState());
            return problems.of(new Unavailable("try-again"), headers);
        }
        String violated = violated(failure);
        if (violated != null) {
            // A constraint with a name, broken by a statement of our own rather than of Hibernate's.
            return problems.of(constraints.conflict(violated), headers);
        }
        if (sql != null && databaseIsAway(sql)) {
            LOG.warnf("The database does not answer: SQL state %s", sql.getSQLState());
            return problems.of(new Unavailable("database-unavailable"), headers);
        }
        return unforeseen(failure, headers);
    }

    /// The driver knows the name of every violated constraint; Hibernate not that of an exclusion.
    private static @Nullable String violated(Throwable failure) {
        PSQLException violation = find(failure, PSQLException.class);
        ServerErrorMessage message = violation == null ? null : violation.getServerErrorMessage();
        return message == null ? null : message.getConstraint();
    }

    /// SQL state classes 08 (connection), 53 (resources), 57 (operator intervention, also a shutdown); a pool that
    /// gives no connection has no state at all.
    private static boolean databaseIsAway(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "body-too-large";
            case 415 -> "unsupported-media-type";
            default -> "invalid-request";
        };
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        return Causes.first(type, failure).orElse(null);
    }
}
