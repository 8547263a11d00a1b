package keyturn.practice.tsql.syntax;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** ALTER DATABASE ... SET, as far as it opens, closes, lets in or out, encrypts, or sets the recovery model. */
final class DatabaseParser {

    private static final Set<String> PLAIN =
            Keywords.words("OFFLINE ONLINE READ_ONLY READ_WRITE SINGLE_USER RESTRICTED_USER MULTI_USER");
    private static final Set<String> SCANS = Keywords.words("ON OFF SUSPEND RESUME");
    private static final Set<String> MODELS = Keywords.words("FULL BULK_LOGGED SIMPLE");

    private final TokenStream tokens;

    DatabaseParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Stands at DATABASE, behind ALTER. */
    Statement altered(int line) {
        tokens.expect("database");
        Optional<String> database = tokens.accept("current") ? Optional.empty() : Optional.of(tokens.expectName());
        if (!tokens.at("set")) {
            throw tokens.unsupported();
        }
        tokens.next();
        var option = option();
        return new Statement.AlterDatabase(line, database, option, termination());
    }

    private DatabaseOption option() {
        if (tokens.atAny(PLAIN)) {
            return DatabaseOption.valueOf(tokens.next().text().toUpperCase(Locale.ROOT));
        }
        if (tokens.accept("encryption")) {
            return encryption();
        }
        if (!tokens.accept("recovery")) {
            throw tokens.unsupported();
        }
        if (!tokens.atAny(MODELS)) {
            throw tokens.fault();
        }
        return DatabaseOption.valueOf(tokens.next().text().toUpperCase(Locale.ROOT));
    }

    /** SUSPEND and RESUME came with SQL Server 2019; Microsoft's parser library knows neither. */
    private DatabaseOption encryption() {
        if (!tokens.atAny(SCANS)) {
            throw tokens.fault();
        }
        return DatabaseOption.valueOf("ENCRYPTION_" + tokens.next().text().toUpperCase(Locale.ROOT));
    }

    private Termination termination() {
        if (!tokens.accept("with")) {
            return new Termination(Termination.Way.WAIT, 0);
        }
        if (tokens.accept("no_wait")) {
            return new Termination(Termination.Way.NO_WAIT, 0);
        }
        tokens.expect("rollback");
        if (!tokens.accept("after")) {
            tokens.expect("immediate");
            return new Termination(Termination.Way.ROLLBACK, 0);
        }
        var seconds = tokens.expect(Token.Kind.INTEGER);
        tokens.accept("seconds");
        return new Termination(Termination.Way.ROLLBACK, seconds(seconds));
    }

    private static int seconds(Token token) {
        try {
            return Integer.parseInt(token.text());
        } catch (NumberFormatException tooMany) {
            throw Faults.near(token.line(), token.text());
        }
    }
}
