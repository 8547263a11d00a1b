package keyturn.ui.frame;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * A row whose parts give way one after the other where it is narrow: the first that was named becomes narrower until it is gone, then
 * the next. What does not give way keeps its width.
 */
final class GivingWay extends Region {

    private static final double GAP = 16;

    /** Less than this shows nothing that can be read. */
    private static final double LEAST = 64;

    private List<Node> givingWay = List.of();

    /**
     * @param parts from left to right
     * @param first those of them that give way, in this order
     */
    void show(List<Node> parts, List<Node> first) {
        givingWay = List.copyOf(first);
        getChildren().setAll(parts);
    }

    @Override
    protected void layoutChildren() {
        double[] widths = widths(getWidth());
        double at = 0;
        for (int place = 0; place < widths.length; place++) {
            Node part = getChildren().get(place);
            part.setVisible(widths[place] > 0);
            layoutInArea(part, at, 0, widths[place], getHeight(), 0, HPos.LEFT, VPos.CENTER);
            at += widths[place] + (widths[place] > 0 ? GAP : 0);
        }
    }

    private double[] widths(double room) {
        List<Node> parts = getChildren();
        double[] widths = parts.stream()
                .mapToDouble(part -> snapSizeX(part.prefWidth(-1)))
                .toArray();
        for (Node part : new ArrayList<>(givingWay)) {
            int place = parts.indexOf(part);
            double over = whole(widths) - room;
            if (over > 0) {
                double left = widths[place] - over;
                double least = part.equals(givingWay.getLast()) ? LEAST : 0;
                widths[place] = left >= LEAST ? Math.floor(left) : least;
            }
        }
        return widths;
    }

    private static double whole(double[] widths) {
        double whole = -GAP;
        for (double width : widths) {
            whole += width > 0 ? width + GAP : 0;
        }
        return whole;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(
                0,
                whole(getChildren().stream()
                        .mapToDouble(part -> snapSizeX(part.prefWidth(-1)))
                        .toArray()));
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream()
                .mapToDouble(part -> part.prefHeight(-1))
                .max()
                .orElse(0);
    }
}
