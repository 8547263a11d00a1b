package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import keyturn.tools.Command;
import keyturn.tools.RunningRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A secret that is rolled is searched for in all that a run leaves: files, the words and variables of this process, and a dump of
 * its heap once the flow is over and collected. The secret is made by another process and read here only after the dump.
 */
@Tag("matrix")
final class SecretNowhereTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** A secret of 40 letters, a file that only its owner reads, and a world that knows it; nothing of it passes through here. */
    private static final String MAKE = """
            umask 077
            s=$(LC_ALL=C tr -dc 'A-Za-z0-9' < /dev/urandom | head -c 40)
            printf '%s\\n' "$s" > "$1/secret"
            LC_ALL=C tr -dc 'A-Za-z0-9' < /dev/urandom | head -c 40 > "$1/canary"
            sed "s/\\"vault\\":/\\"directory\\": { \\"newSecret\\": \\"$s\\" },\\n  \\"vault\\":/" "$2" > "$1/world.json"
            """;

    @TempDir
    Path folder;

    @Test
    void nothingThatARunLeavesHoldsTheSecret() throws Exception {
        Path scenario = Path.of("src/main/resources/keyturn/practice/scenario/secret-expiring.json")
                .toAbsolutePath();
        Command.Ended made =
                Command.of("sh", "-c", MAKE, "sh", folder, scenario).run(LIMIT);
        assertEquals(0, made.exit(), made.all());
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Path dump = folder.resolve("heap.hprof");
        String canary = Files.readString(folder.resolve("canary"));
        try (RunningRange range =
                RunningRange.start(keyturn(), folder, "--scenario", "" + folder.resolve("world.json"))) {
            roll(range, kept);
            Files.copy(range.log(), kept.resolve("range.log"));
            dump(dump);
        }
        assertEquals(40, canary.length(), "held here until after the dump");

        assertTrue(holds(dump, canary), "what this process holds is found in its dump");
        String secret = Files.readString(folder.resolve("secret")).strip();
        List<String> hits = new ArrayList<>();
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : Stream.concat(files, Stream.of(dump))
                    .filter(Files::isRegularFile)
                    .toList()) {
                if (holds(file, secret)) {
                    hits.add(folder.relativize(file).toString());
                }
            }
        }
        for (String own : List.of("/proc/self/cmdline", "/proc/self/environ")) {
            if (Files.exists(Path.of(own)) && holds(Path.of(own), secret)) {
                hits.add(own);
            }
        }
        assertEquals(List.of(), hits);
    }

    private static Command keyturn() {
        return Command.of(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-cp",
                System.getProperty("java.class.path"),
                "keyturn.app.Main");
    }

    /** Plans, shows, exports and runs, as a person does with the file of the secret. */
    private void roll(RunningRange range, Path kept) {
        Path plan = kept.resolve("plan.json");
        String digest = InProcess.digest(said(
                "plan",
                "roll-secret",
                "--range",
                range.ready(),
                "--credential",
                "Azure_EKM_TDE_cred",
                "Azure_EKM_admin_cred",
                "--out",
                plan));
        said("show", plan, "--tsql");
        said("bundle", plan, "--out", kept.resolve("bundle"));
        said(
                "run",
                plan,
                "--range",
                range.ready(),
                "--approve",
                digest,
                "--journal",
                kept.resolve("runs"),
                "--credential-secret-file",
                folder.resolve("secret"));
    }

    private static Command.Ended said(Object... words) {
        Command.Ended ended = InProcess.say(words);
        assertEquals(0, ended.exit(), ended.all());
        return ended;
    }

    /** Of what is still reachable. */
    private static void dump(Path file) throws IOException {
        System.gc();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
    }

    /** In one byte a letter, in two in either order, and in base 64. */
    private static boolean holds(Path file, String text) throws IOException {
        List<byte[]> forms = List.of(
                text.getBytes(StandardCharsets.ISO_8859_1),
                text.getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(StandardCharsets.UTF_16LE),
                Base64.getEncoder()
                        .withoutPadding()
                        .encode(text.substring(0, 39).getBytes(StandardCharsets.US_ASCII)));
        for (byte[] form : forms) {
            if (holds(file, form)) {
                return true;
            }
        }
        return false;
    }

    /** Piece by piece: a dump does not fit into memory. */
    private static boolean holds(Path file, byte[] form) throws IOException {
        final int size = 1 << 20;
        byte[] piece = new byte[size + form.length];
        try (InputStream in = Files.newInputStream(file)) {
            int kept = 0;
            for (int read = in.readNBytes(piece, 0, size); read > 0; read = in.readNBytes(piece, kept, size)) {
                int filled = kept + read;
                if (found(piece, filled, form)) {
                    return true;
                }
                kept = Math.min(form.length - 1, filled);
                System.arraycopy(piece, filled - kept, piece, 0, kept);
            }
        }
        return false;
    }

    private static boolean found(byte[] piece, int filled, byte[] form) {
        for (int at = 0; at <= filled - form.length; at++) {
            int same = 0;
            while (same < form.length && piece[at + same] == form[same]) {
                same++;
            }
            if (same == form.length) {
                return true;
            }
        }
        return false;
    }
}
