package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements that hold others or lead away from where they stand: IF, WHILE, BEGIN, TRY, RETURN and their kin. */
final class ControlParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    ControlParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement statement() {
        if (tokens.at("begin")) {
            return begin();
        }
        var word = tokens.next();
        int line = word.line();
        if (word.is("if")) {
            return branch(line);
        }
        if (word.is("while")) {
            return new Statement.While(line, grammar.conditions.condition(), grammar.statements.statement());
        }
        if (word.is("return")) {
            return new Statement.Return(
                    line, beginsValue() ? Optional.of(grammar.expressions.value()) : Optional.empty());
        }
        return word.is("waitfor") ? waitFor(line) : new Statement.Jump(line, word.is("break"));
    }

    private Statement branch(int line) {
        var condition = grammar.conditions.condition();
        var then = grammar.statements.statement();
        if (tokens.atSymbol(";") && tokens.ahead(1).is("else")) {
            tokens.next();
        }
        Optional<Statement> otherwise =
                tokens.accept("else") ? Optional.of(grammar.statements.statement()) : Optional.empty();
        return new Statement.If(line, condition, then, otherwise);
    }

    /** What follows RETURN is its value unless it begins a statement. */
    private boolean beginsValue() {
        var token = tokens.peek();
        return switch (token.kind()) {
            case STRING, NATIONAL_STRING, INTEGER, DECIMAL, FLOAT, MONEY, BINARY, VARIABLE, GLOBAL, QUOTED -> true;
            case WORD -> (token.isName() && !token.is("throw")) || token.is("null") || token.is("case");
            case SYMBOL -> !token.isSymbol(";") && !token.isSymbol(")");
            case FAULT, END -> false;
        };
    }

    private Statement waitFor(int line) {
        boolean delay = tokens.accept("delay");
        if (!delay) {
            if (!tokens.at("time")) {
                throw tokens.unsupported();
            }
            tokens.next();
        }
        var token = tokens.peek();
        if (!token.isString() && token.kind() != Token.Kind.VARIABLE) {
            throw tokens.fault();
        }
        return new Statement.WaitFor(line, delay, grammar.primaries.literal());
    }

    private Statement begin() {
        var following = tokens.ahead(1);
        if (following.is("tran") || following.is("transaction")) {
            return grammar.transactions.begin();
        }
        int line = tokens.next().line();
        if (tokens.accept("try")) {
            return attempt(line);
        }
        if (tokens.at("catch") || tokens.at("distributed") || tokens.at("dialog")) {
            throw tokens.unsupported();
        }
        return new Statement.Block(line, block(true));
    }

    private Statement attempt(int line) {
        var attempted = block(true);
        tokens.expect("try");
        tokens.expect("begin");
        tokens.expect("catch");
        var caught = block(false);
        tokens.expect("catch");
        return new Statement.TryCatch(line, attempted, caught);
    }

    /** All up to END and END itself. */
    private List<Statement> block(boolean filled) {
        tokens.acceptSymbol(";");
        var statements = new ArrayList<Statement>();
        boolean more = filled || !tokens.at("end");
        while (more) {
            grammar.statements.add(statements);
            more = !tokens.at("end");
        }
        tokens.next();
        return statements;
    }
}
