package keyturn.practice.tsql.catalog;

import java.util.List;
import java.util.function.Function;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A function whose answer depends on the server or the session ({@code SERVERPROPERTY}, {@code DB_ID},
 * {@code HAS_PERMS_BY_NAME}, {@code SUSER_SNAME}); functions of the language alone (LEN, DATEADD) belong to the
 * evaluator.
 *
 * @param parameters types the arguments are converted to
 * @param required how many of them must be given; those left out at the end do not arrive, while one given as NULL
 *     does as {@code null}
 */
public record ScalarFunction(
        String name,
        List<SqlType> parameters,
        int required,
        SqlType result,
        Function<List<@Nullable Object>, @Nullable Object> apply) {
    public ScalarFunction {
        parameters = List.copyOf(parameters);
    }
}
