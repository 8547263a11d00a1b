package keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.Patch;
import keyturn.tools.SourceCopy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code src/docs/code.md} promises of a new flow, on two that are added to a copy of the sources. One has a subject of its
 * own: a family of steps, an act and choices for another name of a key's login. The other enables a provider by known steps.
 */
@BesideOthers
final class AddFlowTest {

    private static final Path ADDED = Path.of("src/test/addflow");
    private static final Path RENAME = ADDED.resolve("rename-login");
    private static final Path ENABLE = ADDED.resolve("enable-provider");
    private static final String JAVA = "src/main/java/keyturn/";
    private static final String REGISTRY = "src/main/resources/META-INF/services/keyturn.plan.flow.FlowPart";

    /** Lines that a new subject adds to existing files, at most. */
    private static final int DELEGATING = 10;

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    /** Before the switches are answered, the compiler names them: as many files as the document lists, and no other. */
    @Tag("matrix")
    @Test
    void theCompilerNamesTheFilesThatTheDocumentLists() throws Exception {
        Patch members = Patch.read(RENAME.resolve("members.patch"));
        SourceCopy copy = SourceCopy.in(folder);
        copy.apply(members);
        copy.add(RENAME.resolve("members"));

        NavigableMap<String, String> wrong = copy.compiled();
        Set<String> named = below(members);
        named.addAll(wrong.keySet());
        assertEquals(listed(), named, wrong::toString);
    }

