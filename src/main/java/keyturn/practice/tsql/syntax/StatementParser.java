package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Statements: which one stands here, one after another. */
final class StatementParser {

    /** Words that begin a statement of a real server which is none here. */
    private static final Set<String> FOREIGN = Keywords.words("""
            ADD BULK CHECKPOINT DBCC DENY KILL
            READTEXT RESTORE REVERT SETUSER SHUTDOWN UPDATETEXT WRITETEXT
            """);

    private final Grammar grammar;
    private final TokenStream tokens;
    private boolean first = true;

    StatementParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** A whole batch. */
    List<Statement> batch() {
        var statements = new ArrayList<Statement>();
        boolean more = tokens.acceptSymbol(";");
        while (more) {
            more = tokens.acceptSymbol(";");
        }
        if (tokens.peek().isName() && !isForeign() && !tokens.at("throw") && !isLabel()) {
            statements.add(grammar.executes.bare());
        }
        while (!tokens.atEnd()) {
            add(statements);
        }
        return statements;
    }

    /** The next one, unless a semicolon alone stands here. */
    void add(List<Statement> statements) {
        if (tokens.acceptSymbol(";")) {
            return;
        }
        if (tokens.at("with") && !statements.isEmpty() && !tokens.behindSemicolon()) {
            throw Faults.withAfterStatement(tokens.line(), tokens.peek().text());
        }
        if (tokens.at("throw") && !statements.isEmpty() && !tokens.behindSemicolon()) {
            throw tokens.fault();
        }
        statements.add(statement());
        first = false;
    }

    /** No statement of the batch has been read yet. */
    boolean isFirst() {
        return first;
    }

    private boolean isLabel() {
        return tokens.peek().isName() && tokens.ahead(1).isSymbol(":");
    }

    boolean isForeign() {
        return tokens.atAny(FOREIGN);
    }

    Statement statement() {
        tokens.deeper();
        var statement = byKeyword(tokens.peek());
        tokens.shallower();
        return statement;
    }

    private Statement byKeyword(Token token) {
        if (isLabel()) {
            tokens.next();
            tokens.next();
            return new JumpStatement.Label(token.line(), token.text());
        }
        if (token.kind() != Token.Kind.WORD) {
            if (tokens.atSymbol("(")) {
                return new Statement.Select(token.line(), grammar.queries.statement());
            }
            throw tokens.fault();
        }
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "SELECT" -> new Statement.Select(token.line(), grammar.queries.statement());
            case "WITH" -> grammar.queries.named();
            case "INSERT", "UPDATE", "DELETE", "MERGE" -> grammar.changes.statement(List.of());
            case "TRUNCATE" -> grammar.tables.truncate();
            case "OPEN", "FETCH", "CLOSE", "DEALLOCATE" -> grammar.cursors.statement();
            case "GOTO" -> new JumpStatement.Goto(tokens.next().line(), tokens.expectName());
            case "USE" -> use();
            case "SET" -> grammar.sets.set();
            case "DECLARE" -> declare();
            case "IF", "WHILE", "BEGIN", "BREAK", "CONTINUE", "RETURN", "WAITFOR" -> grammar.control.statement();
            case "PRINT", "RAISERROR", "THROW" -> grammar.raises.statement();
            case "COMMIT", "ROLLBACK", "SAVE" -> grammar.transactions.end();
            case "EXEC", "EXECUTE" -> grammar.executes.execute();
            case "RECONFIGURE" -> reconfigure();
            case "CREATE", "ALTER", "DROP" -> grammar.providers.definition();
            case "GRANT", "DENY", "REVOKE" -> grammar.permissions.permit();
            case "RESTORE" -> grammar.restores.restore();
            case "DBCC" -> grammar.maintenance.dbcc();
            case "CHECKPOINT" -> grammar.maintenance.checkpoint();
            case "KILL" -> grammar.maintenance.kill();
            case "SHUTDOWN" -> grammar.maintenance.shutdown();
            case "REVERT" -> grammar.contexts.revert();
            case "SETUSER" -> grammar.contexts.setUser();
            case "BACKUP" -> grammar.backups.backup();
            default -> throw isForeign() ? tokens.unsupported() : tokens.fault();
        };
    }

    private Statement use() {
        int line = tokens.next().line();
        return new Statement.Use(line, tokens.expectName());
    }

    private Statement reconfigure() {
        int line = tokens.next().line();
        boolean override = tokens.at("with", "override");
        if (override) {
            tokens.next();
            tokens.next();
        }
        return new Statement.Reconfigure(line, override);
    }

    private Statement declare() {
        int line = tokens.next().line();
        if (tokens.peek().isName() && grammar.cursors.isDeclared()) {
            return grammar.cursors.declared(line);
        }
        if (!tokens.atEnd() && tokens.peek().isName()) {
            tokens.next();
            throw tokens.unsupported();
        }
        var statements = new ArrayList<Statement>();
        do {
            statements.add(declared(line));
        } while (tokens.acceptSymbol(","));
        return statements.size() == 1 ? statements.getFirst() : new Statement.Block(line, statements);
    }

    /** Variables up to the next that holds a table or a cursor, or such a one. */
    private Statement declared(int line) {
        if (tokens.peek().kind() == Token.Kind.VARIABLE && holds("table")) {
            var variable = tokens.next();
            tokens.accept("as");
            return grammar.tables.declared(line, variable);
        }
        return tokens.peek().kind() == Token.Kind.VARIABLE && holds("cursor")
                ? grammar.cursors.declared(line)
                : new Statement.Declare(line, declarations(false));
    }

    private boolean holds(String word) {
        return tokens.ahead(1).is(word)
                || (tokens.ahead(1).is("as") && tokens.ahead(2).is(word));
    }

    /**
     * The declarations of DECLARE or of a parameter list.
     *
     * @param parameters OUTPUT and READONLY may follow
     */
    List<Statement.Declaration> declarations(boolean parameters) {
        var declarations = new ArrayList<Statement.Declaration>();
        do {
            var name = tokens.expect(Token.Kind.VARIABLE);
            tokens.accept("as");
            var type = grammar.names.type();
            Optional<Expression> value =
                    tokens.acceptSymbol("=") ? Optional.of(grammar.expressions.value()) : Optional.empty();
            if (parameters && !tokens.accept("output") && !tokens.accept("out")) {
                tokens.accept("readonly");
            }
            declarations.add(new Statement.Declaration(name.line(), name.text(), type, value));
        } while (continues(parameters));
        return declarations;
    }

    /** Another declaration follows; one that holds a table or a cursor is a statement of its own. */
    private boolean continues(boolean parameters) {
        boolean other = tokens.ahead(2).is("table") || tokens.ahead(2).is("cursor");
        return (parameters || !other) && tokens.acceptSymbol(",");
    }
}
