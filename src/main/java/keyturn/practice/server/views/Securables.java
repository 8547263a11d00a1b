package keyturn.practice.server.views;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.AvailabilityGroup;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.SecurableKind;
import keyturn.practice.server.state.Security;
import keyturn.practice.server.state.User;
import keyturn.practice.tsql.types.Prevailing;

/** From a name to what permissions are on. A name that is not there, and one that may not be seen, are none. */
public final class Securables {

    private static final List<String> ENDPOINTS = List.of(
            "Dedicated Admin Connection",
            "TSQL Local Machine",
            "TSQL Named Pipes",
            "TSQL Default TCP",
            "TSQL Default VIA");

    private static final int FIRST_GROUP = 65536;

    private Securables() {}

    /**
     * Looks a name up where the scene stands.
     *
     * @param name of one part, or of up to three for an object; without quotes
     */
    public static Optional<Securable> find(Scene scene, SecurableKind kind, List<String> name) {
        return existing(scene, kind, name)
                .filter(on -> publicly(scene, on) || scene.rights().sees(on));
    }

    /** The same, whoever may see it. */
    static Optional<Securable> existing(Scene scene, SecurableKind kind, List<String> name) {
        return kind == SecurableKind.OBJECT ? object(scene, name) : named(scene, kind, name);
    }

    private static boolean publicly(Scene scene, Securable on) {
        return switch (on.kind()) {
            case SERVER, DATABASE, SCHEMA, ENDPOINT -> true;
            case OBJECT -> on.id() < 0 || scene.holds(on, "SELECT");
            case LOGIN, SERVER_ROLE -> LoginViews.visible(scene).stream().anyMatch(l -> l.id() == on.id());
            case USER, ROLE, APPLICATION_ROLE ->
                PermissionViews.users(scene).stream().anyMatch(u -> u.id() == on.id());
            case ASYMMETRIC_KEY, CERTIFICATE, SYMMETRIC_KEY, AVAILABILITY_GROUP -> false;
            case CREDENTIAL, DATABASE_SCOPED_CREDENTIAL -> false;
        };
    }

    private static Optional<Securable> named(Scene scene, SecurableKind kind, List<String> parts) {
        if (parts.size() != 1) {
            return Optional.empty();
        }
        String name = parts.getFirst();
        Security security = scene.instance().security();
        Database here = scene.database();
        return switch (kind) {
            case SERVER -> Optional.of(Securable.SERVER);
            case DATABASE -> scene.instance().database(name).map(Securable::of);
            case LOGIN ->
                security.login(name).filter(l -> l.kind() != Login.Kind.ROLE).map(Securable::of);
            case SERVER_ROLE ->
                security.login(name).filter(l -> l.kind() == Login.Kind.ROLE).map(Securable::of);
            case USER -> user(scene, name, false);
            case ROLE -> user(scene, name, true);
            case ASYMMETRIC_KEY ->
                keys(scene).stream()
                        .filter(k -> Prevailing.here().same(k.name(), name))
                        .findFirst()
                        .map(k -> Securable.of(here, k));
            case CERTIFICATE ->
                security.certificates().stream()
                        .filter(c -> here.id() == 1 && Prevailing.here().same(c.name(), name))
                        .findFirst()
                        .map(c -> Securable.of(here, c));
            case SCHEMA ->
                ObjectViews.SCHEMAS.stream()
                        .filter(s -> Prevailing.here().same(s.name(), name))
                        .findFirst()
                        .map(s -> Securable.schema(here.id(), s.id()));
            case CREDENTIAL ->
                security.credentials().stream()
                        .filter(c -> Prevailing.server().same(c.name(), name))
                        .findFirst()
                        .map(c -> new Securable(kind, 0, 0, c.id()));
            case ENDPOINT -> place(ENDPOINTS, name).map(i -> new Securable(kind, 0, 0, i + 1));
            case AVAILABILITY_GROUP ->
                place(
                                scene.instance().topology().groups().stream()
                                        .map(AvailabilityGroup::name)
                                        .toList(),
                                name)
                        .map(i -> new Securable(kind, 0, 0, FIRST_GROUP + i));
            case OBJECT, APPLICATION_ROLE, SYMMETRIC_KEY, DATABASE_SCOPED_CREDENTIAL -> Optional.empty();
        };
    }

    private static Optional<Integer> place(List<String> names, String name) {
        return names.stream()
                .filter(n -> Prevailing.server().same(name, n))
                .findFirst()
                .map(names::indexOf);
    }

    private static Optional<Securable> user(Scene scene, String name, boolean role) {
        return scene.instance()
                .user(scene.database(), name)
                .filter(u -> (u.kind() == User.Kind.ROLE) == role)
                .map(Securable::of);
    }

    /** The asymmetric keys of the database where the scene stands. */
    public static List<AsymmetricKey> keys(Scene scene) {
        return scene.instance().security().keysOf(scene.database());
    }

    /** A view or a table; a name of three parts leads into another database. */
    private static Optional<Securable> object(Scene scene, List<String> parts) {
        String named = parts.size() < 3 ? "" : parts.get(parts.size() - 3);
        Optional<Database> database = named.isEmpty()
                ? Optional.of(scene.database())
                : scene.instance().database(named);
        String given = parts.size() < 2 ? "" : parts.get(parts.size() - 2);
        String schema = given.isEmpty() ? "dbo" : given;
        return database.flatMap(
                d -> SystemViews.find(scene.in(d), schema, parts.getLast()).map(v -> SystemViews.securable(v, d)));
    }
}
