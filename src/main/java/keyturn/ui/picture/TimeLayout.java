package keyturn.ui.picture;

import java.util.List;
import keyturn.plan.depend.Health;
import keyturn.plan.due.TimeLine;

/**
 * Where everything of a time line stands: the same for the window and for a file.
 *
 * @param today where the mark of the inspection's day stands, from left
 * @param axis from top, where the ticks are
 * @param labels all words but those of the ticks
 */
record TimeLayout(
        double width,
        double height,
        double today,
        double axis,
        List<Bar> bars,
        List<Dot> dots,
        List<Label> labels,
        List<Label> ticks) {

    TimeLayout {
        bars = List.copyOf(bars);
        dots = List.copyOf(dots);
        labels = List.copyOf(labels);
        ticks = List.copyOf(ticks);
    }

    /** @param width that there is, at least {@value LayoutBuilder#LEAST_WIDTH} */
    static TimeLayout of(TimeLine line, double width) {
        return new TimeLayoutBuilder(line, Math.max(LayoutBuilder.LEAST_WIDTH, width)).layout();
    }

    /** The whole row, and the part of it in which a key is in use before it is due. */
    record Bar(double from, double to, double y, boolean inUse) {}

    /** A date on a bar. */
    record Dot(double x, double y, Health.State state) {}

    /**
     * Words.
     *
     * @param strong the name of a row
     * @param state of a date; a plain word has that of what is fine
     * @param toEnd they end where the area ends
     */
    record Label(String text, boolean strong, boolean ofDate, Health.State state, boolean toEnd, BoxArea area) {

        /** As it is shown: a date with the sign of its state. */
        String shown() {
            String sign = ofDate ? StateSign.sign(state) : "";
            return sign.isEmpty() ? text : sign + " " + text;
        }
    }
}
