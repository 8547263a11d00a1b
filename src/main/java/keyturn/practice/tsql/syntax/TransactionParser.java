package keyturn.practice.tsql.syntax;

import java.util.Optional;
import keyturn.practice.tsql.syntax.Statement.TransactionVerb;

/** BEGIN, COMMIT, ROLLBACK and SAVE TRANSACTION. */
final class TransactionParser {

    private final TokenStream tokens;

    TransactionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    Statement begin() {
        int line = tokens.next().line();
        tokens.next();
        var name = name();
        if (name.isPresent() && tokens.at("with", "mark")) {
            tokens.next();
            tokens.next();
            if (tokens.peek().isString()) {
                tokens.next();
            }
        }
        return new Statement.Transaction(line, TransactionVerb.BEGIN, name);
    }

    Statement end() {
        var word = tokens.next();
        if (word.is("save")) {
            if (!tokens.accept("tran")) {
                tokens.expect("transaction");
            }
            var name = name();
            if (name.isEmpty()) {
                throw tokens.fault();
            }
            return new Statement.Transaction(word.line(), TransactionVerb.SAVE, name);
        }
        boolean named = tokens.accept("tran") || tokens.accept("transaction");
        if (!named) {
            tokens.accept("work");
        }
        Optional<String> name = named ? name() : Optional.empty();
        boolean commit = word.is("commit");
        if (commit && tokens.at("with") && tokens.ahead(1).isSymbol("(")) {
            durability();
        }
        return new Statement.Transaction(word.line(), commit ? TransactionVerb.COMMIT : TransactionVerb.ROLLBACK, name);
    }

    private void durability() {
        tokens.next();
        tokens.next();
        tokens.expect("delayed_durability");
        tokens.expectSymbol("=");
        if (!tokens.accept("on")) {
            tokens.expect("off");
        }
        tokens.expectSymbol(")");
    }

    /** A name, or a variable that holds it, with its sign. */
    private Optional<String> name() {
        var token = tokens.peek();
        boolean found = token.isName() || token.kind() == Token.Kind.VARIABLE;
        return found ? Optional.of(tokens.next().text()) : Optional.empty();
    }
}
