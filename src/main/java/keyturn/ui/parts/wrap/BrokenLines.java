package keyturn.ui.parts.wrap;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A text in lines that were broken before JavaFX sees them. Where JavaFX (25 and 26, with Pango) ends a line inside a run of right-to-left
 * letters it loses its place, and the window stays empty from then on: see {@code PrismTextLayout.computeTrailingSpaceWidth}.
 */
final class BrokenLines {

    private final double room;
    private final ToDoubleFunction<String> width;
    private final List<String> lines = new ArrayList<>();
    private String line = "";

    private BrokenLines(double room, ToDoubleFunction<String> width) {
        this.room = room;
        this.width = width;
    }

    /** Has letters that JavaFX must not break into lines itself. */
    static boolean areNeededFor(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /**
     * @param room in pixels; a word that is wider is parted between two letters
     * @param width of a text in one line, in pixels
     */
    static List<String> of(String text, double room, ToDoubleFunction<String> width) {
        BrokenLines broken = new BrokenLines(room, width);
        for (String paragraph : text.split("\\R", -1)) {
            for (String word : paragraph.split("(?<=\\s)(?=\\S)")) {
                broken.add(word);
            }
            broken.end();
        }
        return List.copyOf(broken.lines);
    }

    private void add(String word) {
        if (fits(line + word.stripTrailing())) {
            line += word;
            return;
        }
        if (!line.isEmpty()) {
            end();
        }
        String rest = word;
        while (!fits(rest.stripTrailing())) {
            int first = longestPart(rest);
            lines.add(rest.substring(0, first));
            rest = rest.substring(first);
        }
        line = rest;
    }

    private void end() {
        lines.add(line.stripTrailing());
        line = "";
    }

    private boolean fits(String text) {
        return text.codePointCount(0, text.length()) <= 1 || width.applyAsDouble(text) <= room;
    }

    /** At least one letter, so that it comes to an end in any room. */
    private int longestPart(String word) {
        int low = 1;
        int high = word.codePointCount(0, word.length());
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width.applyAsDouble(word.substring(0, word.offsetByCodePoints(0, middle))) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return word.offsetByCodePoints(0, low);
    }
}
