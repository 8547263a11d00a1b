package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.TextArea;
import keyturn.practice.Range;
import keyturn.run.door.DoorOpener;
import keyturn.run.door.HostWriter;
import keyturn.run.door.Outcome;
import keyturn.run.door.WriteDoors;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.script.Scripts.StepScript;
import keyturn.script.act.Act;
import keyturn.script.act.HostAct;
import keyturn.script.act.HostScript;
import keyturn.script.json.PlanFile;
import keyturn.tools.RealDoors;
import keyturn.ui.LiveWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The upgrade by a stop in the window: to its verdict, and out of a run that ended while SQL Server is stopped. */
final class StopLaneInWindowTest {

    private static final String MSI = "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi";
    private static final String NEW = "15.0.2000.440";

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatWasShownIsWhatRanAndEachDatabaseIsSeenToOpen() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "old-1040")) {
            LiveWindow window = walk.window;
            Range range = walk.range;
            toThePreview(window);
            window.press("hide-preview");
            String tsql = plain(window);
            window.press("tab-powershell");
            String powershell = plain(window);

            window.press("approve");
            window.awaitEnabled("next", () -> {});
            assertTrue(window.rows("startup-databases").stream().allMatch(row -> row.endsWith(", ONLINE")));
            window.press("next");
            window.awaitEnabled("evidence-open", () -> {});

            Path run = window.run();
            List<Act> acts = PlanFile.read(run.resolve("plan.json")).scripts().steps().stream()
                    .map(StepScript::act)
                    .toList();
            acts.forEach(act -> assertTrue((act.isSql() ? tsql : powershell).contains(inPreview(act)), inPreview(act)));
            assertEquals(sent(acts, run), logged(range));
            assertEquals(NEW, version(range));
        }
    }

    @Test
    void aServerThatTheRunLeftStoppedIsStartedFromTheRunsPage() throws Exception {
        try (VaultWindow walk = new VaultWindow(folder, "healthy", dyingOnce("merge-registry"))) {
            LiveWindow window = walk.window;
            Range range = walk.range;
            toThePreview(window);
            window.press("approve");
            window.awaitEnabled("leave", () -> {});
            assertFalse(range.server().listening());
            window.press("leave");
            window.press("cancel");
            window.press("resume-" + window.run().getFileName());

            window.press("finish-stop");
            window.await("ways-on");
            assertTrue(range.server().listening());
            window.type("confirm-server", range.server().instance().identity().serverName());
            window.press("retry");
            window.awaitEnabled("next", () -> {});
            window.press("next");
            window.awaitEnabled("evidence-open", () -> {});
            assertEquals(NEW, version(range));
        }
    }

    static void toThePreview(LiveWindow window) throws Exception {
        window.press("practice");
        window.press("turn-to-upgrade");
        window.press("lane-stop");
        window.type("msi", MSI);
        window.type("build", NEW);
        window.press("next");
        window.press("next");
        window.await("preview-page");
    }

    /** As somebody would select it all. */
    private static String plain(LiveWindow window) throws Exception {
        window.press("script-plain");
        String text = window.on(() -> ((TextArea) window.scene().lookup("#script-text")).getText());
        window.press("script-plain");
        return text;
    }

    /** As the range logs it. */
    private static String whole(Act act) {
        return act instanceof HostAct host ? named(host.script().text() + "\n" + host.parameters()) : act.shownAsTSql();
    }

    /** By the name of the script, where every character of one stands there. */
    private static String named(String text) {
        return Stream.of(HostScript.values())
                .filter(script -> text.startsWith(script.text() + "\n"))
                .findFirst()
                .map(script ->
                        script.word() + " " + text.substring(script.text().length() + 1))
                .orElse(text);
    }

    private static String inPreview(Act act) {
        return act instanceof HostAct host ? host.script().text() : act.shownAsTSql();
    }

    /** Those of the plan, less those that the journal has as skipped. */
    private static List<String> sent(List<Act> acts, Path run) throws Exception {
        List<Integer> skipped = Journal.read(run.resolve(Journal.FILE)).entries().stream()
                .filter(entry -> entry.event() == Event.SKIPPED)
                .map(entry -> entry.step().orElseThrow().number())
                .toList();
        return IntStream.rangeClosed(1, acts.size())
                .filter(number -> !skipped.contains(number))
                .mapToObj(number -> whole(acts.get(number - 1)))
                .toList();
    }

    /** What came to SQL Server and to its host, in one order, without what only looks. */
    private static List<String> logged(Range range) {
        return range.log().entries().stream()
                .filter(entry -> entry.program().matches("Keyturn/.+/act")
                        || entry.kind().equals("host"))
                .map(entry -> entry.text())
                .filter(text -> !text.contains("Get-FileFact $_.FullName"))
                .map(StopLaneInWindowTest::named)
                .toList();
    }

    private static String version(Range range) {
        return range.server().instance().ekm().providers().getFirst().version().toString();
    }

    /** The program's own doors, but as if the program was killed as it sends this script the first time. */
    static WriteDoors dyingOnce(String last) {
        WriteDoors real = RealDoors.all();
        var died = new AtomicBoolean();
        DoorOpener<HostWriter> opener = (target, plan, run) -> {
            HostWriter host = real.host().open(target, plan, run);
            return new HostWriter() {
                @Override
                public Outcome perform(HostAct act) {
                    if (act.script().word().equals(last) && died.compareAndSet(false, true)) {
                        throw new IllegalStateException("as if the program was killed");
                    }
                    return host.perform(act);
                }

                @Override
                public void close() {
                    host.close();
                }
            };
        };
        return new WriteDoors(real.lock(), real.sql(), real.vault(), real.directory(), opener, real.manager());
    }
}
