package keyturn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import keyturn.evidence.support.Redaction;

/**
 * What the window did, in a few files of this user's, the oldest of which gives way: pages, connections by address and outcome, runs,
 * faults. No statement, no name of a login and nothing that is secret is written; a line passes the redaction of support bundles too.
 */
final class RollingLog {

    private static final int MOST_BYTES = 1 << 20;
    private static final int FILES = 5;

    /** What the practice server tells of itself is no matter of the window's. */
    private static final String RANGE = "keyturn.practice";

    /** The logging of Java keeps loggers by weak references: without this one it would forget its handler. */
    private static final Logger OURS = Logger.getLogger("keyturn");

    private RollingLog() {}

    /** A log that cannot be written keeps nobody from working; then there is none. */
    static AutoCloseable install(Path folder) {
        try {
            Files.createDirectories(folder);
            FileHandler file = new FileHandler(folder.resolve("keyturn-%g.log").toString(), MOST_BYTES, FILES, true);
            file.setEncoding("UTF-8");
            file.setFormatter(new OneLine());
            file.setLevel(Level.ALL);
            file.setFilter(entry -> !String.valueOf(entry.getLoggerName()).startsWith(RANGE));
            OURS.setLevel(Level.FINE);
            OURS.addHandler(file);
            return () -> {
                OURS.removeHandler(file);
                file.close();
            };
        } catch (IOException unwritable) {
            return () -> {};
        }
    }

    /** Time, level, logger, text; of a fault its kind and first place. */
    private static final class OneLine extends Formatter {

        private final Redaction redaction = new Redaction(System.getProperty("user.home", ""));

        @Override
        public String format(LogRecord entry) {
            StringBuilder line = new StringBuilder();
            line.append(entry.getInstant()).append(' ').append(entry.getLevel()).append(' ');
            line.append(entry.getLoggerName()).append(": ").append(formatMessage(entry));
            if (entry.getThrown() != null) {
                line.append(" (").append(Crash.code(entry.getThrown())).append(", ");
                line.append(entry.getThrown().getClass().getName()).append(')');
            }
            return redaction.apply(line.toString().replaceAll("[\\r\\n]+", " ")) + System.lineSeparator();
        }
    }
}
