package keyturn.practice.server;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.query.Variables;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The variables of one batch, parameters included. */
final class BatchVariables implements Variables {

    private final Map<String, SqlType> types = new HashMap<>();
    private final Map<String, @Nullable Object> values = new HashMap<>();

    /** @throws SqlError 134 if there is one already */
    void declare(String name, SqlType type, int line) {
        if (types.putIfAbsent(key(name), type) != null) {
            throw new SqlError(
                    134,
                    15,
                    2,
                    line,
                    "The variable name '" + name + "' has already been declared. Variable names must be unique within a"
                            + " query batch or stored procedure.");
        }
    }

    @Override
    public Optional<SqlType> type(String name) {
        return Optional.ofNullable(types.get(key(name)));
    }

    @Override
    public @Nullable Object value(String name) {
        return values.get(key(name));
    }

    @Override
    public void assign(String name, @Nullable Object value) {
        values.put(key(name), value);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
