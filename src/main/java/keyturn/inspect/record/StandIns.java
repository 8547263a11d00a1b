package keyturn.inspect.record;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.domain.TSqlQuotes;
import keyturn.inspect.Inspector;
import keyturn.inspect.SqlReader;
import org.jspecify.annotations.Nullable;

/** Puts a stand-in for each name, address, path, id and binary value: the same for the same one, numbered as they come. */
final class StandIns {

    private static final Pattern ID = Pattern.compile("\\{?[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}}?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_#$-]+|[^\\x00-\\x7f]+");
    private static final Pattern STEP = Pattern.compile("[^\\\\/]+");
    /** Literals, bracketed names and binary values: whatever of a question can come from a server. */
    private static final Pattern GIVEN =
            Pattern.compile("N?'(?<literal>(?:[^']|'')*)'|\\[(?<name>(?:[^]]|]])*)]|0x(?<binary>(?:[0-9A-Fa-f]{2})+)");

    /** A line of the error log that says number, severity and state alone. */
    private static final Pattern ERROR_LINE = Pattern.compile("Error: \\d+, Severity: \\d+, State: \\d+\\.");

    private static final Set<String> LOG_COLUMNS = Set.of("Text", "ProcessInfo");

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> lines = new HashMap<>();
    private final Map<UUID, String> ids = new HashMap<>();
    private final Map<ByteBuffer, byte[]> binaries = new HashMap<>();
    private final Set<String> own = new HashSet<>();

    StandIns() {
        Inspector.ownQuestions()
                .forEach(question -> GIVEN.matcher(question)
                        .results()
                        .map(MatchResult::group)
                        .forEach(own::add));
    }

    /** Part by part: paths and addresses keep their form, and what is public stays. */
    String text(String text) {
        if (text.isBlank() || PublicWords.isWhole(text)) {
            return text;
        }
        boolean path = text.indexOf('\\') >= 0 || text.toLowerCase(Locale.ROOT).endsWith(".dll");
        return ID.matcher(text).matches()
                ? id(text)
                : replaced(
                        STEP,
                        text,
                        step -> PublicWords.isWhole(step) ? step : replaced(WORD, step, one -> word(one, path)));
    }

    /** Windows takes paths in small and capital letters for the same. */
    private String word(String word, boolean path) {
        String key = path ? "\\" + word.toLowerCase(Locale.ROOT) : word;
        return PublicWords.isPart(word) ? word : words.computeIfAbsent(key, one -> "name-" + (words.size() + 1));
    }

    private String id(String text) {
        UUID id = UUID.fromString(text.replaceAll("[{}]", ""));
        return ids.computeIfAbsent(
                id, one -> new UUID(0, ids.size() + 1L).toString().toUpperCase(Locale.ROOT));
    }

    /** As long as the value is. */
    byte[] binary(byte[] value) {
        return binaries.computeIfAbsent(ByteBuffer.wrap(value.clone()), one -> {
            byte[] instead = new byte[value.length];
            int number = binaries.size() + 1;
            for (int at = value.length - 1; at >= 0 && number > 0; at--) {
                instead[at] = (byte) number;
                number >>>= 8;
            }
            return instead;
        });
    }

    /** The same question as it would be put to a server with these stand-ins. */
    String question(String batch) {
        return GIVEN.matcher(batch).replaceAll(found -> Matcher.quoteReplacement(given(found)));
    }

    private String given(MatchResult found) {
        if (own.contains(found.group())) {
            return found.group();
        }
        if (found.group("literal") != null) {
            return TSqlQuotes.literal(text(found.group("literal").replace("''", "'")));
        }
        if (found.group("name") != null) {
            return TSqlQuotes.name(text(found.group("name").replace("]]", "]")));
        }
        byte[] value = HexFormat.of().parseHex(found.group("binary"));
        return "0x" + HexFormat.of().withUpperCase().formatHex(binary(value));
    }

    /** Numbers and times stay; of an error only its number does. */
    SqlReader.Result result(SqlReader.Result result) {
        return switch (result) {
            case SqlReader.Rows rows ->
                new SqlReader.Rows(
                        rows.columns(), rows.rows().stream().map(this::row).toList());
            case SqlReader.Failed failed -> new SqlReader.Failed(failed.number(), "");
            case SqlReader.Cut cut -> cut;
        };
    }

    private Map<String, @Nullable Object> row(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> instead = new LinkedHashMap<>();
        row.forEach((column, value) -> instead.put(column, value(column, value)));
        return instead;
    }

    private @Nullable Object value(String column, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> binary(bytes);
            case String text ->
                PublicWords.isColumn(column) ? text : LOG_COLUMNS.contains(column) ? line(text) : text(text);
            default -> value;
        };
    }

    private String line(String text) {
        return ERROR_LINE.matcher(text).matches()
                ? text
                : lines.computeIfAbsent(text, one -> "text-" + (lines.size() + 1));
    }

    private static String replaced(Pattern what, String text, UnaryOperator<String> instead) {
        return what.matcher(text).replaceAll(found -> Matcher.quoteReplacement(instead.apply(found.group())));
    }
}
