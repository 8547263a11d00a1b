package keyturn.ui.frame;

import javafx.scene.layout.Region;

/** The page with what stands beside it, and help at its right: in a room of its own where there is enough, else over the right part. */
final class WithHelp extends Region {

    private static final double PANEL = 400;

    /** A page that is narrower cannot be worked with. */
    private static final double LEAST_PAGE = 488;

    private final Region page;
    private final Region panel;

    WithHelp(Region page, Region panel) {
        this.page = page;
        this.panel = panel;
        getChildren().setAll(page, panel);
        panel.setViewOrder(-2);
        panel.visibleProperty().subscribe(open -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double wide = panel.isVisible() ? Math.min(PANEL, getWidth()) : 0;
        boolean beside = getWidth() - wide >= Math.max(LEAST_PAGE, page.minWidth(-1));
        page.resizeRelocate(0, 0, beside ? getWidth() - wide : getWidth(), getHeight());
        panel.resizeRelocate(getWidth() - wide, 0, wide, getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return page.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return page.prefHeight(width);
    }
}
