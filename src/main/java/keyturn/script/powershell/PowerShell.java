package keyturn.script.powershell;

/** The one quoting of PowerShell: verbatim strings. Written for Windows PowerShell 5.1. */
public final class PowerShell {

    /** What PowerShell takes for a single quote: the ASCII one and four typographic ones; each ends a verbatim string. */
    private static final String SINGLE_QUOTES = "'\u2018\u2019\u201A\u201B";

    private PowerShell() {}

    /** {@code 'text'}: nothing is expanded in it, and each character that PowerShell takes for a single quote is doubled. */
    public static String literal(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('\'');
        text.chars().forEach(c -> {
            quoted.append((char) c);
            if (SINGLE_QUOTES.indexOf(c) >= 0) {
                quoted.append((char) c);
            }
        });
        return quoted.append('\'').toString();
    }
}
