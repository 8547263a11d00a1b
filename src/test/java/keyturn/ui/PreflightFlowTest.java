package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import keyturn.domain.Message;
import keyturn.plan.check.HostLook;
import keyturn.plan.flow.TestChoice;
import keyturn.script.powershell.HostLookLine;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preflight page in a window: what is ticked and chosen there goes into the plan. */
final class PreflightFlowTest {

    private static ShownWindow preflight(HandMade world) {
        ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800);
        List.of("practice", "turn-to-upgrade", "next").forEach(shown::press);
        return shown;
    }

    @Test
    void whatIsConfirmedIsPartOfWhatIsApproved() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = preflight(new HandMade().isReal())) {
                String before = digest(shown);
                tick(shown, "confirm-dot-net");
                String after = digest(shown);
                assertNotEquals(before, after);
                assertFalse(((CheckBox) shown.find("confirm-vc-runtime")).isSelected());
                shown.press("back");
                shown.press("next");
                assertEquals(after, digest(shown), "the tick is not forgotten on the way back and forth");
            }
            return true;
        });
    }

    @Test
    void whatNobodyConfirmedStandsBesideApprove() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = preflight(new HandMade().isReal())) {
                tick(shown, "confirm-dot-net");
                shown.press("next");
                String open = Message.of("ui.preview.unconfirmed", 3).text();
                assertTrue(shown.text("approve-unconfirmed").endsWith(open), shown.text("approve-unconfirmed"));
                shown.press("back");
                for (String box : List.of("vc-runtime", "registry-rights", "account-reads")) {
                    tick(shown, "confirm-" + box);
                }
                shown.press("next");
                assertFalse(shown.shows("approve-unconfirmed"));
            }
            return true;
        });
    }

    @Test
    void onThePracticeRangeThereIsNoHostToLookAt() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = preflight(new HandMade())) {
                assertTrue(shown.shows("host-preset"));
                shown.press("next");
                assertFalse(shown.shows("approve-unconfirmed"));
            }
            return true;
        });
    }

    @Test
    void aTickedRowStaysWhereItIs() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = preflight(new HandMade().isReal())) {
                assertFalse(shown.shows("host-preset"));
                double before = top(shown, "confirm-registry-rights");
                tick(shown, "confirm-vc-runtime");
                tick(shown, "confirm-dot-net");
                assertTrue(((CheckBox) shown.find("confirm-dot-net")).isSelected());
                assertEquals(before, top(shown, "confirm-registry-rights"), 0.5);
            }
            return true;
        });
    }

    @Test
    void theCommandThatShowsItOnTheHostIsCopied() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = preflight(new HandMade().isReal())) {
                shown.press("copy-account-reads");
                String copied = Clipboard.getSystemClipboard().getString();
                assertEquals(HostLookLine.of(new HostLook.FileRights(HandMade.NEW)), copied);
            }
            return true;
        });
    }

    @Test
    void whatTheLastPlanDidNotHaveIsMarked() throws Exception {
        HandMade world = new HandMade().isReal();
        Toolkit.on(() -> {
            try (ShownWindow shown = preflight(world)) {
                assertEquals(0, marked(shown));
                world.providerDisabled().later();
                shown.pressAll("back", "back", "read-again", "turn-to-upgrade", "next");
                assertTrue(marked(shown) > 0);
                assertTrue(marked(shown)
                        < ((Parent) shown.find("findings"))
                                .getChildrenUnmodifiable()
                                .size());
            }
            return true;
        });
    }

    private static int marked(ShownWindow shown) {
        return shown.find("findings").lookupAll(".new-finding").size();
    }

    private static double top(ShownWindow shown, String id) {
        Node node = shown.find(id);
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    @Test
    void whereARestartWouldFailTheTitleSaysSo() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = preflight(new HandMade().providerDisabled())) {
                assertFalse(shown.find("next").isDisabled(), "nothing blocks");
                String title = ((Labeled) shown.find("preflight-page").lookup(".page-title")).getText();
                assertTrue(
                        IntStream.range(0, 20)
                                .mapToObj(looks -> Message.of("ui.preflight.title.fails", looks)
                                        .text())
                                .anyMatch(title::equals),
                        title);
            }
            return true;
        });
    }

    @Test
    void aDatabaseThatIsNotTestedLosesItsTestSteps() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = preflight(new HandMade())) {
                @SuppressWarnings("unchecked")
                ComboBox<TestChoice> how =
                        (ComboBox<TestChoice>) shown.find("covered").lookup(".combo-box");
                how.setValue(TestChoice.SKIP);
                shown.press("next");
                long steps = PreviewOf.steps(shown);
                assertEquals(9, steps, "eleven without the two of the first database");
                assertTrue(texts(shown, "notices").contains("is not tested, as you chose"));
            }
            return true;
        });
    }

    @Test
    void aMissingRightComesWithTheExactGrantAndLeavesThePlanToAnotherLogin(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("grants.sql");
        Toolkit.on(() -> {
            try (ShownWindow shown = preflight(new HandMade().mayNotChange().savesTo(file))) {
                assertFalse(shown.find("next").isDisabled());
                shown.press("grant-save");
                assertTrue(((Labeled) shown.find("preflight-said")).getText().contains(file.toString()));
            }
            return true;
        });
        String grants = Files.readString(file);
        assertTrue(grants.startsWith("USE [master];\n"), grants);
        assertTrue(grants.contains("GRANT CONTROL SERVER TO [practice-dba];\n"), grants);
        assertTrue(grants.endsWith("ALTER ROLE [db_owner] ADD MEMBER [practice-dba];\n"), grants);
    }

    @Test
    void theFindingsAreSavedAsCsv(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("preflight.csv");
        Toolkit.on(() -> {
            try (ShownWindow shown = preflight(new HandMade().savesTo(file))) {
                shown.press("findings-csv");
            }
            return true;
        });
        assertTrue(Files.readString(file).lines().count() > 20);
    }

    @Test
    void aBuildThatIsNoVersionIsSaidBesideItsField() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                List.of("practice", "next").forEach(shown::press);
                TextField build = (TextField) shown.find("build");
                build.setText("fifteen");
                assertTrue(shown.find("next").isDisabled());
                build.setText("15.0.2000.440");
                assertFalse(shown.find("next").isDisabled());
                assertTrue(((Labeled) shown.find("build-said"))
                        .getText()
                        .contains(Message.of("flow.upgrade.choose.build.STATED", "15.0.2000.440")
                                .text()));
            }
            return true;
        });
    }

    private static void tick(ShownWindow shown, String id) {
        ((CheckBox) shown.find(id)).fire();
        shown.settle();
    }

    private static String digest(ShownWindow shown) {
        return ((Labeled) shown.find("digest")).getText();
    }

    private static String texts(ShownWindow shown, String id) {
        StringBuilder all = new StringBuilder();
        shown.find(id)
                .lookupAll(".label")
                .forEach(node -> all.append(((Labeled) node).getText()).append('\n'));
        return all.toString();
    }
}
