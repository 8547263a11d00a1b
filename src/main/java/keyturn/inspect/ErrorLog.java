package keyturn.inspect;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What the server's error log says of providers and their keys since a time: 33028, 33081 and 33111. Some lines name their
 * error by number, others only by its words; both are known here (document: sys.messages).
 */
public final class ErrorLog {

    private static final Map<Integer, Pattern> WORDS = Map.of(
            33028, Pattern.compile("(?i)Cannot open session for .*Provider error code"),
            33081, Pattern.compile("(?i)Failed to verify (the )?Authenticode signature"),
            33111, Pattern.compile("(?i)Cannot find server .* with thumbprint"));

    /** The log can be long: the server looks for these, and this room for the numbers. */
    private static final List<String> SOUGHT =
            List.of("33028", "33081", "33111", "Provider error code", "Authenticode", "thumbprint");

    private ErrorLog() {}

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
        return WORDS.entrySet().stream()
                .filter(known -> known.getValue().matcher(text).find() || text.contains("Error: " + known.getKey()))
                .findFirst()
                .map(known -> new ErrorLine(at.toInstant(now.getOffset()), known.getKey(), text.strip()));
    }
}
