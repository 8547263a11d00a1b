package keyturn.inspect.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.inspect.SqlReader;

/** What a recording of a real server says of the range: which of its answers have other columns. */
final class RecordingContract {

    private RecordingContract() {}

    /**
     * Tables that only one of both has are no difference: a server that has no connector is asked less.
     *
     * @param real the server's
     * @param range the range's, of the same version
     */
    static List<String> differences(Recording real, Recording range) {
        List<String> differences = new ArrayList<>();
        Map<String, SqlReader.Rows> ours = range.tables();
        real.tables()
                .forEach((part, theirs) -> Optional.ofNullable(ours.get(part))
                        .ifPresent(own -> differences.addAll(differences(part, theirs, own))));
        return differences;
    }

    private static List<String> differences(String part, SqlReader.Rows real, SqlReader.Rows range) {
        List<String> differences = new ArrayList<>();
        if (!real.columns().equals(range.columns())) {
            differences.add(part + ": " + real.columns() + " but the range has " + range.columns());
        }
        for (SqlReader.Column column : range.columns()) {
            boolean none = real.rows().stream().anyMatch(row -> row.get(column.name()) == null);
            if (none && !column.mayBeNull()) {
                differences.add(part + ": " + column.name() + " is NULL, which the range says it never is");
            }
        }
        return differences;
    }
}
