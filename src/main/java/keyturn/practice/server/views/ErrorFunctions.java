package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import java.util.function.Function;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** What a CATCH block asks; outside of one the answers are NULL. */
final class ErrorFunctions {

    private ErrorFunctions() {}

    static List<ServerFunctions.Shape> shapes() {
        return List.of(
                error("ERROR_NUMBER", INT, CaughtError::number),
                error("ERROR_SEVERITY", INT, CaughtError::severity),
                error("ERROR_STATE", INT, CaughtError::state),
                error("ERROR_LINE", INT, CaughtError::line),
                error("ERROR_MESSAGE", nvarchar(4000), CaughtError::text),
                error("ERROR_PROCEDURE", nvarchar(128), e -> e.procedure().isEmpty() ? null : e.procedure()),
                new ServerFunctions.Shape(
                        "XACT_STATE",
                        List.of(),
                        0,
                        SMALLINT,
                        a -> transaction(a.scene().session())));
    }

    private static ServerFunctions.Shape error(
            String name, SqlType type, Function<CaughtError, @Nullable Object> value) {
        return new ServerFunctions.Shape(
                name, List.of(), 0, type, a -> a.scene().caught().map(value).orElse(null));
    }

    private static int transaction(SessionFacts session) {
        return session.doomed() ? -1 : session.transactions() > 0 ? 1 : 0;
    }
}
