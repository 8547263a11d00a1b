package keyturn.ui;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import keyturn.ui.frame.Appearance;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.DirectBackground;

/** A window on show around a hand-made world; on JavaFX's thread only. */
final class ShownWindow implements AutoCloseable {

    private final Stage stage = new Stage();
    private final Scene scene;

    ShownWindow(HandMade world, Appearance.Choice theme, int width, int height) {
        Wizard wizard = new Wizard(world.ports(Path.of("runs")), new DirectBackground(), new OpenWorld(), folder -> {});
        Window.frame(stage, wizard.frame());
        wizard.frame().appearance().choice().set(theme);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        scene = stage.getScene();
        settle();
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

    void settle() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    @Override
    public void close() {
        stage.close();
    }
}
