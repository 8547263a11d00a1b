package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Wrapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in other directions of writing, in texts that are broken into lines. */
final class WrappingTest {

    private static final String NAME = "מפתח ההצפנה של מסד הנתונים ] — مفتاح تشفير قاعدة البيانات ' ".repeat(3);

    @ParameterizedTest
    @ValueSource(strings = {"", "abc \u202Edef ghi jkl", "\u2067abc def\u2069 ghi"})
    void atEveryWidthTheyHaveAHeight(String more) throws Exception {
        String text = "Only what works before the change can show that the change broke nothing. The key of " + NAME
                + more + " is protected by the old key, and the run stops if a test fails.";
        double least = Toolkit.on(() -> {
            Label label = Texts.body(text);
            VBox box = new VBox(label);
            Scene scene = new Scene(box);
            box.applyCss();
            return IntStream.rangeClosed(60, 700)
                    .mapToDouble(width -> scene.getRoot().prefHeight(width))
                    .min()
                    .orElseThrow();
        });
        assertTrue(least > 0);
    }

    /** Also in a place that is narrower than a word of theirs, where JavaFX would lose its place for good. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Test "})
    void inEveryPlaceTheyAreLaidOut(String before) throws Exception {
        List<Double> heights = Toolkit.on(() -> IntStream.range(1, 120)
                .mapToObj(step -> laidOut(before + NAME + "ב".repeat(128), 5 * step, 10 + step % 4 * 30))
                .toList());
        assertTrue(heights.stream().allMatch(height -> height > 0), heights.toString());
    }

    private static double laidOut(String text, int width, int height) {
        Label label = Texts.body(text);
        Pane pane = new Pane(label);
        Scene scene = new Scene(pane);
        pane.applyCss();
        label.setMinSize(0, 0);
        label.resize(width, height);
        label.layout();
        return scene.getRoot().lookup(".text").getLayoutBounds().getHeight();
    }

    @Test
    void aControlOfDirectionStandsAsWhatItIs() {
        assertEquals("GO <U+202E>abc", Wrapping.plain("GO \u202Eabc"));
    }
}
