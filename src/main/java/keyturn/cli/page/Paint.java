package keyturn.cli.page;

/** Colours a piece of text for a terminal, or leaves it as it is. */
public record Paint(boolean colour) {

    private static final String PLAIN_AGAIN = "\u001b[0m";

    /** What a colour means here. */
    public enum Ink {
        PLAIN(""),
        STRONG("\u001b[1m"),
        QUIET("\u001b[2m"),
        GOOD("\u001b[32m"),
        CARE("\u001b[33m"),
        BAD("\u001b[31m"),
        CODE("\u001b[36m");

        private final String start;

        Ink(String start) {
            this.start = start;
        }
    }

    String of(Ink ink, String text) {
        return colour && ink != Ink.PLAIN && !text.isEmpty() ? ink.start + text + PLAIN_AGAIN : text;
    }
}
