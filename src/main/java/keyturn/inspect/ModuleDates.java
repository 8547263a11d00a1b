package keyturn.inspect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.TSqlQuotes;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.domain.inspection.ServerStart;

/**
 * The dates of the files that loaded modules came from, in a batch of its own: the function is documented nowhere and may be
 * missing or refused. A file that came to its place after the engine had started is not the one that was loaded. Whether the
 * function speaks of UTC or of local time nobody says either, so the later reading counts. A file that was moved there, and
 * not copied, keeps both of its times: that cannot be seen.
 *
 * @param there the server has the function, as from 2017
 */
record ModuleDates(SqlReader sql, boolean there) {

    private static final String SOURCE = "sys.dm_os_enumerate_filesystem";

    /** It goes through all folders below the one that it is given. */
    private static final int ROOT = 3;

    /** The same modules with the dates of their files; no round trip where there is none to ask for. */
    Fact<List<LoadedModule>> of(Fact<List<LoadedModule>> modules, Fact<ServerStart> started) throws Problem.Raised {
        List<String> paths = modules.value().orElse(List.of()).stream()
                .map(LoadedModule::path)
                .filter(path -> folder(path).length() > ROOT)
                .toList();
        if (!(modules instanceof Fact.Known<List<LoadedModule>> known)
                || known.content().isEmpty()) {
            return modules;
        }
        List<SqlReader.Result> answers = there && !paths.isEmpty() ? sql.read(batch(paths)) : List.of();
        return new Fact.Known<>(
                known.content().stream()
                        .map(module -> dated(module, answers, started))
                        .toList(),
                known.how());
    }

    static String batch(List<String> paths) {
        return paths.stream()
                .map(path -> "SELECT f.full_filesystem_path, f.creation_time, f.last_write_time,"
                        + " SYSDATETIMEOFFSET() AS server_now\nFROM " + SOURCE + "("
                        + TSqlQuotes.literal(folder(path)) + ", "
                        + TSqlQuotes.literal(path.substring(folder(path).length() + 1)) + ") AS f"
                        + " WHERE f.is_directory = 0;\n")
                .collect(Collectors.joining());
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('\\')));
    }

    private LoadedModule dated(LoadedModule module, List<SqlReader.Result> answers, Fact<ServerStart> started) {
        Fact<LocalDate> date = date(module.path(), answers, started);
        return isReplaced(module.path(), answers, started) ? module.replaced(date) : module.dated(date);
    }

    private Fact<LocalDate> date(String path, List<SqlReader.Result> answers, Fact<ServerStart> started) {
        if (!there) {
            return new Fact.Unknown<>(Message.of("inspect.since", SOURCE, "2017"));
        }
        if (folder(path).length() <= ROOT) {
            return new Fact.Unknown<>(Message.of("inspect.module.root"));
        }
        try {
            return rows(answers)
                    .filter(row -> row.text("full_filesystem_path").equalsIgnoreCase(path))
                    .findFirst()
                    .map(row -> date(row, started))
                    .orElseGet(() -> new Fact.Unknown<>(failure(answers).orElse(Message.of("inspect.module.noFile"))));
        } catch (Row.Unexpected odd) {
            return new Fact.Unknown<>(odd.why());
        }
    }

    private static boolean isReplaced(String path, List<SqlReader.Result> answers, Fact<ServerStart> started) {
        try {
            return rows(answers)
                    .filter(row -> row.text("full_filesystem_path").equalsIgnoreCase(path))
                    .anyMatch(row -> started.value()
                            .map(ServerStart::instant)
                            .filter(start -> isYounger(row, start))
                            .isPresent());
        } catch (Row.Unexpected odd) {
            return false;
        }
    }

    private static boolean isYounger(Row row, Instant start) {
        return Stream.of(row.local("last_write_time"), row.local("creation_time"))
                .flatMap(time -> Stream.of(
                        time.toInstant(ZoneOffset.UTC),
                        time.toInstant(row.offset("server_now").getOffset())))
                .anyMatch(start::isBefore);
    }

    private static Fact<LocalDate> date(Row row, Fact<ServerStart> started) {
        Optional<Instant> start = started.value().map(ServerStart::instant);
        if (start.isEmpty()) {
            return new Fact.Unknown<>(Message.of("inspect.module.noStart"));
        }
        LocalDateTime written = row.local("last_write_time");
        LocalDateTime created = row.local("creation_time");
        return isYounger(row, start.get())
                ? new Fact.Unknown<>(Message.of(
                        "inspect.module.replaced",
                        (created.isAfter(written) ? created : written).truncatedTo(ChronoUnit.SECONDS)))
                : new Fact.Known<>(written.toLocalDate(), SOURCE);
    }

    private static Stream<Row> rows(List<SqlReader.Result> answers) {
        return answers.stream()
                .filter(SqlReader.Rows.class::isInstance)
                .flatMap(answer -> ((SqlReader.Rows) answer).rows().stream())
                .map(Row::new);
    }

    private static Optional<Message> failure(List<SqlReader.Result> answers) {
        return answers.stream().flatMap(answer -> failure(answer).stream()).findFirst();
    }

    private static Optional<Message> failure(SqlReader.Result answer) {
        return switch (answer) {
            case SqlReader.Rows rows -> Optional.empty();
            case SqlReader.Cut cut -> Optional.of(cut.why());
            case SqlReader.Failed failed ->
                Optional.of(Message.of("inspect.failed", SOURCE, failed.number(), failed.text()));
        };
    }
}
