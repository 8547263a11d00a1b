package keyturn.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.TSqlQuotes;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Surroundings.FileSeen;
import org.jspecify.annotations.Nullable;

/**
 * Whether files are there, in a batch of its own, so that its failure ends nothing else. From 2017 by a function; before
 * by {@code xp_fileexist}, which answers one row of three columns: is a file, is a folder, its folder is there.
 *
 * @param byFunction the server has {@code sys.dm_os_file_exists}
 */
record FileLook(SqlReader sql, boolean byFunction) {

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
