package keyturn.ui.picture;

import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.due.TimeLine;
import keyturn.plan.words.DependencyText;
import keyturn.plan.words.DueWords;
import keyturn.ui.picture.DependencyLayout.Box;
import keyturn.ui.picture.DependencyLayout.Note;

/** The pictures as SVG files, from the same layouts as the window draws. Each has its text as its description. */
final class SvgPicture {

    private static final double NAME = LayoutBuilder.NAME;
    private static final double SMALL = LayoutBuilder.SMALL;

    private final SvgDocument svg;
    private final Palette palette;

    private SvgPicture(SvgDocument svg) {
        this.svg = svg;
        this.palette = svg.palette();
    }

    static String of(DependencyGraph graph, String title, double width, Palette palette) {
        DependencyLayout layout = DependencyLayout.of(graph, width);
        String about = String.join("\n", DependencyText.lines(graph));
        SvgDocument svg = new SvgDocument(palette, title, about, layout.width(), layout.height());
        SvgPicture picture = new SvgPicture(svg);
        layout.heads().forEach(picture::note);
        layout.curves().forEach(svg::curve);
        layout.boxes().forEach(picture::box);
        layout.chips().forEach(picture::chip);
        layout.notes().forEach(picture::note);
        return svg.written();
    }

    static String of(TimeLine line, String title, double width, Palette palette) {
        TimeLayout layout = TimeLayout.of(line, width);
        String about = String.join("\n", DueWords.lines(line));
        SvgDocument svg = new SvgDocument(palette, title, about, layout.width(), layout.height());
        SvgPicture picture = new SvgPicture(svg);
        svg.straight(layout.today(), 18, layout.today(), layout.axis(), 1, palette.muted(), true);
        layout.bars()
                .forEach(bar -> svg.straight(
                        bar.from(),
                        bar.y(),
                        bar.to(),
                        bar.y(),
                        bar.inUse() ? 6 : 2,
                        bar.inUse() ? palette.accent() : palette.line(),
                        false));
        layout.dots().forEach(dot -> svg.dot(dot.x(), dot.y(), 5, palette.of(dot.state())));
        layout.labels().forEach(picture::label);
        layout.ticks().forEach(picture::label);
        return svg.written();
    }

    private void box(Box box) {
        BoxArea area = box.area();
        svg.rectangle(area, 8, palette.ground(), palette.of(box.state()), Palette.isDashed(box.state()), box.name());
        double y = area.y() + 20;
        for (String line : box.lines()) {
            svg.text(line, area.x() + 12, y, NAME, palette.text(), true);
            y += NAME + 4;
        }
        String sign = StateSign.sign(box.state());
        double signed = sign.isEmpty() ? 0 : 16;
        svg.text(sign, area.x() + 12, y + 1, SMALL, palette.of(box.state()), true);
        String caption = TextSize.cut(box.caption(), SMALL, area.width() - 24 - signed);
        svg.text(caption, area.x() + 12 + signed, y + 1, SMALL, palette.muted(), false);
    }

    private void chip(Box chip) {
        BoxArea area = chip.area();
        svg.rectangle(area, 12, palette.chip(), palette.of(chip.state()), Palette.isDashed(chip.state()), chip.name());
        String sign = StateSign.sign(chip.state());
        String shown = sign.isEmpty() || sign.equals("✓") ? chip.name() : sign + " " + chip.name();
        svg.text(
                TextSize.cut(shown, SMALL, area.width() - 16),
                area.x() + 10,
                area.y() + 16,
                SMALL,
                palette.text(),
                false);
    }

    private void note(Note note) {
        double y = note.area().y() + 14;
        for (String part : TextSize.wrapped(note.text(), SMALL, note.area().width())) {
            String fits = TextSize.cut(part, SMALL, note.area().width());
            svg.text(fits, note.area().x(), y, SMALL, palette.muted(), false);
            y += 18;
        }
    }

    private void label(TimeLayout.Label label) {
        String colour = label.ofDate() || label.strong() ? palette.text() : palette.muted();
        double size = label.strong() ? NAME : SMALL;
        String fits = TextSize.cut(label.shown(), size, label.area().width());
        double x = label.toEnd()
                ? label.area().right() - TextSize.width(fits, size) * 0.9
                : label.area().x();
        svg.text(fits, x, label.area().y() + 13, size, colour, label.strong());
    }
}
