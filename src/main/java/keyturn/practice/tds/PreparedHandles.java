package keyturn.practice.tds;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.SqlError;

/** The statements that a session has prepared. */
final class PreparedHandles {

    /** Characters of all prepared texts of a session. */
    private static final int MOST = 16 << 20;

    private final Map<Integer, Prepared> prepared = new HashMap<>();
    private int last;
    private long size;

    /** A text with the parameters it declares. */
    record Prepared(String sql, String declarations) {
        int size() {
            return sql.length() + declarations.length();
        }
    }

    int add(Prepared statement) {
        size += statement.size();
        if (size > MOST) {
            size -= statement.size();
            throw new SqlError(
                    701,
                    17,
                    123,
                    0,
                    "There is insufficient system memory in resource pool 'default' to run this query.");
        }
        prepared.put(++last, statement);
        return last;
    }

    Prepared get(int handle) {
        return Optional.ofNullable(prepared.get(handle)).orElseThrow(() -> unknown(handle));
    }

    void remove(int handle) {
        Prepared gone = Optional.ofNullable(prepared.remove(handle)).orElseThrow(() -> unknown(handle));
        size -= gone.size();
    }

    void clear() {
        prepared.clear();
        size = 0;
    }

    private static SqlError unknown(int handle) {
        return new SqlError(8179, 16, 2, 0, "Could not find prepared statement with handle " + handle + ".");
    }
}
