package keyturn.practice.tsql.syntax;

import java.util.List;

/** Statements about procedures. */
public sealed interface ModuleStatement extends Statement {

    /**
     * {@code CREATE OR ALTER PROCEDURE p @a int = 1, @b int OUTPUT AS ...}; the body is the rest of the batch.
     *
     * @param create it may be new
     * @param alter it may be there
     * @param text the whole batch, as the catalog keeps it: whatever the verb was, it says CREATE
     */
    record CreateProcedure(
            int line,
            boolean create,
            boolean alter,
            List<String> name,
            List<Statement.Declaration> parameters,
            List<Statement> body,
            String text)
            implements ModuleStatement {
        public CreateProcedure {
            name = List.copyOf(name);
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /** {@code DROP PROCEDURE IF EXISTS a, b}. */
    record DropProcedure(int line, boolean ifExists, List<List<String>> names) implements ModuleStatement {
        public DropProcedure {
            names = names.stream().map(List::copyOf).toList();
        }
    }
}
