package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import keyturn.plan.Flows;
import keyturn.plan.flow.Flow;
import keyturn.ui.frame.Appearance;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.RememberedLooks;
import keyturn.ui.wizard.Settings.Looks;
import keyturn.ui.work.DirectBackground;
import keyturn.ui.work.LateBackground;
import org.junit.jupiter.api.Test;

/** Who comes to the sign-in types at once, in the first field that is empty. */
final class FirstFocusTest {

    @Test
    void theFirstEmptyFieldOfTheSignInHasTheFocus() throws Exception {
        HandMade world = new HandMade();
        world.ports(Path.of("runs"))
                .servers()
                .remember(new Known("SQL02", "SQL02", "dba", "", Environment.TEST, HandMade.NOW, Optional.empty()));
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.press("connect");
                assertEquals("server", focused(shown));
                shown.press("cancel");
                ((Button) shown.find("servers").lookup(".known-server")).fire();
                shown.settle();
                assertEquals("password", focused(shown));
            }
            return true;
        });
    }

    /** What comes first in the window is the button of the help: Enter would open it. */
    @Test
    void thePageThatAJobBeginsWithHasTheKeyboard() throws Exception {
        Set<String> elsewhere = new TreeSet<>();
        for (Flow flow : Flows.all()) {
            Toolkit.on(() -> {
                try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                    shown.press("practice");
                    shown.find("place-overview").requestFocus();
                    ((Button) shown.find("turn-to-" + flow.name()))
                            .getOnAction()
                            .handle(new ActionEvent());
                    shown.settle();
                    Node owner = shown.scene().getFocusOwner();
                    boolean there = Stream.iterate(owner, Objects::nonNull, Node::getParent)
                            .anyMatch(node -> "page-room".equals(node.getId()) || "next".equals(node.getId()));
                    if (!there) {
                        elsewhere.add(flow.name() + ": " + owner);
                    }
                }
                return true;
            });
        }
        assertEquals(Set.of(), elsewhere);
    }

    @Test
    void aTryLeavesItsResultInSightAndTheKeyboardAtConnect() throws Exception {
        var late = new LateBackground();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), late, Choice.LIGHT, 1024, 700)) {
                late.arrive();
                shown.press("connect");
                shown.type("server", "SQL02");
                var sheet = (ScrollPane) shown.find("connect-page");
                sheet.setVvalue(sheet.getVmax());
                shown.find("try").requestFocus();
                shown.press("try");
                assertFalse(shown.find("try").isDisabled(), "the keyboard would be handed on");
                late.arrive();
                shown.settle();
                assertEquals("next", focused(shown));
                assertEquals(sheet.getVmin(), sheet.getVvalue());
                assertTrue(shown.shows("tried"));
            }
            return true;
        });
    }

    @Test
    void theFirstStartIsATourWithTheGuideBesideIt() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1280, 800)) {
                assertEquals("tour", focused(shown));
                shown.press("tour");
                assertTrue(shown.shows("inspect-page"));
                assertTrue(shown.shows("help-text"), "the guide is open");
                shown.pressAll("next", "next", "next");
                assertTrue(shown.shows("preview-page") && shown.shows("help-text"));
            }
            try (ShownWindow shown = new ShownWindow(new HandMade().hasHistory(), Choice.LIGHT, 1280, 800)) {
                assertEquals(false, shown.shows("tour"), "not for anyone who has worked here");
            }
            return true;
        });
    }

    @Test
    void theAppearanceThatWasChosenComesBackInTheNextWindow() throws Exception {
        var looks = new RememberedLooks(new HandMade().ports(Path.of("runs")).settings(), new DirectBackground());
        Toolkit.on(() -> {
            assertEquals(
                    Choice.SYSTEM, new Appearance(new Pane(), looks).choice().get());
            looks.keep(Looks.APPEARANCE, Choice.DARK.name());
            assertEquals(Choice.DARK, new Appearance(new Pane(), looks).choice().get());
            looks.keep(Looks.APPEARANCE, "of a later version");
            assertEquals(
                    Choice.SYSTEM, new Appearance(new Pane(), looks).choice().get());
            return true;
        });
    }

    private static String focused(ShownWindow shown) {
        return Optional.ofNullable(shown.scene().getFocusOwner())
                .map(node -> String.valueOf(node.getId()))
                .orElse("nothing");
    }
}
