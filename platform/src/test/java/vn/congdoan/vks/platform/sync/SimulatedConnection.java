package vn.congdoan.vks.platform.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// One connection to a node's database that may break off anywhere: before any statement, before or after a commit.
final class SimulatedConnection {

    private final Connection connection;
    private final DataSource source;
    private int statementsUntilCrash = Integer.MAX_VALUE;

    SimulatedConnection(Connection connection) {
        this.connection = connection;
        Connection unclosed = proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        });
        this.source = proxy(DataSource.class, (method, arguments) -> {
            count();
            return unclosed;
        });
    }

    /// The process was killed.
    static final class Crash extends Error {

        private static final long serialVersionUID = 1L;
    }

    DataSource source() {
        return source;
    }

    /// Kills the process after so many more statements; a commit counts as two, so that it may happen before and after.
    void crashAfter(int statements) {
        statementsUntilCrash = statements;
    }

    void calm() {
        statementsUntilCrash = Integer.MAX_VALUE;
    }

    <T> T inTransaction(Supplier<T> work) {
        try {
            connection.setAutoCommit(false);
            T result = work.get();
            count();
            connection.commit();
            count();
            return result;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            rollBack();
        }
    }

    private void rollBack() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void count() {
        if (--statementsUntilCrash <= 0) {
            statementsUntilCrash = Integer.MAX_VALUE;
            throw new Crash();
        }
    }

    private interface Call {
        @Nullable
        Object invoke(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.invoke(method, arguments)));
    }
}
