package keyturn.ui.run.piece;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What stands under a list that gives way: as high as it needs to be, and where the window is too low for that it scrolls. */
public final class Below extends Region {

    /** Of the sheet: title, bar and the least of the list. */
    private static final double ABOVE = 290;

    private final VBox content;
    private final ScrollPane scroll;
    private Subscription sheet = Subscription.EMPTY;

    public Below(Node... nodes) {
        content = new VBox(16, nodes);
        scroll = new ScrollPane(content);
        scroll.getStyleClass().addAll("sheet", "below");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().setAll(scroll);
        parentProperty().subscribe(parent -> {
            sheet.unsubscribe();
            sheet = parent instanceof Region region
                    ? region.heightProperty().subscribe(height -> requestLayout())
                    : Subscription.EMPTY;
        });
    }

    /** What stands first comes into sight. */
    public void toTheTop() {
        scroll.setVvalue(scroll.getVmin());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        double room = getParent() instanceof Region region ? region.getHeight() - ABOVE : 0;
        return Math.clamp(room, 0, computePrefHeight(width));
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(content.prefHeight(width));
    }

    @Override
    protected void layoutChildren() {
        scroll.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
