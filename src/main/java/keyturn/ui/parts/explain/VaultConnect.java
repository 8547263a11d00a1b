package keyturn.ui.parts.explain;

import javafx.scene.control.Button;
import keyturn.ui.parts.Words;

/** The button that leads to the sign-in of a vault, where none was looked at. */
public final class VaultConnect {

    private VaultConnect() {}

    public static Button button(String id) {
        Button connect = new Button(Words.of("home.vault.connect"));
        connect.setId(id);
        connect.setMnemonicParsing(false);
        connect.getStyleClass().add("small");
        connect.setMinWidth(Button.USE_PREF_SIZE);
        connect.setAccessibleText(Words.of("home.vault.connect.name"));
        connect.setOnAction(event -> VaultRequest.of(connect));
        return connect;
    }
}
