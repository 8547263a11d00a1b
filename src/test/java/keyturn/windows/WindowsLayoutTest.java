package keyturn.windows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import keyturn.app.InProcess;
import keyturn.cli.Packaged;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job that the Linux layout does, done by the Windows one; what both print is the same but for line ends. */
@Tag("windows")
@BesideOthers
final class WindowsLayoutTest {

    private static final Duration START = Duration.ofMinutes(1);

    private static final String MSI = "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi";

    private static final Path LINUX =
            Path.of("target", "keyturn", "bin", "keyturn").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void upgradesARangeOnLinuxWithTheSameWordsAndFilesAsLinux() throws IOException {
        Windows windows = Windows.require();
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            // Neither side remembers a run, from which it would know more than the other.
            var here = Packaged.HERE
                    .keyturn(folder, "inspect", "--range", range.ready())
                    .run(Packaged.LIMIT);
            var there = windows.run("inspect", "--range", windows.path(range.ready()));
            assertEquals(0, there.exit(), there.err());
            assertEquals(timeless(here.text()), timeless(there.text()));
            assertTrue(there.out().contains("\r\n"), "a Windows console gets CR LF");
            upgrade(windows, range.ready());
            range.range().restart();
            Path run = run();
            var later = windows.run("verify", windows.path(run), "--range", windows.path(range.ready()));
            assertEquals(0, later.exit(), later.all());
            assertEquals("DONE", overall(run.resolve("verification-1.json")));
        }
    }

    /** The other lane; the range stands in for PowerShell, which Wine lacks. */
    @Test
    void theConnectorIsReplacedByAStopAndConfirmed() throws IOException {
        Windows windows = Windows.require();
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            String ready = windows.path(range.ready());
            String plan = windows.path(folder) + "\\stop.json";
            var planned = windows.run(
                    "plan", "upgrade", "--range", ready, "--msi", MSI, "--build", "15.0.2000.440", "--out", plan);
            assertEquals(0, planned.exit(), planned.all());
            var ran = windows.run(
                    "run",
                    plan,
                    "--range",
                    ready,
                    "--approve",
                    InProcess.digest(planned),
                    "--journal",
                    windows.path(folder));
            assertEquals(0, ran.exit(), ran.all());
            assertEquals("DONE", overall(run().resolve("evidence.json")));
        }
    }

    private Path run() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("journal.jsonl"))
                    .map(file -> file.resolveSibling(""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String overall(Path file) throws IOException {
        return new ObjectMapper()
                .readTree(file.toFile())
                .path("verification")
                .path("overall")
                .asText();
    }

    /** The walk in the window starts one there too. */
    @Test
    @Tag("matrix")
    void aRangeStartedOnWindowsIsUpgradedAlike() throws IOException {
        Windows windows = Windows.require();
        Path ready = folder.resolve("ready-windows.json");
        Process range =
                windows.keyturn("practice", "--ready", windows.path(ready)).start();
        try {
            Deadline.await("the range is ready", START, () -> Files.exists(ready));
            String digest = planned(windows, windows.path(ready));
            ran(windows, windows.path(ready), digest);
        } finally {
            Windows.end(ready.getFileName().toString());
            range.destroy();
        }
    }

    private void upgrade(Windows windows, Path ready) throws IOException {
        String digest = planned(windows, windows.path(ready));
        var shownThere = windows.run("show", arguments(windows), "--tsql");
        var shownHere = InProcess.say("show", plan(), "--tsql");
        assertEquals(0, shownThere.exit(), shownThere.err());
        assertEquals(shownHere.text(), shownThere.text());
        bundlesHaveTheSameBytes(windows);
        ran(windows, windows.path(ready), digest);
    }

    private String planned(Windows windows, String range) throws IOException {
        Path arguments = folder.resolve("arguments.txt");
        Files.writeString(
                arguments, "--out\n\"" + windows.path(folder).replace("\\", "\\\\") + "\\\\plan ü € 鍵.json\"\n");
        var planned = windows.run("plan", "upgrade", "--range", range, "@" + windows.path(arguments));
        assertEquals(0, planned.exit(), planned.err());
        return InProcess.digest(planned);
    }

    private void ran(Windows windows, String range, String digest) throws IOException {
        var ran = windows.run(
                "run", arguments(windows), "--range", range, "--approve", digest, "--journal", windows.path(folder));
        assertEquals(0, ran.exit(), ran.text() + ran.err());
        assertTrue(ran.text().contains("PENDING RESTART"), ran.text());
        List<String> journals = journals();
        assertEquals(1, journals.size(), "the run has a journal");
        assertTrue(journals.stream().noneMatch(text -> text.contains("?")), "no character was lost to a code page");
    }

    private Path plan() {
        return folder.resolve("plan ü € 鍵.json");
    }

    private void bundlesHaveTheSameBytes(Windows windows) throws IOException {
        Path here = folder.resolve("here.zip");
        Path there = folder.resolve("there.zip");
        var bundledThere = windows.run("bundle", arguments(windows), "--out", windows.path(folder) + "\\there.zip");
        assertEquals(0, bundledThere.exit(), bundledThere.err());
        // The program, not this process: a saved plan names the version of the jar that wrote it.
        assertEquals(
                0, Command.of(LINUX, "bundle", plan(), "--out", here).run(START).exit());
        assertArrayEquals(Files.readAllBytes(here), Files.readAllBytes(there));
    }

    /** A path beyond the code page reaches Windows by an argument file. */
    private String arguments(Windows windows) throws IOException {
        Path file = folder.resolve("plan-argument.txt");
        Files.writeString(
                file, "\"" + (windows.path(folder) + "\\" + plan().getFileName()).replace("\\", "\\\\") + "\"\n");
        return "@" + windows.path(file);
    }

    private List<String> journals() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("journal.jsonl"))
                    .map(WindowsLayoutTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " is no UTF-8", unreadable);
        }
    }

    /** Instants differ between two looks. */
    private static String timeless(String text) {
        return text.replaceAll("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?", "TIME");
    }
}
