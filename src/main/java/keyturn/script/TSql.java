package keyturn.script;

import java.util.Optional;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.TSqlQuotes;

/** Names and literals in scripts: quoted, and refused where a script could not hold them on one line. */
public final class TSql {

    private TSql() {}

    /** {@code [name]}, with {@code ]} doubled (document: QUOTENAME). */
    public static String name(String name) {
        return TSqlQuotes.name(oneLine(name));
    }

    /** {@code N'text'}, with {@code '} doubled: the only quote that T-SQL knows inside it. */
    public static String literal(String text) {
        return TSqlQuotes.literal(oneLine(text));
    }

    /** The last line of defence: planners have refused such names in words of their own. */
    private static String oneLine(String text) {
        if (!OneLine.holds(text)) {
            throw new InvalidValue(new Problem(
                    "script.line-break",
                    Message.of("script.lineBreak", OneLine.shown(text)),
                    Optional.empty(),
                    Message.of("script.lineBreak.next")));
        }
        return text;
    }
}
