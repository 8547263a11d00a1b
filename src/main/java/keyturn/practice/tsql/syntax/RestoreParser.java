package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.ServerStatement.Device;
import keyturn.practice.tsql.syntax.ServerStatement.RestoreKind;
import keyturn.practice.tsql.syntax.ServerStatement.RestoreOption;

/** RESTORE of databases and logs, and its ways to look at a backup. */
final class RestoreParser {

    private static final Set<String> KINDS =
            Set.of("DATABASE", "LOG", "HEADERONLY", "FILELISTONLY", "LABELONLY", "VERIFYONLY", "REWINDONLY");

    private static final Set<String> FLAGS = Keywords.words("""
            CHECKSUM NO_CHECKSUM CONTINUE_AFTER_ERROR STOP_ON_ERROR RECOVERY NORECOVERY REPLACE RESTART
            RESTRICTED_USER KEEP_REPLICATION KEEP_CDC ENABLE_BROKER NEW_BROKER ERROR_BROKER_CONVERSATIONS LOADHISTORY
            PARTIAL REWIND NOREWIND UNLOAD NOUNLOAD STATS SNAPSHOT
            """);

    private static final Set<String> STRINGS = Set.of(
            "STANDBY",
            "MEDIANAME",
            "PASSWORD",
            "MEDIAPASSWORD",
            "STOPAT",
            "STOPATMARK",
            "STOPBEFOREMARK",
            "CREDENTIAL");

    private static final Set<String> NUMBERS = Set.of("FILE", "STATS", "BUFFERCOUNT", "MAXTRANSFERSIZE", "BLOCKSIZE");

    private final TokenStream tokens;
    private final DeviceParser devices;

    RestoreParser(Grammar grammar) {
        this.tokens = grammar.tokens;
        this.devices = new DeviceParser(grammar);
    }

    Statement restore() {
        int line = tokens.next().line();
        if (!tokens.atAny(KINDS)) {
            throw tokens.fault();
        }
        var kind = RestoreKind.valueOf(tokens.next().text().toUpperCase(Locale.ROOT));
        boolean whole = kind == RestoreKind.DATABASE || kind == RestoreKind.LOG;
        Optional<Expression> database = whole ? Optional.of(devices.database()) : Optional.empty();
        List<Device> from = List.of();
        if (!whole || tokens.at("from")) {
            tokens.expect("from");
            from = devices.devices();
        }
        List<RestoreOption> options = tokens.accept("with") ? options() : List.of();
        return new ServerStatement.Restore(line, kind, database, from, options);
    }

    private List<RestoreOption> options() {
        var options = new ArrayList<RestoreOption>();
        do {
            options.add(option());
        } while (tokens.acceptSymbol(","));
        return options;
    }

    private RestoreOption option() {
        var token = tokens.peek();
        String word = token.text().toUpperCase(Locale.ROOT);
        if (token.kind() != Token.Kind.WORD || (token.isReserved() && !word.equals("FILE"))) {
            throw tokens.fault();
        }
        if (tokens.accept("move")) {
            var from = devices.stringOrVariable();
            tokens.expect("to");
            return new RestoreOption(word, Optional.of(from), Optional.of(devices.stringOrVariable()));
        }
        boolean number = NUMBERS.contains(word);
        boolean flag = FLAGS.contains(word);
        if (!flag && !number && !STRINGS.contains(word)) {
            throw Faults.unknownOption(token.line(), token.text(), "RESTORE");
        }
        tokens.next();
        if (flag && !(number && tokens.atSymbol("="))) {
            return new RestoreOption(word, Optional.empty(), Optional.empty());
        }
        tokens.expectSymbol("=");
        var value = number ? devices.numberOrVariable() : devices.stringOrVariable();
        if (word.endsWith("MARK") && tokens.accept("after")) {
            devices.stringOrVariable();
        }
        return new RestoreOption(word, Optional.of(value), Optional.empty());
    }
}
