package keyturn.ui.picture;

import keyturn.plan.depend.Health;

/** The colours of a picture that leaves the window, as the window has them; {@code #rrggbb}. */
record Palette(
        String ground,
        String text,
        String muted,
        String line,
        String accent,
        String fine,
        String attention,
        String danger,
        String chip) {

    static final Palette LIGHT = new Palette(
            "#ffffff", "#24292f", "#57606a", "#d0d7de", "#0969da", "#1a7f37", "#9a6700", "#cf222e", "#eaeef2");

    static final Palette DARK = new Palette(
            "#0d1117", "#c9d1d9", "#8b949e", "#30363d", "#58a6ff", "#3fb950", "#d29922", "#f85149", "#21262d");

    String of(Health.State state) {
        return switch (state) {
            case FINE -> fine;
            case ATTENTION, UNKNOWN -> attention;
            case FAILING -> danger;
            case UNUSED, NOT_SEEN -> line;
        };
    }

    /** What is not known has a broken border. */
    static boolean isDashed(Health.State state) {
        return switch (state) {
            case UNKNOWN, NOT_SEEN -> true;
            case UNUSED, FINE, ATTENTION, FAILING -> false;
        };
    }
}
