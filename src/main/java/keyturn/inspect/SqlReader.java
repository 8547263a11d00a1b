package keyturn.inspect;

import java.util.List;
import java.util.Map;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import org.jspecify.annotations.Nullable;

/** Reads from SQL Server: one round trip a call. */
public interface SqlReader {

    /**
     * Sends a batch of SELECTs and drains all results. What passes a limit is {@link Cut} and hides no other result.
     *
     * @throws Problem.Raised if the batch as a whole failed: connection gone, time-out, syntax
     */
    List<Result> read(String batch) throws Problem.Raised;

    /** What one statement gave. */
    sealed interface Result {}

    /**
     * What the server says of a column.
     *
     * @param type with its length, or its precision and scale, as a declaration has them
     * @param mayBeNull false only where the server says that it never is
     */
    record Column(String name, String type, boolean mayBeNull) {}

    /**
     * Rows; a value is a String, Integer, Long, Boolean, BigDecimal, byte[], java.time value, or null for NULL.
     *
     * @param columns in order
     */
    record Rows(List<Column> columns, List<Map<String, @Nullable Object>> rows) implements Result {

        /** Where nobody asks what the server says of the columns. */
        public Rows(List<Map<String, @Nullable Object>> rows) {
            this(List.of(), rows);
        }
    }

    /** An error of one statement, with its number. */
    record Failed(int number, String text) implements Result {}

    /**
     * It went on for longer, or brought more, than an answer may. Results before it are whole; where the connection had to be
     * ended, nothing comes after it, and every later batch is answered by this alone.
     */
    record Cut(Message why) implements Result {}
}
