package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Wrapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in other directions of writing, in texts that are broken into lines. */
final class WrappingTest {

    private static final List<String> PARTS = List.of(
            "מפתח",
            "ההצפנה",
            "של",
            " ",
            " ",
            " ",
            "مفتاح",
            "تشفير",
            "]",
            "—",
            "'",
            "abc",
            "Payroll",
            "12",
            "_",
            "-",
            ".",
            "(",
            "דבר",
            "\u202E",
            "ALTER DATABASE ",
            "אבגדהוזחטיכלמנסעפצקרשת",
            "; ",
            "\n");

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

    /** Names as they come: what is laid out at any width, measured before or not, in any order, has its lines. */
    @Test
    void whateverIsMixedIsLaidOut() throws Exception {
        Random random = new Random(7);
        List<Double> heights = Toolkit.on(() -> IntStream.range(0, 400)
                .mapToObj(round -> laidOut(mixed(random), 5 + random.nextInt(400), 10 + random.nextInt(90)))
                .toList());
        assertTrue(heights.stream().allMatch(height -> height > 0), heights.toString());
    }

    private static String mixed(Random random) {
        return IntStream.range(0, 2 + random.nextInt(25))
                .mapToObj(part -> PARTS.get(random.nextInt(PARTS.size())))
                .collect(Collectors.joining());
    }

    /** Each word in its place, and whole where there is room for it. */
    @Test
    void theLinesOfANameHoldItsWordsInTheirOrder() throws Exception {
        String shown = Toolkit.on(() -> {
            Label label = Texts.body(NAME);
            Pane pane = new Pane(label);
            new Scene(pane);
            pane.applyCss();
            label.resize(220, label.prefHeight(220));
            label.layout();
            return ((Text) label.lookup(".text")).getText();
        });
        assertTrue(shown.lines().count() > 2, shown);
        assertEquals(NAME.strip(), shown.replace('\n', ' '));
    }

    @Test
    void aControlOfDirectionStandsAsWhatItIs() {
        assertEquals("GO <U+202E>abc", Wrapping.plain("GO \u202Eabc"));
    }
}
