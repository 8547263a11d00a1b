package keyturn.practice.tsql.catalog;

import java.util.List;
import java.util.function.Function;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A function in FROM, such as {@code sys.dm_cryptographic_provider_sessions(1)}; arguments arrive converted to the
 * parameter types.
 */
public record TableFunction(
        String name,
        List<SqlType> parameters,
        List<Column> columns,
        Function<List<@Nullable Object>, Iterable<@Nullable Object[]>> rows) {
    public TableFunction {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }
}
