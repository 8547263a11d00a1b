package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import keyturn.domain.Message;
import keyturn.ui.frame.Appearance.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreviewPaneTest {

    @Test
    void aSelectedLineSelectsItsStepAndASelectedStepMarksItsLines() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = preview()) {
                ListView<?> script = (ListView<?>) shown.find("script");
                ListView<?> steps = (ListView<?>) shown.find("steps");
                script.getSelectionModel().clearAndSelect(script.getItems().size() - 1);
                assertEquals(
                        steps.getItems().size() - 1, steps.getSelectionModel().getSelectedIndex());
                steps.getSelectionModel().select(0);
                shown.settle();
                assertTrue(
                        shown.scene().getRoot().lookupAll(".script-row:marked").size() > 1);
            }
            return true;
        });
    }

    @Test
    void findCountsAndGoesRound() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = preview()) {
                Runnable find = shown.scene()
                        .getAccelerators()
                        .get(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN));
                assertNotNull(find, "Ctrl+F is bound");
                find.run();
                shown.settle();
                ((TextField) shown.find("script-find-text")).setText("from file");
                assertEquals("1 of 1", text(shown));
                ((TextField) shown.find("script-find-text")).setText("backup");
                String all = text(shown).substring("1 of ".length());
                shown.press("script-find-previous");
                assertEquals(all + " of " + all, text(shown));
                shown.press("script-find-next");
                assertEquals("1 of " + all, text(shown));
                ((TextField) shown.find("script-find-text")).setText("no such text");
                assertEquals("not found", text(shown));
            }
            return true;
        });
    }

    @Test
    void theWayBackIsReadAndSavedAsItWouldBeSent(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("back.sql");
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade().savesTo(file), Choice.LIGHT, 1280, 800)) {
                shown.press("practice");
                shown.press("next");
                shown.press("tab-backout");
                shown.press("save");
                shown.press("script-plain");
                String text = ((TextArea) shown.find("script-text")).getText();
                assertTrue(text.startsWith("ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM]"), text);
                assertTrue(text.contains(HandMade.OLD.value()), text);
                assertFalse(text.contains(HandMade.NEW.value()), text);
            }
            return true;
        });
        List<String> batches = List.of(Files.readString(file).split("\nGO\n"));
        assertEquals(2, batches.size(), "FROM FILE, ENABLE: " + batches);
        assertTrue(batches.getFirst().contains(HandMade.OLD.value()));
        assertTrue(batches.getLast().endsWith(" ENABLE;"));
    }

    @Test
    void thePaneHidesAndComesBackAndIsInSightWhereOneApproves() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                shown.press("practice");
                shown.press("next");
                assertTrue(!((ListView<?>) shown.find("script")).getItems().isEmpty(), "live before Next");
                double page = shown.find("choose-page").getLayoutBounds().getWidth();
                shown.press("hide-preview");
                assertFalse(
                        shown.find("script").getParent().getParent().getParent().isVisible());
                assertTrue(shown.find("choose-page").getLayoutBounds().getWidth() > page + 400);
                shown.press("next");
                shown.press("next");
                assertTrue(
                        shown.find("script").getParent().getParent().getParent().isVisible());
                assertFalse(shown.find("hide-preview").getParent().getParent().isVisible());
            }
            return true;
        });
    }

    @Test
    void theSelectedStepSaysWhetherTheCallerHasItsPermission() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = preview()) {
                assertSaid(shown, "held");
            }
            try (ShownWindow shown = new ShownWindow(new HandMade().mayNotChange(), Choice.LIGHT, 1280, 800)) {
                shown.pressAll("practice", "next", "next", "next");
                assertSaid(shown, "lacking");
            }
            return true;
        });
    }

    private static void assertSaid(ShownWindow shown, String standing) {
        String said = Message.of("ui.preview.about.needs." + standing, "CONTROL SERVER")
                .text();
        assertTrue(
                shown.find("about-step").lookupAll(".about-line").stream()
                        .anyMatch(line -> line.getAccessibleText().endsWith(said)),
                said);
    }

    private static ShownWindow preview() {
        ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800);
        shown.press("practice");
        shown.press("next");
        shown.press("next");
        shown.press("next");
        return shown;
    }

    private static String text(ShownWindow shown) {
        return ((Labeled) shown.find("script-find-count")).getText();
    }
}
