package keyturn.ui.parts.script;

import java.util.Locale;

/** A coloured stretch of a script; the end is exclusive. */
public record Span(int from, int to, Kind kind) {

    /** What a stretch is. */
    public enum Kind {
        KEYWORD,
        STRING,
        COMMENT,
        NUMBER;

        /** The style class that colours it. */
        String style() {
            return "code-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
