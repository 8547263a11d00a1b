package keyturn.ui.preflight;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import keyturn.plan.check.HostLook;
import keyturn.script.powershell.HostLookLine;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The PowerShell that shows on the host what a check asks, to be copied. */
final class LookLine {

    private LookLine() {}

    /** @param id of the check; the button is {@code copy-ID} */
    static HBox node(String id, String check, HostLook look) {
        String line = HostLookLine.of(look);
        Label shown = Texts.cut("mono");
        shown.setText(line);
        shown.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(shown, Priority.ALWAYS);
        Button copy = new Button(Words.of("preflight.look.copy"));
        copy.setId("copy-" + id);
        copy.getStyleClass().add("small");
        copy.setMinWidth(Button.USE_PREF_SIZE);
        copy.setAccessibleText(Words.of("preflight.look.name", check));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(line);
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox row = new HBox(8, shown, copy);
        row.getStyleClass().add("look-line");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
