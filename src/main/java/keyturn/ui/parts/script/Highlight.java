package keyturn.ui.parts.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what to colour in a script. Colours only: nothing is decided by it, and a wrong guess changes no byte. */
public final class Highlight {

    private static final Pattern TSQL = Pattern.compile("(?<comment>--[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z))"
            + "|(?<string>N?'(?:[^']|'')*+(?:'|\\z))"
            + "|(?<name>\\[(?:[^\\]]|\\]\\])*+(?:\\]|\\z)|\"(?:[^\"]|\"\")*+(?:\"|\\z)|[@#$_][\\w@#$]*+)"
            + "|(?<number>\\b(?:0x[0-9A-Fa-f]*+|\\d++(?:\\.\\d++)?))"
            + "|(?<word>\\b[A-Za-z_][\\w@#$]*+)");

    private static final Pattern POWERSHELL = Pattern.compile("(?<comment><#(?s:.*?)(?:#>|\\z)|#[^\\n]*+)"
            + "|(?<string>@'\\n(?s:.*?)(?:\\n'@|\\z)|@\"\\n(?s:.*?)(?:\\n\"@|\\z)"
            + "|['‘’‚‛](?:[^'‘’‚‛]|['‘’‚‛]{2})*+(?:['‘’‚‛]|\\z)|[\"“”„](?:[^\"“”„`]|`(?s:.)|[\"“”„]{2})*+(?:[\"“”„]|\\z))"
            + "|(?<name>\\$\\{[^}]*+\\}|\\$[\\w:]++)"
            + "|(?<number>\\b\\d++(?:\\.\\d++)?\\b)"
            + "|(?<word>\\b[A-Za-z]++(?:-[A-Za-z]++)?+)");

    private static final Set<String> TSQL_WORDS = Set.of(
            "ALTER",
            "AND",
            "AS",
            "ASC",
            "BACKUP",
            "BY",
            "CASE",
            "COLLATE",
            "COPY_ONLY",
            "CREATE",
            "CROSS",
            "CRYPTOGRAPHIC",
            "DATABASE",
            "DECLARE",
            "DESC",
            "DISABLE",
            "DISK",
            "ELSE",
            "ENABLE",
            "END",
            "EXEC",
            "EXISTS",
            "FILE",
            "FROM",
            "IF",
            "IN",
            "INNER",
            "INTO",
            "IS",
            "JOIN",
            "LEFT",
            "LIKE",
            "LOG",
            "NOT",
            "NULL",
            "ON",
            "OR",
            "ORDER",
            "OUTER",
            "PROVIDER",
            "RECONFIGURE",
            "SELECT",
            "SET",
            "THEN",
            "TO",
            "TOP",
            "UNION",
            "WHEN",
            "WHERE",
            "WITH");

    private static final Set<String> POWERSHELL_WORDS = Set.of(
            "BEGIN",
            "BREAK",
            "CATCH",
            "CONTINUE",
            "DO",
            "ELSE",
            "ELSEIF",
            "END",
            "EXIT",
            "FINALLY",
            "FOR",
            "FOREACH",
            "FUNCTION",
            "IF",
            "IN",
            "PARAM",
            "PROCESS",
            "RETURN",
            "SWITCH",
            "THROW",
            "TRY",
            "UNTIL",
            "WHILE");

    private Highlight() {}

    /** The coloured stretches of a text, in order, not overlapping. */
    public static List<Span> of(String text, Language language) {
        return switch (language) {
            case TSQL -> spans(TSQL.matcher(text), TSQL_WORDS);
            case POWERSHELL -> spans(POWERSHELL.matcher(text), POWERSHELL_WORDS);
        };
    }

    private static List<Span> spans(Matcher found, Set<String> keywords) {
        List<Span> spans = new ArrayList<>();
        while (found.find()) {
            if (found.group("comment") != null) {
                spans.add(new Span(found.start(), found.end(), Span.Kind.COMMENT));
            } else if (found.group("string") != null) {
                spans.add(new Span(found.start(), found.end(), Span.Kind.STRING));
            } else if (found.group("number") != null) {
                spans.add(new Span(found.start(), found.end(), Span.Kind.NUMBER));
            } else if (isKeyword(found.group("word"), keywords)) {
                spans.add(new Span(found.start(), found.end(), Span.Kind.KEYWORD));
            }
        }
        return spans;
    }

    private static boolean isKeyword(@Nullable String word, Set<String> keywords) {
        return word != null && (word.indexOf('-') > 0 || keywords.contains(word.toUpperCase(Locale.ROOT)));
    }
}
