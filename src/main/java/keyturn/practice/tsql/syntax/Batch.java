package keyturn.practice.tsql.syntax;

import java.util.List;

/** A parsed batch. A batch with a syntax error has no statements: the server runs none of it. */
public record Batch(List<Statement> statements) {
    public Batch {
        statements = List.copyOf(statements);
    }
}
