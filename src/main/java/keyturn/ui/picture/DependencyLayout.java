package keyturn.ui.picture;

import java.util.List;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.Edge;
import keyturn.plan.depend.Health;
import keyturn.plan.depend.PartId;

/**
 * Where everything of a dependency picture stands: the same for the window and for a file.
 *
 * @param heads of the columns
 * @param boxes column by column, from top to bottom
 * @param chips databases, and groups of them, below the columns
 * @param notes sentences and labels
 */
record DependencyLayout(
        double width,
        double height,
        List<Note> heads,
        List<Box> boxes,
        List<Curve> curves,
        List<Box> chips,
        List<Note> notes) {

    DependencyLayout {
        heads = List.copyOf(heads);
        boxes = List.copyOf(boxes);
        curves = List.copyOf(curves);
        chips = List.copyOf(chips);
        notes = List.copyOf(notes);
    }

    /** @param width that there is, at least {@value LayoutBuilder#LEAST_WIDTH} */
    static DependencyLayout of(DependencyGraph graph, double width) {
        return new LayoutBuilder(graph, Math.max(LayoutBuilder.LEAST_WIDTH, width)).layout();
    }

    /**
     * A part.
     *
     * @param name whole
     * @param lines of the name, as many as there is room for
     * @param caption empty: none
     */
    record Box(PartId part, String name, List<String> lines, String caption, Health.State state, BoxArea area) {

        Box {
            lines = List.copyOf(lines);
        }

        /** One whose name stands in one line. */
        Box(PartId part, String name, Health.State state, BoxArea area) {
            this(part, name, List.of(name), "", state, area);
        }
    }

    /** Words without a border. */
    record Note(String text, BoxArea area) {}

    /** A line from the right edge of a box to the left edge of another one. */
    record Curve(Edge edge, double fromX, double fromY, double toX, double toY) {

        /** How far the ends go on straight before they turn. */
        double reach() {
            return Math.max(6, (toX - fromX) / 2);
        }
    }
}
