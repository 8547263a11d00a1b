package keyturn.practice.tsql.syntax;

import java.util.Optional;

/** ALTER DATABASE ... SET, as far as it opens, closes or sets the recovery model. */
final class DatabaseParser {

    private final TokenStream tokens;

    DatabaseParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Stands at DATABASE, behind ALTER. */
    Statement altered(int line) {
        tokens.expect("database");
        if (tokens.at("encryption")) {
            throw tokens.unsupported();
        }
        Optional<String> database = tokens.accept("current") ? Optional.empty() : Optional.of(tokens.expectName());
        if (!tokens.at("set")) {
            throw tokens.unsupported();
        }
        tokens.next();
        var option = option();
        return new Statement.AlterDatabase(line, database, option, termination());
    }

    private Statement.DatabaseOption option() {
        if (tokens.accept("offline")) {
            return Statement.DatabaseOption.OFFLINE;
        }
        if (tokens.accept("online")) {
            return Statement.DatabaseOption.ONLINE;
        }
        if (!tokens.accept("recovery")) {
            throw tokens.unsupported();
        }
        if (tokens.accept("full")) {
            return Statement.DatabaseOption.FULL;
        }
        if (tokens.accept("simple")) {
            return Statement.DatabaseOption.SIMPLE;
        }
        tokens.expect("bulk_logged");
        return Statement.DatabaseOption.BULK_LOGGED;
    }

    private Statement.Termination termination() {
        if (!tokens.accept("with")) {
            return Statement.Termination.WAIT;
        }
        if (tokens.accept("no_wait")) {
            return Statement.Termination.NO_WAIT;
        }
        tokens.expect("rollback");
        if (tokens.accept("after")) {
            tokens.expect(Token.Kind.INTEGER);
            tokens.accept("seconds");
        } else {
            tokens.expect("immediate");
        }
        return Statement.Termination.ROLLBACK;
    }
}
