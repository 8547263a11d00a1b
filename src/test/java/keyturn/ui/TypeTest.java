package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Typeface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The type as JavaFX has it in the window: ours on every machine, in the sizes of the drawings. */
final class TypeTest {

    private static final double SIZE = 13;
    private static final double LINE = 20;
    private static final String SENTENCE = "Only a test that succeeds before the change can show that nothing broke.";

    @Test
    void theProgramBringsItsOwnTypeInTheWeightsThatItUses() throws Exception {
        Toolkit.on(() -> {
            assertTrue(Typeface.load());
            Font regular = Font.font(Typeface.sans(), SIZE);
            Font bold = Font.font(Typeface.sans(), FontWeight.BOLD, SIZE);
            assertEquals(Typeface.sans(), regular.getFamily());
            assertEquals(Typeface.sans(), bold.getFamily());
            assertNotEquals(regular.getName(), bold.getName());
            assertEquals(Typeface.mono(), Font.font(Typeface.mono(), SIZE).getFamily());
            return true;
        });
    }

    /** JavaFX fills large letters from their outlines, and leaves holes where contours overlap. */
    @ParameterizedTest
    @ValueSource(strings = {"keyturn-sans", "keyturn-sans-bold", "keyturn-mono"})
    void noLetterHasContoursThatOverlap(String file) throws Exception {
        try (InputStream in = Typeface.class.getResourceAsStream("/keyturn/ui/fonts/" + file + ".ttf")) {
            var font = java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in).deriveFont(1000f);
            var screen = new FontRenderContext(null, true, true);
            List<String> holes = IntStream.rangeClosed('!', '~')
                    .mapToObj(Character::toString)
                    .filter(letter ->
                            overlaps(font.createGlyphVector(screen, letter).getOutline()))
                    .toList();
            assertEquals(List.of(), holes);
        }
    }

    private static boolean overlaps(Shape outline) {
        Path2D whole = new Path2D.Double(outline);
        whole.setWindingRule(Path2D.WIND_NON_ZERO);
        Path2D holed = new Path2D.Double(outline);
        holed.setWindingRule(Path2D.WIND_EVEN_ODD);
        Area difference = new Area(whole);
        difference.exclusiveOr(new Area(holed));
        return Math.min(
                        difference.getBounds2D().getWidth(),
                        difference.getBounds2D().getHeight())
                > 2;
    }

    @Test
    void digitsStandUnderOneAnother() throws Exception {
        Set<Double> widths = Toolkit.on(() -> IntStream.rangeClosed('0', '9')
                .mapToObj(digit -> width(Character.toString(digit).repeat(10)))
                .collect(Collectors.toSet()));
        assertEquals(1, widths.size(), widths::toString);
    }

    @Test
    void proseIsSetInLinesOfTwentyPixelsAndSeventyTwoLetters() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(new HandMade(), Choice.LIGHT, 1920, 1080)) {
                Label one = Texts.body(SENTENCE);
                Label two = Texts.body(SENTENCE + " " + SENTENCE);
                Label three = Texts.body(SENTENCE + " " + SENTENCE + " " + SENTENCE);
                ((BorderPane) shown.scene().getRoot().lookup(".frame")).setCenter(new VBox(one, two, three));
                shown.settle();
                assertEquals(Typeface.sans(), one.getFont().getFamily());
                assertTrue(one.getHeight() < LINE, () -> "one line of 72 letters: " + one.getHeight());
                assertEquals(LINE, two.getHeight() - one.getHeight(), 1);
                assertEquals(2 * LINE, three.getHeight() - one.getHeight(), 1);
            }
            return true;
        });
    }

    private static double width(String text) {
        Text sample = new Text(text);
        sample.setFont(Font.font(Typeface.sans(), SIZE));
        return sample.getLayoutBounds().getWidth();
    }
}
