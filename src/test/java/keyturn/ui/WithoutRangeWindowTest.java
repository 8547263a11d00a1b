package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.runs.RunsModel;
import keyturn.ui.start.StartViewModel;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Test;

/** The window of a program whose practice range is not installed: no card, no button, no menu, nothing dead. */
final class WithoutRangeWindowTest {

    private static <T> T start(HandMade world, Shown<T> look) throws Exception {
        Callable<T> looking = () -> {
            try (var window = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                return look.at(window);
            }
        };
        return Toolkit.on(looking);
    }

    private static List<String> practice(ShownWindow window) {
        return window.scene().getRoot().lookupAll("*").stream()
                .filter(node -> node.getStyleClass().contains("practice")
                        || List.of("practice", "choose-scenario", "practise-upgrade", "practise-rotate-key")
                                .contains(Optional.ofNullable(node.getId()).orElse("")))
                .map(Node::toString)
                .toList();
    }

    private static List<String> dead(ShownWindow window) {
        return window.scene().getRoot().lookupAll("#start .button").stream()
                .filter(Node::isDisabled)
                .map(Node::toString)
                .toList();
    }

    @Test
    void theStartPageOffersNoPracticeAndNothingDead() throws Exception {
        assertFalse(
                start(new HandMade(), WithoutRangeWindowTest::practice).isEmpty(), "it is seen where it is offered");
        assertEquals(List.of(), start(new HandMade().withoutRange(), WithoutRangeWindowTest::practice));
        assertEquals(List.of(), start(new HandMade().withoutRange(), WithoutRangeWindowTest::dead));
    }

    @Test
    void theKeyboardComesBackToAServer() throws Exception {
        boolean focused = start(new HandMade().withoutRange(), window -> {
            window.press("connect");
            window.press("back");
            return window.find("connect").isFocused();
        });
        assertTrue(focused);
    }

    @Test
    void theWayToAServerIsOpen() throws Exception {
        boolean there = start(new HandMade().withoutRange(), window -> {
            window.press("connect");
            return window.find("server").isVisible();
        });
        assertTrue(there);
    }

    @Test
    void itsHelpSpeaksOfNoButtonThatIsNotThere() {
        assertNotEquals(
                model(new HandMade()).help(),
                model(new HandMade().withoutRange()).help());
    }

    @Test
    void nothingStartsWhereNothingIsOffered() {
        StartViewModel model = model(new HandMade().withoutRange());
        model.entered();
        model.practise();
        assertFalse(model.offersPractice());
        assertEquals(List.of(), model.scenarios());
        assertEquals(Optional.empty(), model.busy().getValue());
        assertEquals(Optional.empty(), model.problem().getValue());
    }

    private static StartViewModel model(HandMade world) {
        WizardPorts ports = world.ports(Path.of("runs"));
        var draft = new Draft();
        var background = new DirectBackground();
        var open = new OpenWorld();
        return new StartViewModel(
                draft,
                background,
                new StartViewModel.Ports(ports.worlds(), ports.look(), ports.servers(), ports.opening(), ports.clock()),
                open,
                new RunsModel(
                        draft,
                        background,
                        new RunsModel.Ports(ports.runs(), ports.look(), ports.servers(), path -> {}),
                        open,
                        new RunsModel.Ways(known -> {}, () -> {}, () -> {})),
                new StartViewModel.Ways(
                        () -> {},
                        known -> {},
                        () -> {
                            throw new AssertionError("there is no world to be found");
                        },
                        () -> {},
                        () -> {}));
    }

    /** Looks at a window that is closed afterwards. */
    @FunctionalInterface
    private interface Shown<T> {
        T at(ShownWindow window);
    }
}
