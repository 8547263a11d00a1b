package keyturn.evidence.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.evidence.runs.Runs.Run;
import keyturn.run.files.DurableFile;

/**
 * Runs that nobody wants to be reminded of, in a file beside their folders. It holds for a run as it was then: one that goes on
 * comes back by itself.
 *
 * @param lines one a run, its id and since when it is as it is, parted by a tab
 */
public record Dismissals(Set<String> lines) {

    public static final Dismissals NONE = new Dismissals(Set.of());

    private static final String FILE = "dismissed.tsv";

    public Dismissals {
        lines = Set.copyOf(lines);
    }

    /** What cannot be read dismisses nothing. */
    static Dismissals in(Path runs) {
        try {
            return new Dismissals(Files.readString(runs.resolve(FILE)).lines().collect(Collectors.toSet()));
        } catch (IOException none) {
            return NONE;
        }
    }

    boolean has(Run run) {
        return lines.contains(line(run));
    }

    /**
     * Nobody is reminded of this run any more; it stays in the list of all runs.
     *
     * @throws Problem.Raised if that cannot be kept
     */
    public static synchronized void add(Run run) throws Problem.Raised {
        Path runs = run.folder().toAbsolutePath().resolveSibling(FILE);
        Set<String> all = new TreeSet<>(in(runs.resolveSibling("")).lines());
        all.add(line(run));
        try {
            DurableFile.replace(runs, String.join("\n", all) + "\n");
        } catch (IOException unwritable) {
            throw new Problem.Raised(new Problem(
                    "runs.dismiss",
                    Message.of("evidence.runs.dismiss", runs),
                    Optional.of(String.valueOf(unwritable)),
                    Message.of("evidence.runs.dismiss.next")));
        }
    }

    private static String line(Run run) {
        return run.id() + "\t" + run.since();
    }
}
