package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import keyturn.practice.Range;
import keyturn.practice.server.state.Instance;

/** Changes a running range behind the back of whoever has looked at it. */
public final class Meddler {

    private Meddler() {}

    /** As a colleague would, by T-SQL. */
    public static void send(Range range, String batch) throws SQLException {
        try (RangeClient colleague = RangeClient.administrator(range)) {
            assertEquals(List.of(), colleague.run(batch).errors());
        }
    }

    /** What no statement of the range does. */
    public static void change(Range range, UnaryOperator<Instance> change) {
        range.server().change(change);
    }
}
