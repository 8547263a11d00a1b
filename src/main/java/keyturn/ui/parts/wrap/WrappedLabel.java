package keyturn.ui.parts.wrap;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A label in several lines. JavaFX (25 and 26) loses its place where a line ends inside a word of right-to-left letters, and from then
 * on the window stays empty. So in a place that is narrower than such a word the label stands in one line, cut.
 */
public final class WrappedLabel extends Label {

    private static final Pattern RIGHT_TO_LEFT =
            Pattern.compile("[\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}\\p{IsThaana}\\p{IsNko}\u200F]");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Measured measured = new Measured("", Font.getDefault(), 0);

    /** The widest word of right-to-left letters in a text, in pixels; 0 where there is none. */
    private record Measured(String text, Font font, double widest) {

        static Measured of(String text, Font font) {
            double widest = RIGHT_TO_LEFT.matcher(text).find()
                    ? BLANKS.splitAsStream(text)
                            .filter(word -> RIGHT_TO_LEFT.matcher(word).find())
                            .mapToDouble(word -> width(word, font))
                            .max()
                            .orElse(0)
                    : 0;
            return new Measured(text, font, widest);
        }

        private static double width(String word, Font font) {
            Text alone = new Text(word);
            alone.setFont(font);
            return Math.ceil(alone.getLayoutBounds().getWidth());
        }
    }

    public WrappedLabel(String text) {
        super(text);
        setWrapText(true);
    }

    @Override
    public void resize(double width, double height) {
        setWrapText(width >= least());
        super.resize(width, height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(wideEnough(width));
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(wideEnough(width));
    }

    private double wideEnough(double width) {
        return width < 0 ? width : Math.max(width, least());
    }

    private double least() {
        if (!measured.text().equals(getText()) || !measured.font().equals(getFont())) {
            measured = Measured.of(Stream.ofNullable(getText()).findFirst().orElse(""), getFont());
        }
        return measured.widest() == 0 ? 0 : measured.widest() + snappedLeftInset() + snappedRightInset();
    }
}
