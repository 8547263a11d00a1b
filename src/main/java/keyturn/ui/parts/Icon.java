package keyturn.ui.parts;

import org.kordamp.ikonli.javafx.FontIcon;

/** The icons in use, so that a test can draw each one; an icon never stands without words beside it. */
public enum Icon {
    UPGRADE("fth-arrow-up"),
    ROTATE("fth-rotate-cw"),
    REMOVE("fth-trash-2"),
    PLAN("fth-file-text"),
    COPY("fth-copy"),
    FOLDER("fth-folder"),
    AGAIN("fth-refresh-cw"),
    STOP("fth-square"),
    SERVER("fth-server"),
    PLAIN("fth-align-left"),
    SEARCH("fth-search"),
    DOWN("fth-arrow-down"),
    TO("fth-arrow-right"),
    WRONG("fth-alert-circle");

    private final String literal;

    Icon(String literal) {
        this.literal = literal;
    }

    /** The name in the icon font. */
    public String literal() {
        return literal;
    }

    /** A new node; a node has one place only. */
    public FontIcon node() {
        return new FontIcon(literal);
    }
}
