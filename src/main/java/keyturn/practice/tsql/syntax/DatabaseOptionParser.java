package keyturn.practice.tsql.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.ServerStatement.DatabaseSetting;

/** The options of ALTER DATABASE ... SET that are ON or OFF, one of a few words, or a number. */
final class DatabaseOptionParser {

    private static final Set<String> FLAGS = Keywords.words("""
            AUTO_CLOSE AUTO_SHRINK AUTO_UPDATE_STATISTICS AUTO_UPDATE_STATISTICS_ASYNC AUTO_CREATE_STATISTICS
            ANSI_NULL_DEFAULT ANSI_NULLS ANSI_PADDING ANSI_WARNINGS ARITHABORT CONCAT_NULL_YIELDS_NULL
            NUMERIC_ROUNDABORT QUOTED_IDENTIFIER RECURSIVE_TRIGGERS CURSOR_CLOSE_ON_COMMIT DB_CHAINING TRUSTWORTHY
            ALLOW_SNAPSHOT_ISOLATION READ_COMMITTED_SNAPSHOT DATE_CORRELATION_OPTIMIZATION MIXED_PAGE_ALLOCATION
            TORN_PAGE_DETECTION HONOR_BROKER_PRIORITY SUPPLEMENTAL_LOGGING
            """);

    private static final Set<String> WORDS =
            Keywords.words("EMERGENCY ENABLE_BROKER DISABLE_BROKER NEW_BROKER ERROR_BROKER_CONVERSATIONS");

    private static final Map<String, Set<String>> CHOICES = Map.of(
            "PAGE_VERIFY", Set.of("CHECKSUM", "TORN_PAGE_DETECTION", "NONE"),
            "CURSOR_DEFAULT", Set.of("LOCAL", "GLOBAL"),
            "PARAMETERIZATION", Set.of("SIMPLE", "FORCED"));

    private static final Map<String, Set<String>> EQUALED = Map.of(
            "DELAYED_DURABILITY", Set.of("DISABLED", "ALLOWED", "FORCED"),
            "CONTAINMENT", Set.of("NONE", "PARTIAL"),
            "ACCELERATED_DATABASE_RECOVERY", Set.of("ON", "OFF"),
            "QUERY_STORE", Set.of("ON", "OFF"),
            "CHANGE_TRACKING", Set.of("ON", "OFF"));

    private final TokenStream tokens;

    DatabaseOptionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    DatabaseSetting setting() {
        var token = tokens.peek();
        if (token.kind() != Token.Kind.WORD || token.isReserved()) {
            throw tokens.fault();
        }
        String name = token.text().toUpperCase(Locale.ROOT);
        if (FLAGS.contains(name)) {
            return flag(name);
        }
        if (WORDS.contains(name)) {
            tokens.next();
            return of(name, "ON");
        }
        if (CHOICES.containsKey(name)) {
            tokens.next();
            return of(name, choice(CHOICES.getOrDefault(name, Set.of())));
        }
        if (EQUALED.containsKey(name)) {
            tokens.next();
            tokens.expectSymbol("=");
            return of(name, choice(EQUALED.getOrDefault(name, Set.of())));
        }
        return switch (name) {
            case "COMPATIBILITY_LEVEL" -> {
                tokens.next();
                tokens.expectSymbol("=");
                yield of(name, tokens.expect(Token.Kind.INTEGER).text());
            }
            case "TARGET_RECOVERY_TIME" -> recoveryTime(name);
            case "HADR" -> group(name);
            default -> throw tokens.unsupported();
        };
    }

    private static DatabaseSetting of(String name, String value) {
        return new DatabaseSetting(name, value, Optional.empty());
    }

    private String choice(Set<String> words) {
        if (!tokens.atAny(words)) {
            throw tokens.fault();
        }
        return tokens.next().text().toUpperCase(Locale.ROOT);
    }

    private DatabaseSetting flag(String name) {
        tokens.next();
        String value = choice(Set.of("ON", "OFF"));
        if (name.equals("AUTO_CREATE_STATISTICS") && tokens.acceptSymbol("(")) {
            tokens.expect("incremental");
            tokens.expectSymbol("=");
            choice(Set.of("ON", "OFF"));
            tokens.expectSymbol(")");
        }
        return of(name, value);
    }

    private DatabaseSetting recoveryTime(String name) {
        tokens.next();
        tokens.expectSymbol("=");
        String number = tokens.expect(Token.Kind.INTEGER).text();
        return of(name, number + " " + choice(Set.of("SECONDS", "MINUTES")));
    }

    private DatabaseSetting group(String name) {
        tokens.next();
        if (!tokens.at("availability")) {
            return of(name, choice(Set.of("OFF", "SUSPEND", "RESUME")));
        }
        tokens.next();
        tokens.expect("group");
        tokens.expectSymbol("=");
        return of(name, "AVAILABILITY GROUP = " + tokens.expectName());
    }
}
