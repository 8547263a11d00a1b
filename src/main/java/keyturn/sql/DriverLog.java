package keyturn.sql;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps the driver from logging statements, in which secrets stand, whatever this machine's configuration of
 * {@code java.util.logging} asks for. Its warnings are left on; they hold none.
 */
final class DriverLog {

    private static final String DRIVER = "com.microsoft.sqlserver.jdbc";

    /** The driver makes these only when it first needs them, and they could then be configured to talk. Held, or they are forgotten. */
    private static final List<Logger> PINNED = Stream.of(
                    "",
                    ".Connection",
                    ".DataSource",
                    ".PerformanceMetrics.Connection",
                    ".PerformanceMetrics.Statement",
                    ".ResultSet",
                    ".Statement",
                    ".internals.Parameter",
                    ".internals.SQLServerConnection",
                    ".internals.SQLServerException",
                    ".internals.SQLServerResultSet",
                    ".internals.SQLServerStatement",
                    ".internals.TDS.Channel",
                    ".internals.TDS.Command",
                    ".internals.TDS.DATA",
                    ".internals.TDS.Reader",
                    ".internals.TDS.TOKEN",
                    ".internals.TDS.Writer")
            .map(name -> Logger.getLogger(DRIVER + name))
            .toList();

    private DriverLog() {}

    static void pin() {
        PINNED.forEach(DriverLog::pin);
        LogManager.getLogManager().getLoggerNames().asIterator().forEachRemaining(name -> {
            if (name.startsWith(DRIVER)) {
                pin(Logger.getLogger(name));
            }
        });
    }

    private static void pin(Logger logger) {
        Level level = logger.getLevel();
        if (level == null ? logger.getName().equals(DRIVER) : level.intValue() < Level.WARNING.intValue()) {
            logger.setLevel(Level.WARNING);
        }
    }
}
