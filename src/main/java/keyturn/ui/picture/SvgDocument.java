package keyturn.ui.picture;

import java.util.Locale;

/** Writes one SVG file that needs nothing else: what every picture has, and the few forms that pictures are made of. */
final class SvgDocument {

    private static final double MARGIN = 16;
    private static final double TITLE = 24;

    private final Palette palette;
    private final StringBuilder svg = new StringBuilder();

    /**
     * @param about what the picture shows, as text, for who cannot see it
     * @param width of the picture without the margins
     */
    SvgDocument(Palette palette, String title, String about, double width, double height) {
        this.palette = palette;
        String wide = number(width + 2 * MARGIN);
        String high = number(height + 2 * MARGIN + TITLE);
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">"
                .formatted(wide, high, wide, high));
        line("<title>" + escaped(title) + "</title>");
        line("<desc>" + escaped(about) + "</desc>");
        line("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>".formatted(palette.ground()));
        line("<g font-family=\"Inter, 'Segoe UI', 'DejaVu Sans', sans-serif\" transform=\"translate(%s %s)\">"
                .formatted(number(MARGIN), number(MARGIN + TITLE)));
        text(title, 0, -8, 15, palette.text(), true);
    }

    Palette palette() {
        return palette;
    }

    String written() {
        return svg + "</g>\n</svg>\n";
    }

    void rectangle(BoxArea area, double radius, String fill, String border, boolean dashed, String title) {
        line(("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\"%s>"
                        + "<title>%s</title></rect>")
                .formatted(
                        number(area.x()),
                        number(area.y()),
                        number(area.width()),
                        number(area.height()),
                        number(radius),
                        fill,
                        border,
                        dashed ? " stroke-dasharray=\"5 3\"" : "",
                        escaped(title)));
    }

    void curve(DependencyLayout.Curve curve) {
        double reach = curve.reach();
        line("<path d=\"M %s %s C %s %s %s %s %s %s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>"
                .formatted(
                        number(curve.fromX()),
                        number(curve.fromY()),
                        number(curve.fromX() + reach),
                        number(curve.fromY()),
                        number(curve.toX() - reach),
                        number(curve.toY()),
                        number(curve.toX()),
                        number(curve.toY()),
                        palette.line()));
    }

    void straight(double fromX, double fromY, double toX, double toY, double thick, String colour, boolean dashed) {
        line("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>"
                .formatted(
                        number(fromX),
                        number(fromY),
                        number(toX),
                        number(toY),
                        colour,
                        number(thick),
                        dashed ? " stroke-dasharray=\"3 3\"" : ""));
    }

    void dot(double x, double y, double radius, String colour) {
        line("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>"
                .formatted(number(x), number(y), number(radius), colour));
    }

    /** @param y of the line that the letters stand on */
    void text(String text, double x, double y, double size, String colour, boolean strong) {
        if (!text.isEmpty()) {
            line("<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"%s>%s</text>"
                    .formatted(
                            number(x),
                            number(y),
                            number(size),
                            colour,
                            strong ? " font-weight=\"600\"" : "",
                            escaped(text)));
        }
    }

    private void line(String text) {
        svg.append(text).append('\n');
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }

    /** What XML cannot hold at all is a question mark. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isXml(letter) ? letter : '?');
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int letter) {
        return letter == '\t'
                || letter == '\n'
                || (letter >= 0x20 && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter >= 0x10000;
    }
}
