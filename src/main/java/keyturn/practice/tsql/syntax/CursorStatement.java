package keyturn.practice.tsql.syntax;

import java.util.List;
import java.util.Optional;

/** Statements about cursors. A name with its sign is a variable's. */
public sealed interface CursorStatement extends Statement {

    /**
     * {@code DECLARE c CURSOR LOCAL FAST_FORWARD FOR SELECT ...}, {@code SET @c = CURSOR FOR SELECT ...}.
     *
     * @param options in upper case
     */
    record DeclareCursor(int line, String name, List<String> options, Query query) implements CursorStatement {
        public DeclareCursor {
            options = List.copyOf(options);
        }
    }

    /** {@code DECLARE @c CURSOR}. */
    record DeclareVariable(int line, String variable) implements CursorStatement {}

    /** {@code OPEN c}. */
    record Open(int line, String name) implements CursorStatement {}

    /** {@code FETCH NEXT FROM c INTO @a, @b}; offset for ABSOLUTE and RELATIVE. */
    record Fetch(int line, Direction direction, Optional<Expression> offset, String name, List<String> into)
            implements CursorStatement {
        public Fetch {
            into = List.copyOf(into);
        }
    }

    /** {@code CLOSE c}. */
    record Close(int line, String name) implements CursorStatement {}

    /** {@code DEALLOCATE c}. */
    record Deallocate(int line, String name) implements CursorStatement {}

    /** Which row FETCH wants. */
    enum Direction {
        NEXT,
        PRIOR,
        FIRST,
        LAST,
        ABSOLUTE,
        RELATIVE
    }
}
