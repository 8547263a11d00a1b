package keyturn.practice.server;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.syntax.JumpStatement;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.Prevailing;

/** The labels of a text: each stands once, and each GOTO finds its own. */
final class Labels {

    private final Set<String> known = new HashSet<>();

    /** @throws keyturn.practice.tsql.SqlError 132 one twice, 133 one that is not there */
    void check(List<Statement> statements) {
        statements.forEach(this::gather);
        statements.forEach(this::look);
    }

    private void gather(Statement statement) {
        if (statement instanceof JumpStatement.Label label
                && !known.add(Prevailing.server().key(label.label()))) {
            throw Messages.error(132, 1, label.label()).onLine(label.line());
        }
        Compiler.held(statement).forEach(this::gather);
    }

    private void look(Statement statement) {
        if (statement instanceof JumpStatement.Goto jump
                && !known.contains(Prevailing.server().key(jump.label()))) {
            throw Messages.error(133, 1, jump.label()).onLine(jump.line());
        }
        Compiler.held(statement).forEach(this::look);
    }
}
