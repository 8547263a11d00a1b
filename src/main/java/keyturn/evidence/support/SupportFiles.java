package keyturn.evidence.support;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import keyturn.run.files.OrdinaryFile;

/** Gathers the texts of a support bundle from this user's state folder, bounded in number and size, each of them redacted. */
public final class SupportFiles {

    private static final int RUNS = 10;

    private static final int FAULTS = 20;

    private static final int LOGS = 5;

    private static final int MOST_BYTES = 2 << 20;

    private static final List<String> OF_RUN = List.of("journal.jsonl", "plan.json", "evidence.json");

    private final SequencedMap<String, String> files = new LinkedHashMap<>();
    private final UnaryOperator<String> redaction;

    public SupportFiles(UnaryOperator<String> redaction) {
        this.redaction = redaction;
    }

    /** @param text is redacted here */
    public void add(String name, String text) {
        files.put(name, redaction.apply(text));
    }

    /** Of this program and of what it runs on. */
    public void addVersions(String version, Instant now) {
        add(
                "versions.txt",
                String.join(
                        "\n",
                        "Keyturn " + version,
                        "Java " + Runtime.version() + ", " + System.getProperty("java.vendor"),
                        System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                                + System.getProperty("os.arch"),
                        "Locale " + Locale.getDefault().toLanguageTag() + ", zone " + ZoneId.systemDefault(),
                        "Written at " + now,
                        ""));
    }

    /** Settings, faults and the newest runs of this user. What cannot be read is named with the reason. */
    public void addState(Path state, Path runs) {
        add(state.resolve("settings.tsv"), "settings.tsv");
        newest(state.resolve("log"), LOGS).stream()
                .filter(log -> log.toString().endsWith(".log"))
                .forEach(log -> add(log, "log/" + log.getFileName()));
        newest(state.resolve("faults"), FAULTS).forEach(fault -> add(fault, "faults/" + fault.getFileName()));
        newest(runs, RUNS)
                .forEach(run ->
                        OF_RUN.forEach(name -> add(run.resolve(name), "runs/" + run.getFileName() + "/" + name)));
    }

    /** By name; names of runs and faults begin with their time. */
    private static List<Path> newest(Path folder, int most) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted(Comparator.reverseOrder()).limit(most).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private void add(Path file, String name) {
        if (Files.exists(file)) {
            try {
                add(name, OrdinaryFile.isThere(file) ? newest(file) : "[no ordinary file]");
            } catch (IOException unreadable) {
                add(name, "[" + unreadable + "]");
            }
        }
    }

    /** The end of a long file: what happened last stands there. Begins with a whole line, so that no part of a secret is left. */
    private static String newest(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long left = Math.max(0, channel.size() - MOST_BYTES);
            channel.position(left);
            byte[] bytes = Channels.newInputStream(channel).readNBytes(MOST_BYTES);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (left == 0) {
                return text;
            }
            int whole = text.indexOf('\n') + 1;
            return "[what is before is left out: " + left + " bytes]\n" + (whole == 0 ? "" : text.substring(whole));
        }
    }

    /** Each by its name in the bundle, in order. */
    public SequencedMap<String, String> all() {
        return new LinkedHashMap<>(files);
    }
}
