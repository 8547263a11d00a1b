package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.ServerStatement.DatabaseSetting;

/** ALTER DATABASE: SET of what opens, closes, lets in or out and of all other options; a new name, a collation. */
final class DatabaseParser {

    private static final Set<String> PLAIN =
            Keywords.words("OFFLINE ONLINE READ_ONLY READ_WRITE SINGLE_USER RESTRICTED_USER MULTI_USER");
    private static final Set<String> SCANS = Keywords.words("ON OFF SUSPEND RESUME");
    private static final Set<String> MODELS = Keywords.words("FULL BULK_LOGGED SIMPLE");

    private final TokenStream tokens;
    private final DatabaseOptionParser options;

    DatabaseParser(TokenStream tokens) {
        this.tokens = tokens;
        this.options = new DatabaseOptionParser(tokens);
    }

    /** Stands at DATABASE, behind ALTER. */
    Statement altered(int line) {
        tokens.expect("database");
        if (tokens.at("encryption") || tokens.at("scoped")) {
            throw tokens.unsupported();
        }
        Optional<String> database = tokens.accept("current") ? Optional.empty() : Optional.of(tokens.expectName());
        if (tokens.at("modify", "name")) {
            tokens.next();
            tokens.next();
            tokens.expectSymbol("=");
            return new ServerStatement.RenameDatabase(line, database, tokens.expectName());
        }
        if (tokens.accept("collate")) {
            return new ServerStatement.CollateDatabase(line, database, DatabaseDefinitionParser.collation(tokens));
        }
        if (!tokens.at("set")) {
            throw tokens.unsupported();
        }
        tokens.next();
        return set(line, database);
    }

    private Statement set(int line, Optional<String> database) {
        List<DatabaseSetting> settings = new ArrayList<>();
        do {
            settings.add(setting());
        } while (tokens.acceptSymbol(","));
        var termination = termination();
        Optional<DatabaseOption> alone =
                settings.size() == 1 ? settings.getFirst().option() : Optional.empty();
        return alone.<Statement>map(option -> new Statement.AlterDatabase(line, database, option, termination))
                .orElseGet(() -> new ServerStatement.SetDatabase(line, database, settings, termination));
    }

    private DatabaseSetting setting() {
        return option().map(o -> new DatabaseSetting(o.name(), "", Optional.of(o)))
                .orElseGet(options::setting);
    }

    private Optional<DatabaseOption> option() {
        if (tokens.atAny(PLAIN)) {
            return Optional.of(DatabaseOption.valueOf(tokens.next().text().toUpperCase(Locale.ROOT)));
        }
        if (tokens.accept("encryption")) {
            return Optional.of(encryption());
        }
        if (!tokens.accept("recovery")) {
            return Optional.empty();
        }
        if (!tokens.atAny(MODELS)) {
            throw tokens.fault();
        }
        return Optional.of(DatabaseOption.valueOf(tokens.next().text().toUpperCase(Locale.ROOT)));
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
