package keyturn.ui.picture;

import java.util.ArrayList;
import java.util.List;

/** About how wide a text is, rather too wide than too narrow. */
final class TextSize {

    private static final String NARROW = "fijlrtI.,:;'|!()[] -";
    private static final String WIDE = "mwMWQO@%—…";

    /** A name may go on in the next line behind one of these. */
    private static final String PARTS = "_-./\\:@ ";

    private static final int MOST_LINES = 3;

    private TextSize() {}

    /** @param size of the letters, in pixels */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(TextSize::letter).sum() * size;
    }

    private static double letter(int letter) {
        if (letter >= 0x2E80) {
            return 1.05;
        }
        if (NARROW.indexOf(letter) >= 0) {
            return 0.4;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return 0.98;
        }
        return Character.isUpperCase(letter) || letter == '_' ? 0.72 : 0.63;
    }

    /** The text, or as much of it as fits with an ellipsis behind. */
    static String cut(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double left = width - width("…", size);
        for (int letter : text.codePoints().toArray()) {
            left -= letter(letter) * size;
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(letter);
        }
        return kept + "…";
    }

    /** The text, or its beginning and its end with an ellipsis between: names that begin alike often end otherwise. */
    static String cutInside(String text, double size, double width) {
        int[] letters = text.codePoints().toArray();
        for (int kept = letters.length; kept > 1 && width(text, size) > width; kept--) {
            int head = kept / 2;
            String cut =
                    new String(letters, 0, head) + "…" + new String(letters, letters.length - kept + head, kept - head);
            if (width(cut, size) <= width) {
                return cut;
            }
        }
        return cut(text, size, width);
    }

    /** A name in one line to three, broken behind a sign that parts it where there is one; of a longer one the end stays in sight. */
    static List<String> inLines(String name, double size, double width) {
        List<String> lines = new ArrayList<>();
        String left = name;
        while (lines.size() < MOST_LINES - 1 && width(left, size) > width) {
            String line = left.substring(0, broken(left, size, width));
            lines.add(line);
            left = left.substring(line.length());
        }
        lines.add(cutInside(left, size, width));
        return lines;
    }

    /** Where the first line ends. */
    private static int broken(String name, double size, double width) {
        int fits = 0;
        int parted = 0;
        double used = 0;
        while (fits < name.length()) {
            int letter = name.codePointAt(fits);
            used += letter(letter) * size;
            if (used > width) {
                break;
            }
            fits += Character.charCount(letter);
            parted = PARTS.indexOf(letter) >= 0 ? fits : parted;
        }
        return parted > 0 ? parted : Math.max(fits, Character.charCount(name.codePointAt(0)));
    }

    /** In lines that fit, broken between words; a word that is longer stands alone. */
    static List<String> wrapped(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
