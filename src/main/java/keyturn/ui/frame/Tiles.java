package keyturn.ui.frame;

import java.util.Collection;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Cards of one width beside each other, in as many rows as it takes to give each the width it needs; rows are evenly filled. */
public final class Tiles extends Region {

    private static final double GAP = 12;

    private final double least;

    /** @param least width of a card, in pixels */
    public Tiles(double least) {
        this.least = least;
    }

    public void show(Collection<? extends Node> cards) {
        getChildren().setAll(cards);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().size() * (least + GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? getWidth() : width;
        int columns = columns(inside);
        double height = 0;
        for (int first = 0; first < getChildren().size(); first += columns) {
            height += (first == 0 ? 0 : GAP) + rowHeight(first, columns, inside);
        }
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double width = cardWidth(columns, getWidth());
        double top = 0;
        for (int first = 0; first < getChildren().size(); first += columns) {
            double height = rowHeight(first, columns, getWidth());
            for (int place = first;
                    place < Math.min(first + columns, getChildren().size());
                    place++) {
                double left = (place - first) * (width + GAP);
                layoutInArea(getChildren().get(place), left, top, width, height, 0, HPos.LEFT, VPos.TOP);
            }
            top += height + GAP;
        }
    }

    /** As many as fit, but no fuller than it takes for the same number of rows: four cards stand in two and two, not in three and one. */
    private int columns(double width) {
        int cards = Math.max(1, getChildren().size());
        int fit = Math.clamp((int) ((width + GAP) / (least + GAP)), 1, cards);
        int rows = (cards + fit - 1) / fit;
        return (cards + rows - 1) / rows;
    }

    private static double cardWidth(int columns, double width) {
        return Math.floor((width - (columns - 1) * GAP) / columns);
    }

    private double rowHeight(int first, int columns, double width) {
        double card = cardWidth(columns, width);
        return getChildren()
                .subList(first, Math.min(first + columns, getChildren().size()))
                .stream()
                .mapToDouble(node -> snapSizeY(node.prefHeight(card)))
                .max()
                .orElse(0);
    }
}
