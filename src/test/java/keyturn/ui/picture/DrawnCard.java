package keyturn.ui.picture;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import keyturn.tools.Picture;

/** Parts of a page on a stage of their own, on JavaFX's thread only. */
public final class DrawnCard implements AutoCloseable {

    private final Stage stage = new Stage();

    public DrawnCard(boolean dark, double width, double height, Node... parts) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        VBox body = new VBox(12, parts);
        body.getStyleClass().add("sheet-body");
        ScrollPane root = new ScrollPane(body);
        root.setFitToWidth(true);
        root.getStyleClass().add("sheet");
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("dark"), dark);
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets()
                .add(Objects.requireNonNull(DrawnCard.class.getResource("/keyturn/ui/keyturn.css"))
                        .toExternalForm());
        stage.setScene(scene);
        stage.show();
        settle();
    }

    public void picture(String name) {
        Picture.save(stage.getScene(), Picture.FOLDER.resolve(name));
    }

    Scene scene() {
        return stage.getScene();
    }

    void settle() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    Node find(String id) {
        return Objects.requireNonNull(stage.getScene().lookup("#" + id), id);
    }

    /** Where the focus is. */
    void key(KeyCode code) {
        Node at = Objects.requireNonNull(stage.getScene().getFocusOwner(), "nothing has the focus");
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
        settle();
    }

    @Override
    public void close() {
        stage.close();
    }
}
