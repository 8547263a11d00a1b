package keyturn.inspect.startup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Fact;
import keyturn.inspect.SqlReader;
import keyturn.inspect.startup.StartupSeen.LogLine;
import keyturn.inspect.startup.StartupSeen.Opening;
import org.jspecify.annotations.Nullable;

/** Asks a server that starts how far it is, in one round trip. A start begins a new error log, so all of it is read. */
public final class StartupLook {

    /** The server's clock, and a state for each database: what the last statement is refused does not hide these. */
    static final String BATCH = """
            SELECT SYSDATETIMEOFFSET() AS server_now;
            SELECT d.name, d.state_desc,
              (SELECT MAX(r.percent_complete) FROM sys.dm_exec_requests AS r
                WHERE r.database_id = d.database_id AND r.command = N'DB STARTUP') AS percent_complete
            FROM sys.databases AS d;
            EXEC sys.sp_readerrorlog 0, 1;
            """;

    /** As for one that may not see what other sessions do: without the percentage. */
    static final String WITHOUT_REQUESTS = """
            SELECT SYSDATETIMEOFFSET() AS server_now;
            SELECT d.name, d.state_desc FROM sys.databases AS d;
            EXEC sys.sp_readerrorlog 0, 1;
            """;

    /** Message 3450, which the engine writes about a recovery that takes long. */
    private static final Pattern RECOVERY =
            Pattern.compile("Recovery of database '(.+)' \\(\\d+\\) is (\\d{1,3})% complete.*", Pattern.DOTALL);

    private static final Set<Integer> DENIED = Set.of(229, 297, 300, 15003);

    private Instant now = Instant.EPOCH;
    private final Map<String, Integer> told = new HashMap<>();
    private final List<LogLine> lines = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    private final List<SqlReader.Failed> failures = new ArrayList<>();
    private Optional<Message> cut = Optional.empty();
    private Optional<OffsetDateTime> clock = Optional.empty();

    private StartupLook() {}

    /**
     * @param since lines of the error log that are older are left out, by the clock of this machine
     * @param here what that clock shows now
     * @throws Problem.Raised if the connection is gone
     */
    public static StartupSeen of(SqlReader sql, Instant since, Instant here) throws Problem.Raised {
        StartupSeen seen = new StartupLook().read(sql.read(BATCH), since, here);
        return seen.databases().isEmpty() ? new StartupLook().read(sql.read(WITHOUT_REQUESTS), since, here) : seen;
    }

    private StartupSeen read(List<SqlReader.Result> results, Instant since, Instant here) {
        for (SqlReader.Result result : results) {
            switch (result) {
                case SqlReader.Rows answered -> answered.rows().forEach(this::hear);
                case SqlReader.Failed failed -> failures.add(failed);
                case SqlReader.Cut ended -> cut = Optional.of(ended.why());
            }
        }
        Duration ahead = Duration.between(here, now);
        Instant from = since.plus(ahead);
        List<LogLine> young =
                lines.stream().filter(line -> !line.at().isBefore(from)).toList();
        return new StartupSeen(now, rows.stream().map(this::opening).toList(), log(young));
    }

    private void hear(Map<String, @Nullable Object> row) {
        if (row.get("server_now") instanceof OffsetDateTime time) {
            clock = Optional.of(time);
            now = time.toInstant();
        } else if (row.get("name") instanceof String) {
            rows.add(row);
        } else if (row.get("LogDate") instanceof LocalDateTime at && row.get("Text") instanceof String text) {
            clock.ifPresent(offset -> hear(new LogLine(at.toInstant(offset.getOffset()), text.strip())));
        }
    }

    private void hear(LogLine line) {
        lines.add(line);
        Matcher recovery = RECOVERY.matcher(line.text());
        if (recovery.matches()) {
            told.put(recovery.group(1), Integer.parseInt(recovery.group(2)));
        }
    }

    private Opening opening(Map<String, @Nullable Object> row) {
        String name = String.valueOf(row.get("name"));
        String state = String.valueOf(row.get("state_desc"));
        OptionalInt percent =
                state.equals("RECOVERING") ? percent(name, row.get("percent_complete")) : OptionalInt.empty();
        return new Opening(new DatabaseName(name), state, percent);
    }

    /** What the engine shows of the recovery itself; else what it wrote down last. */
    private OptionalInt percent(String name, @Nullable Object shown) {
        if (shown instanceof Number number && number.intValue() > 0) {
            return OptionalInt.of(Math.min(100, number.intValue()));
        }
        return told.containsKey(name) ? OptionalInt.of(told.getOrDefault(name, 0)) : OptionalInt.empty();
    }

    private Fact<List<LogLine>> log(List<LogLine> young) {
        if (cut.isPresent()) {
            return new Fact.Unknown<>(cut.get());
        }
        if (failures.isEmpty()) {
            return new Fact.Known<>(young, "sp_readerrorlog");
        }
        SqlReader.Failed failed = failures.getLast();
        return DENIED.contains(failed.number())
                ? new Fact.NotPermitted<>(Permission.onServer("VIEW ANY ERROR LOG"))
                : new Fact.Unknown<>(Message.of("inspect.failed", "sp_readerrorlog", failed.number(), failed.text()));
    }
}
