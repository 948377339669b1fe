package vn.congdoan.vks.platform.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/// What a service logs while this is open: messages with their causes.
public final class LogLines extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final PatternFormatter format = new PatternFormatter("%m%e");
    private final Logger root = LogManager.getLogManager().getLogger("");

    private LogLines() {
        root.addHandler(this);
    }

    /// Starts listening.
    public static LogLines listen() {
        return new LogLines();
    }

    /// All lines so far.
    public List<String> all() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord logged) {
        lines.add(format.format(ExtLogRecord.wrap(logged)));
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
