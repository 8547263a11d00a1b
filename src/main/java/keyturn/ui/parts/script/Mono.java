package keyturn.ui.parts.script;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import keyturn.ui.parts.Typeface;

/** The type of scripts; JavaFX's style sheets know no list of families to fall back on. */
public final class Mono {

    private static final double SIZE = 12;
    private static final int SAMPLE = 100;

    private Mono() {}

    /** A style sheet of one rule, to be added to a scene: {@code .mono} in that family. */
    public static String styleSheet() {
        String rule = ".mono { -fx-font-family: \"" + Typeface.mono() + "\"; -fx-font-size: " + (int) SIZE + "px; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8));
    }

    /** The width of one column in pixels. */
    static double columnWidth() {
        Text sample = new Text("0".repeat(SAMPLE));
        sample.setFont(Font.font(Typeface.mono(), SIZE));
        return sample.getLayoutBounds().getWidth() / SAMPLE;
    }
}
