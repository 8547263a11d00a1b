package keyturn.ui.parts;

import javafx.scene.control.Label;

/** A word on a tint: what kind of thing this is, or how it stands. */
public record Tag(Tone tone, String word) {

    /** A new label; a node has one place only. */
    public Label node() {
        Label label = new Label(tone.before(word));
        label.getStyleClass().addAll("tag", tone.style());
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setAccessibleText(word);
        return label;
    }
}
