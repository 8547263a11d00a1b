package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.ServerLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known servers are named, grouped, coloured, marked, removed and brought in. */
final class ServersPageTest {

    @TempDir
    private Path folder;

    @Test
    void aServerIsNamedGroupedAndMarkedAndRemoved() throws Exception {
        HandMade world = new HandMade().hasServers(Known.named("SQL01"), Known.named("SQL02"));
        KnownServers servers = world.ports(folder).servers();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.pressAll("servers-manage", "servers-edit-SQL01");
                shown.type("server-name-edit", "Payroll");
                ((ComboBox<?>) shown.find("server-group-edit")).getEditor().setText("Finance");
                choose(shown, "server-colour-edit", ServerLabel.Colour.RED);
                choose(shown, "server-environment-edit", Environment.PRODUCTION);
                shown.press("server-save");
                shown.pressAll("servers-remove-SQL02", "servers-undo", "servers-remove-SQL02");
                assertTrue(shown.texts("servers-page").contains("Finance"));
                shown.press("next");
                assertTrue(shown.shows("start"));
                assertTrue(shown.texts("servers").contains("Payroll"), shown.texts("servers"));
                shown.find("servers").lookup(".stripe-red").requestFocus();
            }
            return true;
        });
        var label = new ServerLabel("Payroll", "Finance", ServerLabel.Colour.RED);
        assertEquals(1, servers.all().size());
        assertEquals(label, servers.all().getFirst().label());
        assertEquals(Environment.PRODUCTION, servers.all().getFirst().environment());
    }

    @Test
    void enterSavesAndEscapeLeavesTheServerThatIsEditedAndNotThePage() throws Exception {
        HandMade world = new HandMade().hasServers(Known.named("SQL01"), Known.named("SQL02"));
        KnownServers servers = world.ports(folder).servers();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.pressAll("servers-manage", "servers-edit-SQL01");
                assertEquals("server-name-edit", focused(shown));
                shown.type("server-name-edit", "Payroll");
                assertTrue(shown.find("next").isDisabled(), "what was typed is not lost without a word");
                Keys.push(shown, KeyCode.ENTER);
                assertTrue(shown.shows("servers-page") && !shown.shows("server-editor"));
                assertEquals("servers-edit-SQL01", focused(shown));
                shown.press("servers-edit-SQL02");
                Keys.push(shown, KeyCode.ESCAPE);
                assertTrue(shown.shows("servers-page") && !shown.shows("server-editor"));
                shown.find("servers-remove-SQL02").requestFocus();
                shown.press("servers-remove-SQL02");
                assertEquals("servers-undo", focused(shown));
            }
            return true;
        });
        assertEquals("Payroll", servers.all().getFirst().label().name());
    }

    @Test
    void aLongListHidesNoButtonOfTheStartPage() throws Exception {
        Known[] many = IntStream.range(0, 60)
                .mapToObj(place -> Known.named("BRANCH" + place))
                .toArray(Known[]::new);
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade().hasServers(many), Choice.LIGHT, 1280, 800)) {
                Node last = shown.find("explain");
                assertTrue(last.localToScene(last.getBoundsInLocal()).getMaxY() < 800, "in sight");
                shown.type("servers-find", "BRANCH59");
                assertTrue(shown.texts("servers").contains("BRANCH59"));
                assertFalse(shown.shows("servers-more"));
            }
            return true;
        });
    }

    @Test
    void aServerIsAddedAndMovedToAnotherAddressAndADoubleClickConnects() throws Exception {
        HandMade world = new HandMade();
        KnownServers servers = world.ports(folder).servers();
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.pressAll("servers-manage", "servers-add");
                assertEquals("server-address-edit", focused(shown));
                Keys.push(shown, KeyCode.ENTER);
                assertTrue(shown.shows("server-editor"), "no server without an address");
                shown.type("server-address-edit", "SQL08");
                Keys.push(shown, KeyCode.ENTER);
                shown.press("servers-edit-SQL08");
                shown.type("server-address-edit", "SQL09,1455");
                shown.press("server-save");
                assertEquals("SQL09,1455", servers.all().getFirst().address());
                doubleClick(shown.find("servers-page")
                        .lookup(".step-title")
                        .getParent()
                        .getParent());
                shown.settle();
                assertTrue(shown.shows("connect-page"));
            }
            return true;
        });
        assertEquals("SQL08", servers.all().getFirst().shown());
    }

    private static void doubleClick(Node node) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        2,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    private static String focused(ShownWindow shown) {
        return Optional.ofNullable(shown.scene().getFocusOwner())
                .map(node -> String.valueOf(node.getId()))
                .orElse("nothing");
    }

    @Test
    void aListOfManagementStudioIsBroughtIn() throws Exception {
        Path list = folder.resolve("RegSrvr.xml");
        Files.writeString(list, """
                <m xmlns:r="urn:r"><r:RegisteredServer><Uri>/RegisteredServersStore/ServerGroup/DatabaseEngineServerGroup/ServerGroup/Prod</Uri>
                <r:Name>Payroll</r:Name><r:ServerName>SQL01\\FIN</r:ServerName></r:RegisteredServer></m>
                """);
        HandMade world = new HandMade();
        world.serverList = Optional.of(list);
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Choice.LIGHT, 1280, 800)) {
                shown.pressAll("servers-manage", "servers-studio");
                assertTrue(shown.shows("servers-told"));
                shown.press("servers-connect-SQL01\\FIN");
                assertTrue(shown.shows("connect-page"));
                assertFalse(shown.shows("servers-page"));
            }
            return true;
        });
        Known brought = world.ports(folder).servers().all().getFirst();
        assertEquals("Payroll", brought.label().name());
        assertEquals(Environment.PRODUCTION, brought.environment());
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(ShownWindow shown, String id, T value) {
        ((ComboBox<T>) shown.find(id)).setValue(value);
        shown.settle();
    }
}
