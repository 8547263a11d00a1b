package keyturn.evidence.ticket;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.OneLine;

/** Names of databases: all of them once, under the impact, and elsewhere no more than a reader takes in. */
final class DatabaseNames {

    /** More than these are told by the first of them and their number. */
    static final int MANY = 20;

    private static final int FIRST = 3;

    /** Characters of the whole list: it names a thousand tenants, and not ten thousand. */
    private static final int LIST = 25_000;

    private DatabaseNames() {}

    static boolean many(List<?> databases) {
        return databases.size() > MANY;
    }

    /** Words of one line each. */
    static String some(List<String> names) {
        return many(names)
                ? more(names.stream().limit(FIRST).collect(Collectors.joining(", ")), names.size() - FIRST)
                : String.join(", ", names);
    }

    static String all(List<DatabaseName> databases) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < databases.size(); i++) {
            if (all.length() > LIST) {
                return more(all.toString(), databases.size() - i);
            }
            all.append(i == 0 ? "" : ", ").append(OneLine.shown(databases.get(i).value()));
        }
        return all.toString();
    }

    private static String more(String names, int others) {
        return Message.of("evidence.change.names.more", names, others).text();
    }
}
