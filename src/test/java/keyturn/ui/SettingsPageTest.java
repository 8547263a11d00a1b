package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import keyturn.domain.Message;
import keyturn.plan.Flows;
import keyturn.tools.RealDoors;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.settings.ProxyKind;
import keyturn.ui.wizard.ShownTimes;
import org.junit.jupiter.api.Test;

/** What is set holds at once, and in the next window. */
final class SettingsPageTest {

    @Test
    void settingsAreFoundAgainInTheNextWindow() throws Exception {
        HandMade world = new HandMade();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1600, 1000)) {
                shown.press("settings-open");
                first(shown, "text-size", "125");
                chooseLast(shown, "appearance-choice");
                chooseLast(shown, "times");
                chooseLast(shown, "rotation-due");
                shown.press("next");
                assertTrue(shown.shows("start"), "back to where one came from");
            }
            return true;
        });
        Toolkit.on(() -> {
            try (ShownWindow shown = ShownWindow.asKept(world, 1600, 1000)) {
                Region content = (Region) shown.scene().getRoot().lookup(".frame");
                assertEquals(1600 / 1.25, content.getWidth(), 1);
                var contrast = PseudoClass.getPseudoClass("high-contrast");
                assertTrue(shown.scene().getRoot().getPseudoClassStates().contains(contrast));
                var zone = world.ports(Path.of("runs")).desk().zone();
                assertEquals(ShownTimes.UTC, zone.chosen());
                assertEquals(ZoneOffset.UTC, zone.zone().get());
                shown.press("settings-open");
                assertEquals(
                        3, world.ports(Path.of("runs")).settings().rotationDue().getYears());
            }
            return true;
        });
    }

    @Test
    void keysMakeItLargerAndLeadToSettingsAndBack() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                Region content = (Region) shown.scene().getRoot().lookup(".frame");
                double before = content.getWidth();
                Keys.shortcut(shown, KeyCode.EQUALS);
                assertTrue(content.getWidth() < before, "larger letters, fewer of them");
                Keys.shortcut(shown, KeyCode.DIGIT0);
                assertEquals(before, content.getWidth(), 1);
                Keys.shortcut(shown, KeyCode.COMMA);
                assertTrue(shown.shows("settings-page-settings"));
                shown.press("settings-shortcuts");
                assertTrue(shown.shows("shortcuts"));
                shown.press("settings-about");
                assertTrue(shown.texts("versions").contains(System.getProperty("java.runtime.version")));
                assertFalse(shown.texts("versions").contains("N/A"), "what is known of the builder, or nothing");
                shown.press("copy-state");
                assertEquals(
                        RealDoors.desk().places().state().toAbsolutePath().normalize(),
                        Path.of(Clipboard.getSystemClipboard().getString()));
                Keys.push(shown, KeyCode.ESCAPE);
                assertTrue(shown.shows("start"));
            }
            return true;
        });
    }

    @Test
    void thePaletteFindsWhatCanBeDoneNow() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.find("connect").requestFocus();
                Keys.palette(shown);
                assertTrue(shown.shows("palette"));
                Keys.push(shown, KeyCode.ESCAPE);
                assertFalse(shown.shows("palette"));
                assertEquals("connect", shown.scene().getFocusOwner().getId(), "where the keyboard was");
                Keys.palette(shown);
                shown.type("palette-find", "all runs");
                Keys.push(shown, KeyCode.ENTER);
                assertTrue(shown.shows("runs-page"));
            }
            return true;
        });
    }

    @Test
    void whatCannotBeKeptOrIsNotInUseIsSaid() throws Exception {
        HandMade world = new HandMade();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.press("settings-open");
                @SuppressWarnings("unchecked")
                var proxy = (ComboBox<ProxyKind>) shown.find("proxy");
                proxy.setValue(ProxyKind.NONE);
                proxy.setValue(ProxyKind.ADDRESS);
                shown.settle();
                assertTrue(
                        shown.texts("settings-page-settings")
                                .contains(Message.of("ui.settings.proxy.wrong", ProxyKind.NONE)
                                        .text()),
                        "which proxy is used until the address is right");
                world.settings.refuse();
                @SuppressWarnings("unchecked")
                var times = (ComboBox<ShownTimes>) shown.find("times");
                times.setValue(ShownTimes.UTC);
                shown.settle();
                assertTrue(shown.shows("problem"), "the page promises to keep it");
            }
            return true;
        });
    }

    @Test
    void theTitleNamesTheServer() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.press("practice");
                assertEquals(
                        Message.of(
                                        "ui.attention.title",
                                        shown.text("server-name"),
                                        Message.of("ui.product").text())
                                .text(),
                        ((Stage) shown.scene().getWindow()).getTitle());
                shown.press("cancel");
                assertEquals(
                        Message.of("ui.product").text(), ((Stage) shown.scene().getWindow()).getTitle());
            }
            return true;
        });
    }

    @Test
    void thePaletteKnowsJobsChecksAndNumbersOnEveryPage() throws Exception {
        String rotate = Flows.named("rotate-key")
                .orElseThrow()
                .words("window.card.title")
                .text();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.press("settings-open");
                Keys.palette(shown);
                shown.type("palette-find", "33049");
                Keys.push(shown, KeyCode.ENTER);
                assertTrue(shown.shows("trouble-page"));
                shown.pressAll("back", "next", "practice", "place-keys", "settings-open");
                Keys.palette(shown);
                shown.type("palette-find", rotate);
                Keys.push(shown, KeyCode.ENTER);
                assertTrue(shown.shows("rotate-page"));
                Keys.palette(shown);
                shown.type("palette-find", Message.of("ui.palette.checks").text());
                Keys.push(shown, KeyCode.ENTER);
                assertTrue(shown.shows("trouble-page"));
            }
            return true;
        });
    }

    @Test
    void escapeLeadsBackAndNeverAwayFromARun() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next");
                assertTrue(shown.shows("choose-page"));
                Keys.push(shown, KeyCode.ESCAPE);
                assertTrue(shown.shows("inspect-page"));
                shown.pressAll("next", "next", "next", "approve");
                Keys.push(shown, KeyCode.ESCAPE);
                assertTrue(shown.shows("run"));
            }
            return true;
        });
    }

    @Test
    void whoReadsHelpAfterARunDoesNotRunItAgain() throws Exception {
        HandMade world = new HandMade();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "next", "approve");
                int runs = world.runs().filedIn().size();
                shown.pressAll("settings-open", "next");
                assertTrue(shown.shows("run"));
                shown.pressAll("help", "help-questions", "back");
                assertTrue(shown.shows("run"));
                assertEquals(runs, world.runs().filedIn().size());
                shown.press("next");
                assertTrue(shown.shows("verify-page"));
            }
            return true;
        });
    }

    @Test
    void aWindowComesBackWhereItWasAndOnlyWhereAScreenIs() throws Exception {
        Optional<WindowPlace> place = WindowPlace.read("40 30 1300 820 false");
        assertEquals("40 30 1300 820 false", place.orElseThrow().text());
        assertEquals(Optional.empty(), WindowPlace.read("40 30"));
        Toolkit.on(() -> {
            Stage stage = new Stage();
            place.get().apply(stage);
            assertEquals(40, stage.getX());
            assertEquals(820, stage.getHeight());
            Stage other = new Stage();
            WindowPlace.read("90000 30 1300 820 false").orElseThrow().apply(other);
            assertTrue(Double.isNaN(other.getX()), "the system finds a place");
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> void first(ShownWindow shown, String id, String words) {
        ComboBox<T> box = (ComboBox<T>) shown.find(id);
        box.setValue(box.getItems().stream()
                .filter(item -> item.toString().contains(words))
                .findFirst()
                .orElseThrow());
        shown.settle();
    }

    @SuppressWarnings("unchecked")
    private static <T> void chooseLast(ShownWindow shown, String id) {
        ComboBox<T> box = (ComboBox<T>) shown.find(id);
        box.setValue(box.getItems().getLast());
        shown.settle();
    }
}
