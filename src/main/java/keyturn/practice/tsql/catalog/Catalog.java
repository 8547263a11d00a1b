package keyturn.practice.tsql.catalog;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * What names mean to one statement of one session: one snapshot of the server, fixed while the statement lives.
 *
 * <p>Names come as written, from one to four parts (server, database, schema, object; a part left out between two dots
 * is empty). They match without regard to case unless the server's collation says otherwise. Whoever asks raises 208
 * (relation or table function), 195 or 4121 (scalar function), 137 (variable) where the answer is empty. A catalog
 * itself may raise 916 (no access to the database) or 262, 297, 300 (no permission) instead of answering.
 */
public interface Catalog {

    Optional<Relation> relation(List<String> name);

    Optional<TableFunction> tableFunction(List<String> name);

    Optional<ScalarFunction> scalarFunction(List<String> name);

    /** {@code @@SERVERNAME} and its kin; the name comes without the signs. */
    Optional<Global> global(String name);

    /** The instant that GETDATE() and its kin give for the whole statement, on the server's clock. */
    LocalDateTime now();

    /** Minutes east of UTC of the server's clock. */
    int offsetMinutes();

    /** A {@code @@} value. */
    record Global(SqlType type, @Nullable Object value) {}
}
