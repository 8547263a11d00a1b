package keyturn.practice.tsql.query;

import java.util.Optional;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The variables that a batch has declared, parameters included. Names come with their sign and match without case. */
public interface Variables {

    /** No variable at all. */
    Variables NONE = new Variables() {
        @Override
        public Optional<SqlType> type(String name) {
            return Optional.empty();
        }

        @Override
        public @Nullable Object value(String name) {
            return null;
        }

        @Override
        public void assign(String name, @Nullable Object value) {
            throw new IllegalArgumentException(name);
        }
    };

    /** The table variable of that name: whoever asks raises 1087 where there is none. */
    default Optional<Relation> table(String name) {
        return Optional.empty();
    }

    /** Empty where no such variable is declared: whoever asks raises 137. */
    Optional<SqlType> type(String name);

    /** The value at the time of asking, of the Java class that the variable's type names. */
    @Nullable
    Object value(String name);

    /** Takes a value that is already converted to the variable's type. */
    void assign(String name, @Nullable Object value);
}
