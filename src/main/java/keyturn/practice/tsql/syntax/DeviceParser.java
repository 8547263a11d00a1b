package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import keyturn.practice.tsql.syntax.ServerStatement.Device;
import keyturn.practice.tsql.syntax.ServerStatement.DeviceKind;

/** What BACKUP and RESTORE write alike: the database, devices, values of options. */
final class DeviceParser {

    private static final Set<String> KINDS = Set.of("DISK", "TAPE", "URL", "VIRTUAL_DEVICE", "DATABASE_SNAPSHOT");

    private final Grammar grammar;
    private final TokenStream tokens;

    DeviceParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Expression database() {
        var token = tokens.peek();
        if (token.kind() == Token.Kind.VARIABLE) {
            return grammar.primaries.literal();
        }
        return new Expression.StringLiteral(token.line(), tokens.expectName(), true);
    }

    List<Device> devices() {
        var devices = new ArrayList<Device>();
        do {
            devices.add(device());
        } while (tokens.acceptSymbol(","));
        return devices;
    }

    /** A kind with a path, or the name of a device. */
    private Device device() {
        if (tokens.atAny(KINDS) && tokens.ahead(1).isSymbol("=")) {
            var kind = DeviceKind.valueOf(tokens.next().text().toUpperCase(Locale.ROOT));
            tokens.next();
            return new Device(kind, stringOrVariable());
        }
        return new Device(DeviceKind.LOGICAL, database());
    }

    Expression stringOrVariable() {
        var token = tokens.peek();
        if (!token.isString() && token.kind() != Token.Kind.VARIABLE) {
            throw tokens.fault();
        }
        return grammar.primaries.literal();
    }

    Expression numberOrVariable() {
        var kind = tokens.peek().kind();
        if (kind != Token.Kind.INTEGER && kind != Token.Kind.VARIABLE) {
            throw tokens.fault();
        }
        return grammar.primaries.literal();
    }
}
