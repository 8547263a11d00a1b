package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.ServerStatement.Device;

/** BACKUP DATABASE and BACKUP LOG. */
final class BackupParser {

    private static final Set<String> FLAGS = Keywords.words("""
            CHECKSUM NO_CHECKSUM COMPRESSION NO_COMPRESSION CONTINUE_AFTER_ERROR STOP_ON_ERROR COPY_ONLY DIFFERENTIAL
            FORMAT NOFORMAT INIT NOINIT SKIP NOSKIP NOREWIND REWIND NOUNLOAD UNLOAD RESTART STATS NORECOVERY NO_TRUNCATE
            TRUNCATE_ONLY NO_LOG METADATA_ONLY FILE_SNAPSHOT
            """);

    private static final Set<String> STRINGS =
            Set.of("NAME", "DESCRIPTION", "MEDIANAME", "MEDIADESCRIPTION", "EXPIREDATE", "STANDBY", "CREDENTIAL");

    private static final Set<String> NUMBERS =
            Set.of("STATS", "RETAINDAYS", "BLOCKSIZE", "BUFFERCOUNT", "MAXTRANSFERSIZE");

    private static final Set<String> ALGORITHMS = Set.of("AES_128", "AES_192", "AES_256", "TRIPLE_DES_3KEY");

    private final TokenStream tokens;
    private final DeviceParser devices;

    BackupParser(Grammar grammar) {
        this.tokens = grammar.tokens;
        this.devices = new DeviceParser(grammar);
    }

    Statement backup() {
        int line = tokens.next().line();
        boolean log = tokens.at("log");
        if (!log && !tokens.at("database")) {
            throw tokens.atEnd() || tokens.peek().isReserved() ? tokens.fault() : tokens.unsupported();
        }
        tokens.next();
        var database = devices.database();
        List<Device> disks = tokens.accept("to") ? devices.devices() : List.of();
        var mirrors = new ArrayList<List<Device>>();
        while (!disks.isEmpty() && tokens.accept("mirror")) {
            tokens.expect("to");
            mirrors.add(devices.devices());
        }
        return new Statement.Backup(line, log, database, disks, mirrors, tokens.accept("with") ? options() : List.of());
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
        if (tokens.at("encryption")) {
            return encryption();
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
        return new Statement.BackupOption(word, Optional.of(number ? number(word) : devices.stringOrVariable()));
    }

    private Expression number(String word) {
        boolean text = word.equals("RETAINDAYS") && tokens.peek().isString();
        return text ? devices.stringOrVariable() : devices.numberOrVariable();
    }

    /** {@code ENCRYPTION (ALGORITHM = AES_256, SERVER ASYMMETRIC KEY = k)}: the key's name with its kind before it. */
    private Statement.BackupOption encryption() {
        int line = tokens.next().line();
        tokens.expectSymbol("(");
        tokens.expect("algorithm");
        tokens.expectSymbol("=");
        if (!tokens.atAny(ALGORITHMS)) {
            throw tokens.fault();
        }
        tokens.next();
        tokens.expectSymbol(",");
        tokens.expect("server");
        boolean certificate = tokens.accept("certificate");
        if (!certificate) {
            tokens.expect("asymmetric");
            tokens.expect("key");
        }
        tokens.expectSymbol("=");
        String name = tokens.expectName();
        tokens.expectSymbol(")");
        return new Statement.BackupOption(
                certificate ? "ENCRYPTION BY CERTIFICATE" : "ENCRYPTION BY ASYMMETRIC KEY",
                Optional.of(new Expression.StringLiteral(line, name, true)));
    }
}
