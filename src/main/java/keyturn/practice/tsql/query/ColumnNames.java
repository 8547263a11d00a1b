package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.Prevailing;

/** Names of the columns of a derived table or CTE: those written behind its alias, else its own. */
final class ColumnNames {

    private ColumnNames() {}

    static List<Column> of(List<Column> own, List<String> written, String alias, int line) {
        if (!written.isEmpty() && written.size() != own.size()) {
            boolean more = own.size() > written.size();
            throw BindErrors.error(
                    more ? 8158 : 8159,
                    line,
                    "'" + alias + "' has " + (more ? "more" : "fewer")
                            + " columns than were specified in the column list.");
        }
        List<Column> named = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < own.size(); i++) {
            Column column = own.get(i);
            String name = written.isEmpty() ? column.name() : written.get(i);
            if (name.isEmpty()) {
                throw BindErrors.error(
                        8155, line, "No column name was specified for column " + (i + 1) + " of '" + alias + "'.");
            }
            if (!seen.add(Prevailing.here().key(name))) {
                throw BindErrors.error(
                        8156, line, "The column '" + name + "' was specified multiple times for '" + alias + "'.");
            }
            named.add(column.named(name));
        }
        return named;
    }
}
