package keyturn.practice.tsql.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Statements made from {@code grammar.txt}, and each of them spoilt: a word lost, doubled, swapped, replaced. The same
 * numbers make the same statements.
 */
final class GrammarTexts {

    private static final Pattern TOKEN =
            Pattern.compile("N?'(?:[^']|'')*'|\\[(?:[^\\]]|\\]\\])*\\]|\"[^\"]*\"|@?@?[\\w#$]+|::|\\S");
    private static final List<String> NAMES =
            List.of("x", "[a b]", "\"q r\"", "_a1", "[x]]y]", "Key$1", "dbo", "[select]");
    private static final List<String> STRINGS = List.of("'x'", "N'x y'", "N''", "'a''b'", "N'E:\\b\\x.bak'");
    private static final List<String> NUMBERS = List.of("1", "10", "0", "512");
    private static final List<String> VARIABLES = List.of("@x", "@y");
    private static final List<String> STRANGERS = List.of(
            "(", ")", ",", ";", "=", ".", "::", "select", "from", "with", "to", "on", "key", "x", "[y]", "1", "-1",
            "'s'", "@v", "null", "all", "off");

    private final Random random = new Random(20_260_727);
    private final Map<String, String> texts = new LinkedHashMap<>();
    private int turn;

    /** A statement with its kind. */
    record Text(String kind, String sql) {}

    /**
     * @param each most statements that one line gives
     * @param spoilt how often each of them is spoilt
     */
    static List<Text> of(int each, int spoilt) throws IOException {
        GrammarTexts made = new GrammarTexts();
        for (String line : lines()) {
            String[] parts = line.split("\t", 2);
            for (String sql : made.statements(parts[1], each)) {
                made.add(parts[0], sql, spoilt);
            }
        }
        return made.texts.entrySet().stream()
                .map(e -> new Text(e.getValue(), e.getKey()))
                .toList();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = GrammarTexts.class.getResourceAsStream("/keyturn/practice/grammar.txt")) {
            if (in == null) {
                throw new IOException("grammar.txt is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .toList();
        }
    }

    private void add(String kind, String sql, int spoilt) {
        texts.putIfAbsent(sql, kind);
        List<String> tokens = TOKEN.matcher(sql).results().map(r -> r.group()).toList();
        for (int i = 0; i < spoilt; i++) {
            texts.putIfAbsent(spoilt(tokens, i), kind);
        }
    }

    private String spoilt(List<String> tokens, int way) {
        List<String> now = new ArrayList<>(tokens);
        int at = random.nextInt(now.size());
        switch (way % 5) {
            case 0 -> now.remove(at);
            case 1 -> now.add(at, now.get(at));
            case 2 -> now.set(at, STRANGERS.get(random.nextInt(STRANGERS.size())));
            case 3 -> now.add(at, STRANGERS.get(random.nextInt(STRANGERS.size())));
            default -> {
                int other = Math.max(0, at - 1);
                String kept = now.get(at);
                now.set(at, now.get(other));
                now.set(other, kept);
            }
        }
        return String.join(" ", now);
    }

    /** Up to so many of what a line can say, taken evenly. */
    private List<String> statements(String template, int each) {
        List<String> all = expand(template);
        List<String> taken = new ArrayList<>();
        double step = Math.max(1.0, all.size() / (double) each);
        for (double i = 0; i < all.size(); i += step) {
            taken.add(filled(all.get((int) i)));
        }
        for (int i = all.size(); i < each / 6; i++) {
            taken.add(filled(all.get(i % all.size())));
        }
        return taken;
    }

    private static List<String> expand(String template) {
        int open = choice(template);
        if (open < 0) {
            return List.of(template);
        }
        int close = open;
        int depth = 0;
        List<Integer> bars = new ArrayList<>(List.of(open));
        do {
            char c = template.charAt(close);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 1 && c == '|') {
                bars.add(close);
            }
            close++;
        } while (depth > 0);
        bars.add(close - 1);
        List<String> all = new ArrayList<>();
        for (int i = 0; i + 1 < bars.size(); i++) {
            String one = template.substring(bars.get(i) + 1, bars.get(i + 1));
            all.addAll(expand(template.substring(0, open) + one + template.substring(close)));
        }
        return all;
    }

    /** Where the first choice opens: a parenthesis with no blank behind it, unlike one of the statement itself. */
    private static int choice(String template) {
        for (int i = 0; i + 1 < template.length(); i++) {
            if (template.charAt(i) == '(' && template.charAt(i + 1) != ' ') {
                return i;
            }
        }
        return -1;
    }

    private String filled(String template) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            if (template.charAt(i) == '{') {
                text.append(value(template.charAt(i + 1)));
                i += 2;
            } else {
                text.append(template.charAt(i));
            }
        }
        return text.toString().strip().replaceAll(" +", " ");
    }

    private String value(char kind) {
        List<String> values =
                switch (kind) {
                    case 'n' -> NAMES;
                    case 's' -> STRINGS;
                    case 'v' -> VARIABLES;
                    default -> NUMBERS;
                };
        return values.get(turn++ % values.size());
    }
}
