package keyturn.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.TSqlQuotes;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Surroundings.FileSeen;
import keyturn.domain.inspection.Surroundings.FileStamp;
import org.jspecify.annotations.Nullable;

/**
 * Whether files are there, in a batch of its own, so that its failure ends nothing else. From 2017 by a function; before
 * by {@code xp_fileexist}, which answers one row of three columns: is a file, is a folder, its folder is there.
 *
 * @param byFunction the server has {@code sys.dm_os_file_exists}
 */
record FileLook(SqlReader sql, boolean byFunction) {

    private static final String STAMPS = "sys.dm_os_enumerate_filesystem";

    List<FileSeen> at(List<DllPath> paths) throws Problem.Raised {
        if (paths.isEmpty()) {
            return List.of();
        }
        List<SqlReader.Result> results = sql.read(batch(paths, byFunction));
        List<FileSeen> seen = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            seen.add(new FileSeen(paths.get(i), there(results, i)));
        }
        return seen;
    }

    /** The same, with size and date of each: in a batch of its own too, since the function is documented nowhere. */
    List<FileSeen> stamped(List<DllPath> paths) throws Problem.Raised {
        List<FileSeen> seen = at(paths);
        if (!byFunction || seen.isEmpty()) {
            return seen;
        }
        List<SqlReader.Result> results = sql.read(stamps(paths));
        return IntStream.range(0, seen.size())
                .mapToObj(i -> new FileSeen(seen.get(i).path(), seen.get(i).there(), stamp(results, i)))
                .toList();
    }

    private static String stamps(List<DllPath> paths) {
        return paths.stream()
                .map(DllPath::value)
                .map(path -> "SELECT f.last_write_time, f.size_in_bytes FROM " + STAMPS + "("
                        + TSqlQuotes.literal(path.substring(0, path.lastIndexOf('\\'))) + ", "
                        + TSqlQuotes.literal(path.substring(path.lastIndexOf('\\') + 1))
                        + ") AS f WHERE f.is_directory = 0 AND f.full_filesystem_path = " + TSqlQuotes.literal(path)
                        + ";\n")
                .collect(Collectors.joining());
    }

    /** Folders below may have a file of its name too. */
    private static Fact<FileStamp> stamp(List<SqlReader.Result> results, int place) {
        boolean whole = results.stream().allMatch(SqlReader.Rows.class::isInstance) && place < results.size();
        List<Row> rows = whole && results.get(place) instanceof SqlReader.Rows answer
                ? answer.rows().stream().map(Row::new).toList()
                : List.of();
        try {
            return rows.size() == 1
                    ? new Fact.Known<>(
                            new FileStamp(
                                    rows.getFirst().local("last_write_time"),
                                    rows.getFirst().big("size_in_bytes")),
                            STAMPS)
                    : new Fact.Unknown<>(Message.of("inspect.noAnswer"));
        } catch (Row.Unexpected odd) {
            return new Fact.Unknown<>(odd.why());
        }
    }

    static String batch(List<DllPath> paths, boolean byFunction) {
        return paths.stream()
                .map(path -> TSqlQuotes.literal(path.value()))
                .map(path -> byFunction
                        ? "SELECT e.file_exists FROM sys.dm_os_file_exists(" + path + ") AS e;\n"
                        : "EXEC master.dbo.xp_fileexist " + path + ";\n")
                .collect(Collectors.joining());
    }

    /** After a failure nobody can say which answer belongs to which path. */
    private Fact<Boolean> there(List<SqlReader.Result> results, int place) {
        for (SqlReader.Result result : results) {
            if (result instanceof SqlReader.Failed failed) {
                return new Fact.Unknown<>(Message.of("inspect.failed", source(), failed.number(), failed.text()));
            }
            if (result instanceof SqlReader.Cut cut) {
                return new Fact.Unknown<>(cut.why());
            }
        }
        return place < results.size()
                        && results.get(place) instanceof SqlReader.Rows rows
                        && !rows.rows().isEmpty()
                ? new Fact.Known<>(
                        isFile(rows.rows().getFirst().values().iterator().next()), source())
                : new Fact.Unknown<>(Message.of("inspect.noAnswer"));
    }

    private String source() {
        return byFunction ? "sys.dm_os_file_exists" : "xp_fileexist";
    }

    private static boolean isFile(@Nullable Object first) {
        return Boolean.TRUE.equals(first) || (first instanceof Number number && number.intValue() == 1);
    }
}
