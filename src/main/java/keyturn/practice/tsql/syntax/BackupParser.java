package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** BACKUP DATABASE and BACKUP LOG to disk. */
final class BackupParser {

    private static final Set<String> FLAGS = Keywords.words("""
            CHECKSUM NO_CHECKSUM COMPRESSION NO_COMPRESSION CONTINUE_AFTER_ERROR STOP_ON_ERROR COPY_ONLY DIFFERENTIAL
            FORMAT NOFORMAT INIT NOINIT SKIP NOSKIP NOREWIND REWIND NOUNLOAD UNLOAD RESTART STATS NORECOVERY NO_TRUNCATE
            """);

    private static final Set<String> STRINGS =
            Set.of("NAME", "DESCRIPTION", "MEDIANAME", "MEDIADESCRIPTION", "EXPIREDATE", "STANDBY");

    private static final Set<String> NUMBERS =
            Set.of("STATS", "RETAINDAYS", "BLOCKSIZE", "BUFFERCOUNT", "MAXTRANSFERSIZE");

    /** Options of a real server that mean something this one cannot do. */
    private static final Set<String> FOREIGN = Set.of("ENCRYPTION", "CREDENTIAL", "FILE_SNAPSHOT", "METADATA_ONLY");

    private final Grammar grammar;
    private final TokenStream tokens;

    BackupParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement backup() {
        int line = tokens.next().line();
        boolean log = tokens.at("log");
        if (!log && !tokens.at("database")) {
            throw tokens.atEnd() || tokens.peek().isReserved() ? tokens.fault() : tokens.unsupported();
        }
        tokens.next();
        var database = database();
        tokens.expect("to");
        var disks = new ArrayList<Expression>();
        do {
            disks.add(disk());
        } while (tokens.acceptSymbol(","));
        if (tokens.at("mirror")) {
            throw tokens.unsupported();
        }
        return new Statement.Backup(line, log, database, disks, tokens.accept("with") ? options() : List.of());
    }

    private Expression database() {
        var token = tokens.peek();
        if (token.kind() == Token.Kind.VARIABLE) {
            return grammar.primaries.literal();
        }
        return new Expression.StringLiteral(token.line(), tokens.expectName(), true);
    }

    private Expression disk() {
        tokens.expect("disk");
        tokens.expectSymbol("=");
        return stringOrVariable();
    }

    private Expression stringOrVariable() {
        var token = tokens.peek();
        if (!token.isString() && token.kind() != Token.Kind.VARIABLE) {
            throw tokens.fault();
        }
        return grammar.primaries.literal();
    }

    private List<Statement.BackupOption> options() {
        var options = new ArrayList<Statement.BackupOption>();
        do {
            options.add(option());
        } while (tokens.acceptSymbol(","));
        return options;
    }

    private Statement.BackupOption option() {
        var token = tokens.peek();
        if (token.kind() != Token.Kind.WORD || token.isReserved()) {
            throw tokens.fault();
        }
        if (tokens.atAny(FOREIGN)) {
            throw tokens.unsupported();
        }
        String word = token.text().toUpperCase(Locale.ROOT);
        boolean flag = FLAGS.contains(word);
        boolean number = NUMBERS.contains(word);
        if (!flag && !number && !STRINGS.contains(word)) {
            throw Faults.unknownOption(token.line(), token.text(), "BACKUP");
        }
        tokens.next();
        if (flag && !(number && tokens.atSymbol("="))) {
            return new Statement.BackupOption(word, Optional.empty());
        }
        tokens.expectSymbol("=");
        return new Statement.BackupOption(word, Optional.of(number ? numberOrVariable() : stringOrVariable()));
    }

    private Expression numberOrVariable() {
        var kind = tokens.peek().kind();
        if (kind != Token.Kind.INTEGER && kind != Token.Kind.VARIABLE) {
            throw tokens.fault();
        }
        return grammar.primaries.literal();
    }
}
