package keyturn.ui.preflight;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.Wrapping;
import keyturn.ui.parts.wrap.WrappedLabel;

/** The exact T-SQL by which an operator who may gives this login what the plan needs. */
final class MissingRights {

    private MissingRights() {}

    static Node node(String script, BiConsumer<Window, String> save) {
        Label word = new Label(Tone.ATTENTION.before(Words.of("preflight.grants")));
        word.getStyleClass().add("banner-word");
        Label text = new WrappedLabel(Wrapping.plain(script.strip()));
        text.setId("grant-script");
        text.getStyleClass().add("mono");
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button copy = new Button(Words.of("preflight.grants.copy"));
        copy.setId("grant-copy");
        copy.getStyleClass().add("small");
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(script);
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button keep = new Button(Words.of("preflight.grants.save"));
        keep.setId("grant-save");
        keep.getStyleClass().add("small");
        keep.setOnAction(event -> save.accept(keep.getScene().getWindow(), script));
        VBox box = new VBox(8, word, Texts.body(Words.of("preflight.grants.about")), text, new HBox(8, copy, keep));
        box.getStyleClass().addAll("banner", Tone.ATTENTION.style());
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }
}
