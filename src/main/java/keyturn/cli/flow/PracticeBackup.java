package keyturn.cli.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import keyturn.plan.flow.FlowName;

/** The backup of a key of a practice vault that comes with a flow; only practice vaults can read it. */
public final class PracticeBackup {

    private static final List<String> FILES = List.of("practice.keybackup", "practice.json", "practice.sha256");

    private PracticeBackup() {}

    /** A new folder that it is copied into, where the system keeps what nobody needs for long. */
    public static Path unpacked(FlowName flow) {
        try {
            Path folder = Files.createTempDirectory("keyturn-practice-backup");
            for (String name : FILES) {
                copy("/keyturn/flow/" + flow + "/" + name, folder.resolve(name));
            }
            return folder;
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = Objects.requireNonNull(PracticeBackup.class.getResourceAsStream(resource))) {
            Files.copy(in, file);
        }
    }
}
