package keyturn.plan.fact;

import java.util.Locale;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.plan.fact.FactKey.DatabaseFact;

/** Facts and their values as people read them. */
public final class FactWords {

    /** Stands for a name while the words around it are asked for. */
    private static final String NAME = "\u0000";

    private FactWords() {}

    /** A noun with its article: "The state of database Sales". */
    public static Message of(FactKey key) {
        return switch (key) {
            case FactKey.OfServer server -> Message.of(kind(key), server.node());
            case FactKey.OfPermission held ->
                Message.of(
                        kind(key), held.permission().name(), held.permission().securable());
            case FactKey.OfProvider provider -> Message.of(kind(key), provider.provider());
            case FactKey.OfFile file -> Message.of(kind(key), file.file());
            case FactKey.OfKey one -> Message.of(kind(key), one.key());
            case FactKey.OfLogin login -> Message.of(kind(key), login.login());
            case FactKey.OfCredential credential -> Message.of(kind(key), credential.credential());
            case FactKey.OfAlteration altered -> Message.of(kind(key), altered.credential());
            case FactKey.OfNewestSecret secret -> Message.of(kind(key), secret.application());
            case FactKey.OfDatabase database -> Message.of(kind(key), database.database());
        };
    }

    /** The value as it follows "is": a flag has words of its own for each fact. */
    public static String of(FactKey key, FactValue value) {
        return of(kind(key), value);
    }

    /** The same for any database. */
    public static String of(DatabaseFact fact, FactValue value) {
        return of(kind(fact), value);
    }

    /** What stands before and after the name of the database in the words for a fact of it. */
    public static Around around(DatabaseFact fact) {
        String words = Message.of(kind(fact), NAME).text();
        int place = words.indexOf(NAME);
        return new Around(words.substring(0, place), words.substring(place + NAME.length()));
    }

    /** Words before and after a name. */
    public record Around(String before, String after) {}

    private static String of(String kind, FactValue value) {
        return switch (value) {
            case FactValue.Text text -> text.text();
            case FactValue.Flag flag ->
                Message.of(kind + (flag.set() ? ".yes" : ".no")).text();
            case FactValue.Missing missing ->
                Message.of("plan.value." + lower(missing)).text();
        };
    }

    /** The key of the bundle. */
    private static String kind(FactKey key) {
        return "plan.fact."
                + switch (key) {
                    case FactKey.OfServer server -> "server." + lower(server.fact());
                    case FactKey.OfPermission held ->
                        held.permission()
                                        .equals(Permission.onServer(
                                                held.permission().name()))
                                ? "permission"
                                : "permission.in";
                    case FactKey.OfProvider provider -> "provider." + lower(provider.fact());
                    case FactKey.OfFile file -> "file";
                    case FactKey.OfKey one -> "key";
                    case FactKey.OfLogin login -> "login." + lower(login.fact());
                    case FactKey.OfCredential credential -> "credential";
                    case FactKey.OfAlteration altered -> "alteration";
                    case FactKey.OfNewestSecret secret -> "newest-secret";
                    case FactKey.OfDatabase database -> "database." + lower(database.fact());
                };
    }

    private static String kind(DatabaseFact fact) {
        return "plan.fact.database." + lower(fact);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
