package keyturn.inspect;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What the current file of the server's error log says of providers and their keys since a time. A line above the text of an error has
 * its number, in every language; three errors are also known by their English words alone (document: sys.messages).
 */
public final class ErrorLog {

    private static final Map<Integer, Pattern> WORDS = Map.of(
            33028, Pattern.compile("(?i)Cannot open session for .*Provider error code"),
            33081, Pattern.compile("(?i)Failed to verify (the )?Authenticode signature"),
            33111, Pattern.compile("(?i)Cannot find server .* with thumbprint"));

    /** Errors of providers and keys, and of logs whose key is lost. */
    private static final Set<Integer> NUMBERS = Set.of(
            3314, 9001, 33022, 33027, 33028, 33029, 33030, 33047, 33049, 33053, 33055, 33056, 33081, 33082, 33085,
            33111, 33126);

    /** Number, severity and state, under the words of any language. */
    private static final Pattern HEAD = Pattern.compile("^\\D{1,20}[:：] ?(\\d{4,5})[,，、]\\D{1,20}[:：] ?\\d{1,2}[,，、]");

    /** The log can be long: the server looks for these, and this room for the numbers. */
    private static final List<String> SOUGHT =
            List.of(": 33", "3314,", "9001,", "Provider error code", "Authenticode", "thumbprint");

    private ErrorLog() {}

    /**
     * Those that tell of a DLL or a key that SQL Server did not get at its start: 33028, 33081 and 33111.
     *
     * @throws Problem.Raised if the connection is gone
     */
    public static Fact<List<ErrorLine>> atStart(Instant start, SqlReader sql) throws Problem.Raised {
        Fact<List<ErrorLine>> all = since(start, sql);
        return switch (all) {
            case Fact.Known<List<ErrorLine>> known ->
                new Fact.Known<>(
                        known.content().stream()
                                .filter(line -> WORDS.containsKey(line.number()))
                                .toList(),
                        known.how());
            case Fact.Unknown<List<ErrorLine>> unknown -> unknown;
            case Fact.NotPermitted<List<ErrorLine>> denied -> denied;
        };
    }

    /** @throws Problem.Raised if the connection is gone */
    public static Fact<List<ErrorLine>> since(Instant start, SqlReader sql) throws Problem.Raised {
        List<ErrorLine> lines = new ArrayList<>();
        Optional<OffsetDateTime> now = Optional.empty();
        for (SqlReader.Result result : sql.read(batch())) {
            switch (result) {
                case SqlReader.Failed failed -> {
                    return SectionAnswers.denied(failed.number())
                            ? new Fact.NotPermitted<>(Permission.onServer("VIEW ANY ERROR LOG"))
                            : new Fact.Unknown<>(
                                    Message.of("inspect.failed", "sp_readerrorlog", failed.number(), failed.text()));
                }
                case SqlReader.Cut cut -> {
                    return new Fact.Unknown<>(cut.why());
                }
                case SqlReader.Rows rows -> {
                    for (Map<String, @Nullable Object> row : rows.rows()) {
                        now = row.get("server_now") instanceof OffsetDateTime time ? Optional.of(time) : now;
                        now.flatMap(at -> line(row, at))
                                .filter(line -> !line.at().isBefore(start) && !lines.contains(line))
                                .ifPresent(lines::add);
                    }
                }
            }
        }
        lines.sort(Comparator.comparing(ErrorLine::at));
        return new Fact.Known<>(List.copyOf(lines), "sp_readerrorlog");
    }

    static String batch() {
        StringBuilder batch = new StringBuilder("SELECT SYSDATETIMEOFFSET() AS server_now;\n");
        SOUGHT.forEach(text ->
                batch.append("EXEC sys.sp_readerrorlog 0, 1, N'").append(text).append("';\n"));
        return batch.toString();
    }

    private static Optional<ErrorLine> line(Map<String, @Nullable Object> row, OffsetDateTime now) {
        if (!(row.get("LogDate") instanceof LocalDateTime at) || !(row.get("Text") instanceof String text)) {
            return Optional.empty();
        }
        return number(text).map(known -> new ErrorLine(at.toInstant(now.getOffset()), known, text.strip()));
    }

    private static Optional<Integer> number(String text) {
        Matcher head = HEAD.matcher(text.strip());
        if (head.find()) {
            return Optional.of(Integer.valueOf(head.group(1))).filter(NUMBERS::contains);
        }
        return WORDS.entrySet().stream()
                .filter(known -> known.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
