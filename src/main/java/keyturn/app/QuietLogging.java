package keyturn.app;

import java.util.logging.LogManager;

/** Keeps libraries' log lines off the terminal; anyone who wants them names a configuration file as Java has it. */
final class QuietLogging {

    private QuietLogging() {}

    static void install() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            LogManager.getLogManager().reset();
        }
    }
}
