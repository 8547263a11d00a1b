package keyturn.ui.settings;

import java.util.List;
import java.util.Optional;
import keyturn.ui.parts.Words;

/**
 * How large everything is.
 *
 * @param percent of how it was drawn
 */
public record TextScale(int percent) {

    static final TextScale USUAL = new TextScale(100);

    static final List<TextScale> OFFERED = List.of(
            new TextScale(80),
            new TextScale(90),
            USUAL,
            new TextScale(110),
            new TextScale(125),
            new TextScale(150),
            new TextScale(175),
            new TextScale(200));

    private static final double WHOLE = 100;

    /** Empty: the text is no size that is offered. */
    static Optional<TextScale> read(String text) {
        return OFFERED.stream()
                .filter(one -> String.valueOf(one.percent()).equals(text))
                .findFirst();
    }

    /** The nearest that is offered. */
    static TextScale of(double factor) {
        return OFFERED.stream()
                .min((one, other) -> Double.compare(Math.abs(one.factor() - factor), Math.abs(other.factor() - factor)))
                .orElse(USUAL);
    }

    /** 1 is as drawn. */
    double factor() {
        return percent / WHOLE;
    }

    /** As the combo box shows it. */
    @Override
    public String toString() {
        return Words.of("settings.size.percent", percent);
    }
}
