package keyturn.ui.picture;

import java.util.Locale;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.words.DependencyText;
import keyturn.ui.picture.DependencyLayout.Box;
import keyturn.ui.picture.DependencyLayout.Curve;
import keyturn.ui.picture.DependencyLayout.Note;

/** A dependency picture as one SVG file that needs nothing else; its description is the text of the picture. */
final class SvgPicture {

    private static final double MARGIN = 16;
    private static final double NAME = 13;

    private final Palette palette;
    private final StringBuilder svg = new StringBuilder();

    private SvgPicture(Palette palette) {
        this.palette = palette;
    }

    /** @param title the server's name */
    static String of(DependencyGraph graph, String title, double width, Palette palette) {
        SvgPicture picture = new SvgPicture(palette);
        picture.write(DependencyLayout.of(graph, width), title, String.join("\n", DependencyText.lines(graph)));
        return picture.svg.toString();
    }

    private void write(DependencyLayout layout, String title, String about) {
        double wide = layout.width() + 2 * MARGIN;
        double high = layout.height() + 2 * MARGIN + 24;
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">"
                .formatted(number(wide), number(high), number(wide), number(high)));
        line("<title>" + escaped(title) + "</title>");
        line("<desc>" + escaped(about) + "</desc>");
        line("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>".formatted(palette.ground()));
        line("<g font-family=\"Inter, 'Segoe UI', 'DejaVu Sans', sans-serif\" transform=\"translate(%s %s)\">"
                .formatted(number(MARGIN), number(MARGIN + 24)));
        text(title, 0, -8, 15, palette.text(), true);
        layout.heads().forEach(this::note);
        layout.curves().forEach(this::curve);
        layout.boxes().forEach(this::box);
        layout.chips().forEach(this::chip);
        layout.notes().forEach(this::note);
        line("</g>");
        line("</svg>");
    }

    private void box(Box box) {
        BoxArea area = box.area();
        rectangle(area, 8, palette.ground(), box);
        double room = area.width() - 24;
        text(TextSize.cut(box.name(), NAME, room), area.x() + 12, area.y() + 20, NAME, palette.text(), true);
        String sign = StateSign.sign(box.state());
        double signed = sign.isEmpty() ? 0 : 16;
        text(sign, area.x() + 12, area.y() + 38, LayoutBuilder.SMALL, palette.of(box.state()), true);
        text(
                TextSize.cut(box.caption(), LayoutBuilder.SMALL, room - signed),
                area.x() + 12 + signed,
                area.y() + 38,
                LayoutBuilder.SMALL,
                palette.muted(),
                false);
    }

    private void chip(Box chip) {
        BoxArea area = chip.area();
        rectangle(area, 12, palette.chip(), chip);
        String sign = StateSign.sign(chip.state());
        String shown = sign.isEmpty() || sign.equals("✓") ? chip.name() : sign + " " + chip.name();
        text(
                TextSize.cut(shown, LayoutBuilder.SMALL, area.width() - 16),
                area.x() + 10,
                area.y() + 16,
                LayoutBuilder.SMALL,
                palette.text(),
                false);
    }

    private void rectangle(BoxArea area, double radius, String fill, Box of) {
        line(("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\"%s>"
                        + "<title>%s</title></rect>")
                .formatted(
                        number(area.x()),
                        number(area.y()),
                        number(area.width()),
                        number(area.height()),
                        number(radius),
                        fill,
                        palette.of(of.state()),
                        Palette.isDashed(of.state()) ? " stroke-dasharray=\"5 3\"" : "",
                        escaped(of.name())));
    }

    private void curve(Curve curve) {
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

    private void note(Note note) {
        double y = note.area().y() + 14;
        for (String part :
                TextSize.wrapped(note.text(), LayoutBuilder.SMALL, note.area().width())) {
            text(
                    TextSize.cut(part, LayoutBuilder.SMALL, note.area().width()),
                    note.area().x(),
                    y,
                    LayoutBuilder.SMALL,
                    palette.muted(),
                    false);
            y += 18;
        }
    }

    private void text(String text, double x, double y, double size, String colour, boolean strong) {
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

    /** What XML cannot hold at all is a question mark; names are shown with it already. */
    static String escaped(String text) {
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
