package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.ServerStatement.DatabaseSetting;
import keyturn.practice.tsql.syntax.ServerStatement.GroupAction;

/** ALTER AVAILABILITY GROUP. */
final class GroupParser {

    private static final Map<String, Set<String>> OF_REPLICA = Map.of(
            "AVAILABILITY_MODE", Set.of("SYNCHRONOUS_COMMIT", "ASYNCHRONOUS_COMMIT", "CONFIGURATION_ONLY"),
            "FAILOVER_MODE", Set.of("AUTOMATIC", "MANUAL", "EXTERNAL"),
            "SEEDING_MODE", Set.of("AUTOMATIC", "MANUAL"));

    private static final Map<String, Set<String>> OF_GROUP = Map.of(
            "AUTOMATED_BACKUP_PREFERENCE", Set.of("PRIMARY", "SECONDARY_ONLY", "SECONDARY", "NONE"),
            "DB_FAILOVER", Set.of("ON", "OFF"),
            "DTC_SUPPORT", Set.of("PER_DB", "NONE"),
            "ROLE", Set.of("SECONDARY"));

    private static final Set<String> NUMBERS = Set.of(
            "BACKUP_PRIORITY",
            "SESSION_TIMEOUT",
            "FAILURE_CONDITION_LEVEL",
            "HEALTH_CHECK_TIMEOUT",
            "REQUIRED_SYNCHRONIZED_SECONDARIES_TO_COMMIT");

    private final TokenStream tokens;

    GroupParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Stands at AVAILABILITY, behind ALTER. */
    Statement altered(int line) {
        tokens.next();
        tokens.expect("group");
        String name = tokens.expectName();
        var action = action();
        List<String> names =
                switch (action) {
                    case ADD_DATABASE, REMOVE_DATABASE -> databases();
                    case ADD_REPLICA, MODIFY_REPLICA, REMOVE_REPLICA -> servers(action);
                    case FAILOVER, FORCE_FAILOVER_ALLOW_DATA_LOSS, JOIN, OFFLINE, SET, GRANT, DENY -> List.of();
                };
        List<DatabaseSetting> options =
                switch (action) {
                    case ADD_REPLICA, MODIFY_REPLICA -> {
                        tokens.expect("with");
                        yield options(OF_REPLICA);
                    }
                    case SET -> options(OF_GROUP);
                    default -> List.of();
                };
        return new ServerStatement.AlterGroup(line, name, action, names, options);
    }

    private GroupAction action() {
        var word = tokens.next();
        return switch (word.text().toUpperCase(Locale.ROOT)) {
            case "FAILOVER" -> GroupAction.FAILOVER;
            case "FORCE_FAILOVER_ALLOW_DATA_LOSS" -> GroupAction.FORCE_FAILOVER_ALLOW_DATA_LOSS;
            case "JOIN" -> GroupAction.JOIN;
            case "OFFLINE" -> GroupAction.OFFLINE;
            case "SET" -> GroupAction.SET;
            case "ADD" -> tokens.accept("database") ? GroupAction.ADD_DATABASE : replica(GroupAction.ADD_REPLICA);
            case "REMOVE" ->
                tokens.accept("database") ? GroupAction.REMOVE_DATABASE : replica(GroupAction.REMOVE_REPLICA);
            case "MODIFY" -> replica(GroupAction.MODIFY_REPLICA);
            case "GRANT", "DENY" -> {
                tokens.expect("create");
                tokens.expect("any");
                tokens.expect("database");
                yield word.is("grant") ? GroupAction.GRANT : GroupAction.DENY;
            }
            default ->
                throw word.isReserved()
                        ? Faults.nearKeyword(word.line(), word.text())
                        : Faults.near(word.line(), word.text());
        };
    }

    private GroupAction replica(GroupAction action) {
        tokens.expect("replica");
        tokens.expect("on");
        return action;
    }

    private List<String> databases() {
        var names = new ArrayList<String>();
        do {
            names.add(tokens.expectName());
        } while (tokens.acceptSymbol(","));
        return names;
    }

    private List<String> servers(GroupAction action) {
        var names = new ArrayList<String>();
        do {
            names.add(tokens.expectString());
        } while (action == GroupAction.REMOVE_REPLICA && tokens.acceptSymbol(","));
        return names;
    }

    private List<DatabaseSetting> options(Map<String, Set<String>> choices) {
        var options = new ArrayList<DatabaseSetting>();
        tokens.expectSymbol("(");
        do {
            options.add(option(choices));
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return options;
    }

    private DatabaseSetting option(Map<String, Set<String>> choices) {
        var token = tokens.peek();
        if (token.kind() != Token.Kind.WORD || token.isReserved()) {
            throw tokens.fault();
        }
        String name = tokens.next().text().toUpperCase(Locale.ROOT);
        if (name.equals("SECONDARY_ROLE") || name.equals("PRIMARY_ROLE")) {
            return role(name);
        }
        tokens.expectSymbol("=");
        String value;
        if (choices.containsKey(name)) {
            if (!tokens.atAny(choices.getOrDefault(name, Set.of()))) {
                throw tokens.fault();
            }
            value = tokens.next().text().toUpperCase(Locale.ROOT);
        } else if (NUMBERS.contains(name)) {
            value = tokens.expect(Token.Kind.INTEGER).text();
        } else if (name.equals("ENDPOINT_URL")) {
            value = tokens.expectString();
        } else {
            throw Faults.near(token.line(), token.text());
        }
        return new DatabaseSetting(name, value, Optional.empty());
    }

    private DatabaseSetting role(String name) {
        tokens.expectSymbol("(");
        tokens.expect("allow_connections");
        tokens.expectSymbol("=");
        Set<String> words =
                name.equals("PRIMARY_ROLE") ? Set.of("READ_WRITE", "ALL") : Set.of("NO", "READ_ONLY", "ALL");
        if (!tokens.atAny(words)) {
            throw tokens.fault();
        }
        String value = tokens.next().text().toUpperCase(Locale.ROOT);
        tokens.expectSymbol(")");
        return new DatabaseSetting(name, value, Optional.empty());
    }
}
