package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import keyturn.domain.Message;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;

/** The verdict of an upgrade that waits for a restart. */
final class VerdictSheetTest {

    /** Before the change, and as many after it. */
    private static final int TESTS = 4;

    @Test
    void itSaysThreeFactsAndFoldsWhatIsConfirmedUntilSomebodyOpensIt() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "next", "approve", "next");
                assertEquals(3, shown.find("verdict-facts").lookupAll(".card").size());
                List<String> rows = rows(shown);
                assertEquals(
                        2,
                        heads(rows).stream().filter(VerdictSheetTest::isFolded).count(),
                        "the tests before and after");
                int shownAlone = rows.size() - 2;

                ListView<?> list = (ListView<?>) shown.find("verdicts");
                list.getSelectionModel().select(0);
                list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
                shown.settle();
                rows = rows(shown);
                assertEquals(
                        1,
                        heads(rows).stream().filter(VerdictSheetTest::isFolded).count(),
                        rows.toString());
                assertEquals(shownAlone + TESTS, rows.size() - heads(rows).size(), rows.toString());
                assertTrue(
                        rows.get(TESTS)
                                .contains(Message.of("ui.verify.verdict.MET").text()),
                        rows.get(TESTS));
            }
            return true;
        });
    }

    @Test
    void theNextStepIsNoRestartWhileNobodyKnowsWhetherItWouldOpenEveryDatabase() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "next", "approve", "next");
                String next = shown.find("verdict-next").lookupAll(".label").stream()
                        .map(label -> ((Labeled) label).getText())
                        .collect(Collectors.joining("\n"));
                assertTrue(next.contains(Message.of("ui.verify.step.SETTLE").text()), next);
                assertTrue(shown.shows("restart-practice"), "the restart itself is not taken away");
            }
            return true;
        });
    }

    @Test
    void theBackOutIsShownFromTheVerdictAndNothingRunsBeforeItIsApproved() throws Exception {
        HandMade world = new HandMade();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "next", "approve", "next");
                shown.press("verify-back-out");
                assertTrue(shown.shows("preview-page"));
                assertEquals(1, world.runs().filedIn().size(), "the run that was approved has not begun again");
            }
            return true;
        });
    }

    private static List<String> rows(ShownWindow shown) {
        return ((ListView<?>) shown.find("verdicts"))
                .getItems().stream().map(String::valueOf).toList();
    }

    private static List<String> heads(List<String> rows) {
        return rows.stream().filter(row -> row.startsWith("Head")).toList();
    }

    private static boolean isFolded(String head) {
        return head.endsWith("open=false]");
    }
}
