package keyturn.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import keyturn.ui.frame.Appearance;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.Background;
import keyturn.ui.work.DirectBackground;

/** A window on show around a hand-made world; on JavaFX's thread only. */
final class ShownWindow implements AutoCloseable {

    private final Stage stage = new Stage();
    private final Scene scene;

    ShownWindow(HandMade world, Appearance.Choice theme, int width, int height) {
        this(world, new DirectBackground(), theme, width, height);
    }

    ShownWindow(HandMade world, Background background, Appearance.Choice theme, int width, int height) {
        this(world, background, Optional.of(theme), width, height);
    }

    private ShownWindow(
            HandMade world, Background background, Optional<Appearance.Choice> theme, int width, int height) {
        Wizard wizard = new Wizard(world.ports(Path.of("runs")), background, new OpenWorld());
        Window.frame(stage, wizard.frame());
        theme.ifPresent(chosen -> wizard.frame().appearance().choice().set(chosen));
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        scene = stage.getScene();
        settle();
    }

    /** With the appearance that was kept. */
    static ShownWindow asKept(HandMade world, int width, int height) {
        return new ShownWindow(world, new DirectBackground(), Optional.empty(), width, height);
    }

    Scene scene() {
        return scene;
    }

    Node find(String id) {
        Node node = scene.lookup("#" + id);
        if (node == null) {
            throw new AssertionError("#" + id + " is not in sight");
        }
        return node;
    }

    void press(String id) {
        ((ButtonBase) find(id)).fire();
        settle();
    }

    void pressAll(String... ids) {
        List.of(ids).forEach(this::press);
    }

    void type(String id, String text) {
        ((TextField) find(id)).setText(text);
        settle();
    }

    /** What a label or button says. */
    String text(String id) {
        return ((Labeled) find(id)).getText();
    }

    /** All that a place says. */
    String texts(String id) {
        return find(id).lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }

    boolean shows(String id) {
        Optional<Node> node = Optional.ofNullable(scene.lookup("#" + id));
        boolean visible = node.isPresent();
        for (;
                visible && node.isPresent();
                node = Optional.ofNullable(node.get().getParent())) {
            visible = node.get().isVisible();
        }
        return visible;
    }

    /** To what was found on a server that its DBA marks so. */
    void connectAs(Environment environment) {
        press("connect");
        type("server", "SQLPROD07");
        @SuppressWarnings("unchecked")
        ComboBox<Environment> box = (ComboBox<Environment>) find("environment");
        box.setValue(environment);
        press("next");
    }

    /** As the system does when somebody closes the window. */
    void askToClose() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    void settle() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    @Override
    public void close() {
        stage.close();
    }
}
