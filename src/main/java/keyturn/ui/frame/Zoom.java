package keyturn.ui.frame;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Everything in the window, larger or smaller than it was drawn, as far as the window has room for it; and what lies over it. */
public final class Zoom extends Region {

    static final double LEAST = 0.8;
    static final double MOST = 2;

    /** Pages need as much to show what they must. */
    private static final double NARROWEST = 900;

    private static final double LOWEST = 560;

    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private final SimpleDoubleProperty wanted = new SimpleDoubleProperty(1);
    private final ReadOnlyDoubleWrapper shown = new ReadOnlyDoubleWrapper(1);

    Zoom(Region content) {
        this.content = content;
        getChildren().setAll(content);
        wanted.subscribe(now -> requestLayout());
        PopUpSizes.follow(this);
    }

    /** The size that somebody wants: 1 is as drawn. */
    public SimpleDoubleProperty wanted() {
        return wanted;
    }

    /** The size that the window has room for. */
    public ReadOnlyDoubleProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /** Lies over everything until it is taken away; empty: nothing does. */
    void cover(Optional<Region> over) {
        getChildren().setAll(content);
        over.ifPresent(getChildren()::add);
    }

    @Override
    protected void layoutChildren() {
        double most = Math.min(getWidth() / NARROWEST, getHeight() / LOWEST);
        double size = wanted.get() <= 1 ? wanted.get() : Math.clamp(wanted.get(), 1, Math.max(1, most));
        shown.set(size);
        scale.setX(size);
        scale.setY(size);
        for (Node child : getChildren()) {
            if (child.getTransforms().isEmpty()) {
                child.getTransforms().add(scale);
            }
            child.resizeRelocate(0, 0, getWidth() / size, getHeight() / size);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
