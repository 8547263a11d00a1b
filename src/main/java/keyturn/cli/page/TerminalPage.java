package keyturn.cli.page;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;

/** Lays text out for people: no line is wider than the page, long ones hang under their beginning. */
public final class TerminalPage {

    /** Where nobody says how wide the terminal is. */
    public static final int WIDTH = 80;

    private static final int LABEL = 13;
    private static final String GUTTER = "  | ";
    private static final String GOES_ON = "  : ";

    private final PrintStream out;
    private final PrintStream last;
    private final Paint paint;
    private final int width;

    /** @param last where single lines go that programs read */
    public TerminalPage(PrintStream out, PrintStream last, Paint paint, int width) {
        this.out = out;
        this.last = last;
        this.paint = paint;
        this.width = width;
    }

    /** Of the usual width. */
    public TerminalPage(PrintStream out, Paint paint) {
        this(out, out, paint, WIDTH);
    }

    /** In columns. */
    public int width() {
        return width;
    }

    /** The first line of everything a verb says; PRACTICE stands in it wherever the server is none to worry about. */
    public void title(Message title, boolean practice) {
        String mark = practice ? say("cli.practice.mark") : "";
        List<String> lines = Columns.wrap(Columns.visible(title.text()), width - Columns.width(mark) - 2);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean marked = i == 0 && practice;
            int gap = width - Columns.width(line) - Columns.width(mark);
            out.println(paint.of(Ink.STRONG, line) + (marked ? " ".repeat(gap) + paint.of(Ink.CARE, mark) : ""));
        }
    }

    public void heading(Message heading) {
        out.println();
        lines(Ink.STRONG, "", "", heading.text());
    }

    /** A chapter's heading, underlined. */
    public void rule(Message heading) {
        lines(Ink.STRONG, "", "", heading.text());
        out.println(paint.of(Ink.QUIET, "-".repeat(width)));
    }

    public void blank() {
        out.println();
    }

    /** A label and what stands beside it. */
    public void field(String label, String value) {
        field(Ink.PLAIN, label, value);
    }

    public void field(Ink ink, String label, String value) {
        String head = Columns.width(label) < LABEL ? Columns.padded(label, LABEL) : label + " ";
        lines(ink, head, " ".repeat(LABEL), value);
    }

    public void text(int indent, Message message) {
        text(Ink.PLAIN, indent, message.text());
    }

    public void text(Ink ink, int indent, String text) {
        lines(ink, " ".repeat(indent), " ".repeat(indent), text);
    }

    /** One line however long, for programs that read the last line. */
    public void line(Ink ink, String text) {
        last.println(paint.of(ink, Columns.visible(text)));
    }

    /** Text that hangs: its second line stands further in than its first. */
    public void hanging(Ink ink, int indent, int further, String text) {
        lines(ink, " ".repeat(indent), " ".repeat(indent + further), text);
    }

    /** Pieces of a chain, as many on a line as it takes; a line breaks between them where it can. */
    void pieces(Ink ink, int indent, List<String> pieces) {
        StringBuilder line = new StringBuilder();
        for (String piece : pieces) {
            if (!line.isEmpty() && indent + Columns.width(line + " " + Columns.visible(piece)) > width) {
                hanging(ink, indent, 4, line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(piece);
        }
        hanging(ink, indent, 4, line.toString());
    }

    /** A script to look at; a line too long goes on behind a colon. What is sent is the script, not this picture of it. */
    public void script(String text) {
        text.lines().map(line -> line.replace("\t", "    ")).forEach(line -> {
            String indent = " "
                    .repeat(Math.min(
                            width / 4, line.length() - line.stripLeading().length()));
            lines(Ink.CODE, GUTTER + indent, GOES_ON + indent, line);
        });
    }

    /** Rows under each other, all but the last column as wide as their widest cell, at most {@code limit}. */
    public void row(int indent, int[] widths, List<String> cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < cells.size(); i++) {
            List<String> lines = Columns.wrap(Columns.visible(cells.get(i)), widths[i]);
            wrapped.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int y = 0; y < height; y++) {
            StringBuilder line = new StringBuilder(" ".repeat(indent));
            for (int i = 0; i < cells.size(); i++) {
                List<String> cell = wrapped.get(i);
                line.append(Columns.padded(y < cell.size() ? cell.get(y) : "", widths[i] + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private void lines(Ink ink, String first, String next, String text) {
        String head = first;
        int room = width - Math.max(Columns.width(first), Columns.width(next));
        for (String line : Columns.wrap(Columns.visible(text), room)) {
            out.println((head + paint.of(ink, line)).stripTrailing());
            head = next;
        }
    }

    /** Lines as they stand; what would steer a terminal or move the text beside it can be seen. To look at, not to run. */
    public static String seen(String lines) {
        return lines.lines()
                .map(line -> Columns.visible(line.replace("\t", "    ")))
                .collect(Collectors.joining("\n"));
    }

    public static String say(String key, Object... arguments) {
        return Message.of(key, arguments).text();
    }
}
