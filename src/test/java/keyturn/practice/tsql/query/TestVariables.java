package keyturn.practice.tsql.query;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Declared variables in a map. */
final class TestVariables implements Variables {

    private final Map<String, SqlType> types = new HashMap<>();
    private final Map<String, @Nullable Object> values = new HashMap<>();

    TestVariables declare(String name, SqlType type, @Nullable Object value) {
        types.put(name.toLowerCase(Locale.ROOT), type);
        assign(name, value);
        return this;
    }

    @Override
    public Optional<SqlType> type(String name) {
        return Optional.ofNullable(types.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public @Nullable Object value(String name) {
        return values.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void assign(String name, @Nullable Object value) {
        values.put(name.toLowerCase(Locale.ROOT), value);
    }
}
