package keyturn.practice.tsql.syntax;

import java.util.List;
import java.util.Optional;

/** One entry in the parentheses of CREATE TABLE. */
public sealed interface TableElement {

    int line();

    /**
     * A column. Keys and checks written behind it come as elements of their own.
     *
     * @param type empty for a computed column and for a bare {@code timestamp}
     * @param computed of {@code a AS expression}
     * @param nullable empty where neither NULL nor NOT NULL is written
     */
    record ColumnElement(
            int line,
            String name,
            Optional<TypeName> type,
            Optional<Expression> computed,
            Optional<Boolean> nullable,
            Optional<Default> defaulted,
            Optional<Counter> identity,
            Optional<String> collation)
            implements TableElement {}

    /** {@code DEFAULT expression}, with its constraint's name where one is written. */
    record Default(Optional<String> name, Expression value) {}

    /** {@code IDENTITY (seed, increment)}, as written. */
    record Counter(String seed, String increment) {}

    /** {@code CONSTRAINT n PRIMARY KEY CLUSTERED (a, b)} or UNIQUE. */
    record KeyElement(
            int line, Optional<String> name, boolean primary, Optional<Boolean> clustered, List<String> columns)
            implements TableElement {
        public KeyElement {
            columns = List.copyOf(columns);
        }
    }

    /** {@code CONSTRAINT n CHECK (condition)}; column where it stands behind one. */
    record CheckElement(int line, Optional<String> name, Condition condition, Optional<String> column)
            implements TableElement {}

    /** {@code CONSTRAINT n DEFAULT e FOR a}, of ALTER TABLE. */
    record DefaultElement(int line, Default defaulted, String column) implements TableElement {}

    /** A foreign key or an index: read, and nothing more. */
    record OtherElement(int line) implements TableElement {}
}
