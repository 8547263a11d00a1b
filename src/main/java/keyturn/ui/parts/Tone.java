package keyturn.ui.parts;

/** What a colour means; the sign says it to those who do not see the colour. */
public enum Tone {
    FINE("✓", "fine"),
    ATTENTION("▲", "attention"),
    DANGER("⊘", "danger"),
    INFO("●", "info"),
    NEUTRAL("", "neutral"),
    PRACTICE("◈", "practice"),
    PRODUCTION("■", "danger");

    /** As wide as the widest sign, with a little room: a sign that is cut is gone. */
    public static final double SIGN_WIDTH = 24;

    private final String sign;
    private final String style;

    Tone(String sign, String style) {
        this.sign = sign;
        this.style = style;
    }

    /** The sign that stands before the word; neutral has none. */
    public String sign() {
        return sign;
    }

    /** The style class that gives a tag, banner or row its colours. */
    public String style() {
        return style;
    }

    /** The sign, a space, the word. */
    public String before(String word) {
        return sign.isEmpty() ? word : sign + " " + word;
    }
}
