package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.List;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.Prevailing;

/**
 * A procedure that a user made.
 *
 * @param text as the catalog keeps it
 */
public record Procedure(
        int id,
        String schema,
        String name,
        LocalDateTime created,
        LocalDateTime modified,
        List<Statement.Declaration> parameters,
        List<Statement> body,
        String text) {

    public Procedure {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }

    public boolean isNamed(String other) {
        return (name.startsWith("#") ? Prevailing.server() : Prevailing.here()).same(name, other);
    }
}
