package keyturn.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import keyturn.tools.Command;

/**
 * What a Java writes when native code brings it down. JavaFX's Windows part reads the text of a failure after it was freed
 * when the system has no class for the user's settings, as Wine has none; now and then that memory is gone, and so is the
 * program, before it drew anything. Such a start is made once more, and said; every other crash stays a failure.
 */
record CrashReport(Path file) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A file that does not exist yet, with the other things that a build makes. */
    static CrashReport fresh() {
        Path file =
                Path.of("target", "crash-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + ".log");
        return new CrashReport(file.toAbsolutePath());
    }

    /** The command, with its Java told to write here. */
    Command of(Windows windows, Command command) {
        return command.with("JDK_JAVA_OPTIONS", "-XX:ErrorFile=" + windows.path(file));
    }

    /** Whether JavaFX fell while it asked for the system's settings; says so. */
    boolean blamesSettings() {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            boolean blames = Files.readString(file).contains("WinApplication.getPlatformPreferences()");
            if (blames) {
                System.out.println(
                        "JavaFX fell under Wine while it read the system's settings; started once more: " + file);
            }
            return blames;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
