package keyturn.ui.frame;

/** How wide the right side of the frame is, in pixels. */
final class SideWidths {

    /** While nobody has dragged it, in a window that has room. */
    static final double USUAL = 496;

    /** The width of a window that has room for all of that. */
    static final double ROOMY = 1280;

    /** What shows that there is more. */
    static final double EDGE = 30;

    /** Between it and the page; the style sheet draws it, and it is part of the width. */
    static final double BORDER = 1;

    /** What is taken hold of to drag it. */
    static final double GRIP = 5;

    private static final double NARROWEST = 368;
    private static final double LEAST_PAGE = 488;
    private static final double LEAST_BESIDE_DRAWER = 120;
    private static final double DRAWER_BELOW = 1120;

    private SideWidths() {}

    /** In narrower windows it lies over the page. */
    static boolean isDrawer(double window) {
        return window < DRAWER_BELOW;
    }

    /** What somebody wants, as far as the page beside it keeps what it needs. */
    static double of(double wanted, double window) {
        double most = window - Rail.WIDTH - (isDrawer(window) ? LEAST_BESIDE_DRAWER : LEAST_PAGE);
        return Math.clamp(wanted, NARROWEST, Math.max(NARROWEST, most));
    }
}
