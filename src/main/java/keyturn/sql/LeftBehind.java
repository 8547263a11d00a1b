package keyturn.sql;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** Trust files of programs that were killed while a connection opened: swept once, when the first one is written. */
final class LeftBehind {

    static final String PREFIX = "keyturn-trust";

    /** No connection opens for as long as that. */
    private static final Duration OLD = Duration.ofMinutes(10);

    private final Path folder;
    private final AtomicBoolean swept = new AtomicBoolean();

    LeftBehind(Path folder) {
        this.folder = folder;
    }

    void sweep() {
        if (!swept.compareAndSet(false, true)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path each : left) {
                delete(each);
            }
        } catch (IOException unreadable) {
            noted(unreadable);
        }
    }

    /** Another user's cannot be deleted, and need not be. */
    private static void delete(Path each) {
        try {
            Instant old = Instant.now().minus(OLD);
            if (Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
                Files.deleteIfExists(each.resolve("trust.p12"));
                Files.delete(each);
            }
        } catch (IOException stays) {
            noted(stays);
        }
    }

    private static void noted(IOException failure) {
        System.getLogger(LeftBehind.class.getName()).log(System.Logger.Level.DEBUG, "sweeping trust files", failure);
    }
}
