package keyturn.ui.wizard;

import javafx.scene.control.TextField;
import keyturn.ui.parts.Words;

/** A field for the name of the server that something would change on. */
public final class ConfirmField {

    private static final double WIDTH = 192;

    private ConfirmField() {}

    public static TextField of(ServerConfirmation confirmation) {
        TextField field = new TextField();
        field.setId("confirm-server");
        field.setPrefWidth(WIDTH);
        field.setMinWidth(WIDTH);
        field.setPromptText(Words.of("confirm.prompt"));
        field.setAccessibleText(Words.of("confirm.name"));
        field.textProperty().bindBidirectional(confirmation.typed());
        return field;
    }
}
