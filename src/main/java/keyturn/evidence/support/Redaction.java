package keyturn.evidence.support;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Takes out of a text whatever looks like a secret: literals after SECRET and PASSWORD, parts of connection strings, tokens, client
 * secrets by their form, private keys, and, as personal data, mail addresses and the user's home folder. Names of servers, logins and
 * databases stay: without them nobody understands a fault.
 */
public final class Redaction implements UnaryOperator<String> {

    private static final String GONE = "[removed]";

    /** What a part is called whose value nobody but its owner should see. */
    private static final String NAMES =
            "\\w*password|pwd|passwd|\\w*client_?secret|\\w*secret_?text|\\w*(?:access|refresh|id)_?token"
                    + "|client_?assertion|\\w*private_?key|account_?key|shared_?access_?key|api_?key";

    private record Rule(Pattern form, String instead) {
        private static Rule of(String form, String instead) {
            return new Rule(Pattern.compile(form), instead);
        }
    }

    private static final List<Rule> RULES = List.of(
            // A private key or a certificate with one, in PEM.
            Rule.of("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)", GONE),
            // T-SQL: SECRET = N'…', PASSWORD = '…' HASHED; quotes inside are doubled.
            Rule.of(
                    "(?i)\\b(\\w*(?:secret|password|encryption\\s+by\\s+password|decryption\\s+by\\s+password)\\s*=\\s*)N?'(?:[^']|'')*+'?",
                    "$1'" + GONE + "'"),
            Rule.of("(?i)\\b(\\w*(?:secret|password)\\s*=\\s*)0x[0-9a-f]+", "$1" + GONE),
            // Connection strings, hashtables of PowerShell: values in quotes or braces, whatever they hold.
            Rule.of(
                    "(?i)([\"']?\\b(?:" + NAMES
                            + ")[\"']?\\s*=\\s*)(?:\"(?:[^\"]|\"\")*+\"?|'(?!\\[)(?:[^']|'')*+'?|\\{(?:[^}]|\\}\\})*+\\}?)",
                    "$1" + GONE),
            // A value without quotes ends where the next part begins; it may hold blanks.
            Rule.of("(?i)\\b(" + NAMES + "|sig)(\\s*=\\s*)(?!\\s*'?\\[)[^;&\"'\\r\\n]+", "$1$2" + GONE),
            // JSON, also as text within JSON, and what looks like it.
            Rule.of("(?i)(\"(?:" + NAMES + ")\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+\"?", "$1\"" + GONE + "\""),
            Rule.of("(?i)(\\\\+\"(?:" + NAMES + ")\\\\+\"\\s*:\\s*\\\\+\")(?:(?!\\\\+\").)*+", "$1" + GONE),
            Rule.of("(?i)('(?:" + NAMES + ")'\\s*:\\s*)'(?:[^'\\\\]|\\\\.)*+'?", "$1'" + GONE + "'"),
            // Lists as PowerShell and YAML write them.
            Rule.of("(?im)((?:^|[\\s,{])(?:" + NAMES + ")[ \\t]*:[ \\t]+)(?![\"'\\[])[^\\r\\n]+", "$1" + GONE),
            // Command lines.
            Rule.of(
                    "(?i)((?<![\\w-])--?(?:password|pwd|secret|secrettext|client-?secret|accesstoken)[ =:]+)(?!-)(?:\"[^\"]*\"|'[^']*'|\\S+)",
                    "$1" + GONE),
            Rule.of("((?i:\\b(?:sqlcmd|bcp|osql)\\b)[^\\r\\n]{0,400}?\\s-P\\s?)(?:\"[^\"]*\"|\\S+)", "$1" + GONE),
            Rule.of("(?i)(ConvertTo-SecureString\\s+(?:-String\\s+)?)(?:\"[^\"]*\"|'[^']*'|\\S+)", "$1" + GONE),
            // XML.
            Rule.of("(?i)(<(?:\\w+:)?(?:" + NAMES + ")(?:\\s[^>]*)?>)[^<]+", "$1" + GONE),
            Rule.of("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}", "$1 " + GONE),
            // A token by its form: three parts in base64, the first of which begins a JSON object.
            Rule.of("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)?", GONE),
            // The application ID without hyphens with the secret behind it, as a credential holds it, and a client
            // secret by its form.
            Rule.of("\\b[0-9A-Fa-f]{32}(?=[^\\s'\"]*[~._-])[A-Za-z0-9~._-]{20,}", GONE),
            Rule.of("[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{20,}", GONE),
            Rule.of("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+", "[mail address]"));

    private final List<String> homes;

    /** @param home of the user, whose name stands in paths */
    public Redaction(String home) {
        homes = home.length() < 4 ? List.of() : List.of(home, home.replace("\\", "\\\\"), home.replace('\\', '/'));
    }

    @Override
    public String apply(String text) {
        String clean = text;
        for (Rule rule : RULES) {
            clean = rule.form().matcher(clean).replaceAll(rule.instead());
        }
        for (String home : homes) {
            clean = clean.replace(home, "[home]");
        }
        return clean;
    }
}