    @Tag("matrix")
    @Test
    void aNewSubjectAddsTenDelegatingLinesAtMost() throws Exception {
        Patch members = Patch.read(RENAME.resolve("members.patch"));
        Patch switches = Patch.read(RENAME.resolve("switches.patch"));
        Set<String> changed = below(members);
        changed.addAll(below(switches));
        assertEquals(listed(), changed);

        List<Patch.Change> lines = Stream.of(members, switches)
                .flatMap(patch -> patch.changes().stream())
                .filter(change -> change.path().startsWith(JAVA))
                .filter(change -> !change.line().startsWith("import "))
                .toList();
        assertTrue(lines.stream().filter(Patch.Change::added).count() <= DELEGATING, lines.toString());
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(change -> change.added() ? !delegates(change.line()) : !isListOfMembers(change.line()))
                        .toList());
    }

    /** Nothing but the list of parts knows of it, and it is planned. */
    @Test
    void aFlowOfKnownStepsChangesTheRegistryOnly() throws Exception {
        Patch patch = Patch.read(ENABLE.resolve("registry.patch"));
        assertEquals(Set.of(REGISTRY), patch.paths());
        assertTrue(patch.changes().stream().allMatch(Patch.Change::added), "nothing is taken away");

        SourceCopy parts = SourceCopy.of(folder.resolve("parts"), Path.of(REGISTRY));
        parts.apply(patch);
        parts.add(ENABLE.resolve("files"));
        assertEquals(Map.of(), parts.compiled());

        Path ready = folder.resolve("ready.json");
        try (Range range = Range.start(RangeOptions.of("healthy").withReady(ready))) {
            send(range, "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE");
            Command.Ended planned = parts.keyturn("plan", "enable-provider", "--range", ready)
                    .and("--out", folder.resolve("plan.json"))
                    .run(LIMIT);
            assertEquals(0, planned.exit(), planned.all());
            assertEquals(2, steps());
        }
    }

    private static void send(Range range, String batch) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlserver://127.0.0.1:" + range.port() + ";encrypt=true;trustServerCertificate=true",
                        range.user(),
                        range.password());
                var statement = connection.createStatement()) {
            statement.execute(batch);
        }
    }

    /** With the switches answered, it is planned, killed while the server has done the step and not answered, and resumed. */
    @Tag("matrix")
    @Test
    void theNewFlowIsPlannedKilledAndResumed() throws Exception {
        SourceCopy copy = SourceCopy.in(folder.resolve("copy"));
        for (String part : List.of("members", "switches")) {
            copy.apply(Patch.read(RENAME.resolve(part + ".patch")));
            copy.add(RENAME.resolve(part));
        }
        assertEquals(Map.of(), copy.compiled());

        Path ready = folder.resolve("ready.json");
        try (Range range = Range.start(RangeOptions.of("healthy").withReady(ready))) {
            Command.Ended planned = copy.keyturn("plan", "rename-login", "--new-name", "TDE_Login_2026")
                    .and("--range", ready, "--out", folder.resolve("plan.json"))
                    .run(LIMIT);
            assertEquals(0, planned.exit(), planned.all());

            killed(copy, range, ready, digest(planned));
            assertEquals(List.of("started 1"), journal());

            Command.Ended resumed =
                    copy.keyturn("resume", run(), "--range", ready).run(LIMIT);
            assertEquals(0, resumed.exit(), resumed.all());
            assertEquals(1, renames(range), "it is not done twice");
            assertEquals("done 1", journal().get(1));
            assertEquals("done " + steps(), journal().getLast());
        }
    }

    private void killed(SourceCopy copy, Range range, Path ready, String digest) throws Exception {
        range.setFault("hold-response@alter-login:1");
        Process program = copy.keyturn("run", folder.resolve("plan.json"), "--range", ready)
                .and("--approve", digest, "--journal", folder.resolve("runs"))
                .start();
        try {
            Deadline.await(
                    "the act is answered to nobody", LIMIT, () -> range.server().held() == 1);
        } finally {
            program.destroyForcibly().waitFor();
            range.clearFault("hold-response");
            range.release();
        }
        Deadline.await("the server has done it", LIMIT, () -> renames(range) == 1);
    }

    private static long renames(Range range) {
        return range.log().entries().stream()
                .map(RequestLog.Entry::text)
                .filter(text -> text.equals("ALTER LOGIN [TDE_Login] WITH NAME = [TDE_Login_2026];"))
                .count();
    }

    private static String digest(Command.Ended planned) {
        return planned.text().lines().reduce("", (before, line) -> line).substring("digest ".length());
    }

    private Path run() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    private long steps() throws IOException {
        return Files.readString(folder.resolve("plan.json"))
                .lines()
                .filter(line -> line.startsWith("{\"number\":"))
                .count();
    }

    /** The events of steps, in order. */
    private List<String> journal() throws IOException {
        Pattern step = Pattern.compile("\"step\":(\\d+),\"event\":\"(\\w+)\"");
        return Files.readAllLines(run().resolve("journal.jsonl")).stream()
                .flatMap(line -> step.matcher(line).results())
                .map(found -> found.group(2) + " " + found.group(1))
                .toList();
    }

    /** The files that the document's table of a new subject lists. */
    private static Set<String> listed() throws IOException {
        String text = Files.readString(Path.of("src/docs/code.md"));
        String section = text.substring(text.indexOf("\n## Add a flow\n"));
        Set<String> files = Pattern.compile("(?m)^\\| `([^`]+\\.java)` \\|")
                .matcher(section)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(files.size() > 5, "the table is found");
        return files;
    }

    /** The Java files that a patch changes, as the document names them. */
    private static Set<String> below(Patch patch) {
        return patch.paths().stream()
                .filter(path -> path.startsWith(JAVA))
                .map(path -> path.substring(JAVA.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** It names the new member, or hands over to the new family's own file, and is a whole line of its kind. */
    private static boolean delegates(String line) {
        return isListOfMembers(line)
                || line.matches("\\s+case \\w+ \\w+ -> \\w+\\.\\w+\\(.*\\);")
                || line.matches("\\s+[A-Z]+\\(\\w+\\.KINDS\\),")
                || line.matches("\\s+private static final Kind \\w+ = KINDS\\.kind\\(.*::read\\);");
    }

    /** Of a long list each member stands on a line of its own. */
    private static boolean isListOfMembers(String line) {
        return Pattern.compile("\\bpermits [\\w., ]+ \\{$|^ +\\w+Step,$")
                .matcher(line)
                .results()
                .map(MatchResult::group)
                .findAny()
                .isPresent();
    }
}
