package keyturn.practice.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableColumn;
import keyturn.practice.tsql.SqlError;

/** The columns that an INSERT gives values to, in the order of its values. */
final class InsertColumns {

    private InsertColumns() {}

    /**
     * Those that are written.
     *
     * @param explicit IDENTITY_INSERT is on for this table
     * @throws SqlError 207 no such column, 264 one twice, 271, 273 not to be written, 544 IDENTITY gives this one, 545 or
     *     here IDENTITY does not
     */
    static List<Integer> written(Table table, List<String> names, boolean explicit) {
        List<Integer> places = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (String name : names) {
            int place = table.place(name).orElseThrow(() -> Messages.error(207, 1, name));
            if (!seen.add(place)) {
                throw Messages.error(264, 1, name);
            }
            demandWritable(table.columns().get(place));
            places.add(place);
        }
        boolean given =
                places.stream().anyMatch(p -> table.columns().get(p).identity().isPresent());
        if (given && !explicit) {
            throw Messages.error(544, 1, table.name());
        }
        if (explicit && !given) {
            throw Messages.error(545, 1, table.name());
        }
        return places;
    }

    private static void demandWritable(TableColumn column) {
        if (column.computed().isPresent()) {
            throw Messages.error(271, 1, column.name());
        }
        if (column.rowVersion()) {
            throw Messages.error(273, 1);
        }
    }

    /**
     * Those that are meant where none is written.
     *
     * @param count how many values there are
     * @param state of error 213
     * @throws SqlError 213 the count is another, 8101 IDENTITY's column is among them
     */
    static List<Integer> meant(Table table, int count, int state) {
        List<Integer> all = places(table, false);
        List<Integer> counted = places(table, true);
        if (count == counted.size()) {
            return counted;
        }
        if (count == all.size()) {
            throw Messages.error(8101, 1, table.name());
        }
        throw Messages.error(213, state);
    }

    private static List<Integer> places(Table table, boolean withoutIdentity) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).computed().isEmpty())
                .filter(i ->
                        !withoutIdentity || table.columns().get(i).identity().isEmpty())
                .boxed()
                .toList();
    }
}
