package keyturn.cli.verb;

import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import keyturn.evidence.support.Redaction;

/** What Keyturn logs, on the terminal for as long as a verb works, without what looks like a secret. The range's is no part of it. */
final class LogOnTerminal extends Handler {

    private static final String RANGE = "keyturn.practice";

    /** The logging of Java keeps loggers by weak references: without this one it would forget its handler. */
    private static final Logger OURS = Logger.getLogger("keyturn");

    private final Redaction redaction = new Redaction(System.getProperty("user.home", ""));
    private final PrintStream to;
    private final boolean wanted;

    private LogOnTerminal(boolean wanted, PrintStream to) {
        this.wanted = wanted;
        this.to = to;
    }

    static LogOnTerminal of(boolean wanted, PrintStream to) {
        var log = new LogOnTerminal(wanted, to);
        if (wanted) {
            log.setLevel(Level.ALL);
            OURS.setLevel(Level.FINE);
            OURS.addHandler(log);
        }
        return log;
    }

    @Override
    public void publish(LogRecord entry) {
        if (!String.valueOf(entry.getLoggerName()).startsWith(RANGE)) {
            String text = new SimpleFormatter().formatMessage(entry).replaceAll("[\\r\\n]+", " ");
            to.println(redaction.apply(entry.getInstant() + " " + entry.getLevel() + " " + text));
        }
    }

    @Override
    public void flush() {
        to.flush();
    }

    @Override
    public void close() {
        if (wanted) {
            OURS.removeHandler(this);
        }
    }
}
