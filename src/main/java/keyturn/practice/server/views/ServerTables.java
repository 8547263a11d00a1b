package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.practice.server.state.Builtin;
import keyturn.practice.server.state.ConnectorBuild;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.KeyVault;
import keyturn.practice.server.state.LoadedDll;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.SecurableKind;
import keyturn.practice.server.state.SignIn;
import keyturn.practice.server.state.VaultKey;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.TableFunction;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Functions that stand in FROM. */
final class ServerTables {

    private static final SqlType KEY_TYPE = new SqlType(SqlType.Kind.NCHAR, 256, 0, 0);

    private ServerTables() {}

    static Optional<TableFunction> find(Scene scene, String name) {
        return known(scene, name.toLowerCase(Locale.ROOT))
                .filter(f -> Prevailing.here().same(f.name(), name));
    }

    private static Optional<TableFunction> known(Scene scene, String name) {
        return switch (name) {
            case "dm_cryptographic_provider_sessions" -> Optional.of(sessions(scene));
            case "dm_cryptographic_provider_keys" -> Optional.of(keys(scene));
            case "dm_cryptographic_provider_algorithms" -> Optional.of(algorithms(scene));
            case "dm_os_file_exists" ->
                scene.version().year() >= 2017 ? Optional.of(fileExists(scene)) : Optional.empty();
            case "dm_os_enumerate_filesystem" ->
                scene.version().year() >= 2017 ? Optional.of(FolderTable.of(scene)) : Optional.empty();
            case "fn_my_permissions" -> Optional.of(myPermissions(scene));
            case "fn_helpcollations" -> Optional.of(Collations.table());
            default -> LoadTables.find(scene, name).or(() -> RowlessTables.find(scene, name));
        };
    }

    private static TableFunction sessions(Scene scene) {
        return new TableFunction(
                "dm_cryptographic_provider_sessions",
                List.of(INT),
                List.of(
                        new Column("provider_id", INT, true),
                        new Column("session_handle", varbinary(8), true),
                        new Column("identity", nvarchar(128), true),
                        new Column("spid", SMALLINT, true)),
                arguments -> sessionRows(scene, Integer.valueOf(1).equals(arguments.getFirst())));
    }

    /** The engine's own sessions, one for each credential that opened a database, and those of clients. */
    private static List<@Nullable Object[]> sessionRows(Scene scene, boolean all) {
        Instance instance = scene.instance();
        int own = scene.session().spid();
        if (all && !scene.rights().has(Rights.CONTROL_SERVER)) {
            throw Messages.error(297, 1);
        }
        Stream<VaultDoor.Holder> engine = instance.databases().stream()
                .filter(Database::online)
                .flatMap(d -> VaultDoor.session(instance, d).stream())
                .distinct()
                .map(s -> new VaultDoor.Holder(VaultDoor.ENGINE, s));
        return Stream.concat(engine, VaultDoor.holders(instance))
                .filter(h -> all || h.spid() == own)
                .map(h -> row(
                        h.session().provider(),
                        handle(h.session().credential() * 1000 + h.spid()),
                        h.session().identity(),
                        h.spid()))
                .toList();
    }

    private static Bytes handle(int number) {
        return Bytes.of(
                ByteBuffer.allocate(8).putLong(0x1D2_0000_0000L + number).array());
    }

    private static TableFunction keys(Scene scene) {
        return new TableFunction(
                "dm_cryptographic_provider_keys",
                List.of(INT),
                List.of(
                        new Column("key_id", INT, true),
                        new Column("key_name", nvarchar(512), true),
                        new Column("key_thumbprint", varbinary(32), true),
                        new Column("algorithm_id", INT, true),
                        new Column("algorithm_tag", INT, true),
                        new Column("key_type", KEY_TYPE, true),
                        new Column("key_length", INT, true)),
                ofProvider(scene, p -> keyRows(scene, p)));
    }

    /** What the vault shows to the caller's credential; a caller without one, or with a wrong one, sees no row. */
    private static List<@Nullable Object[]> keyRows(Scene scene, Provider provider) {
        Ekm ekm = scene.instance().ekm();
        Optional<LoadedDll> loaded = ekm.loadedFor(provider.id()).filter(l -> provider.enabled());
        List<VaultKey> keys = loaded.isEmpty()
                ? List.of()
                : CallerDoor.signIn(scene, provider).map(who -> keys(ekm, who)).orElse(List.of());
        return loaded.stream()
                .map(LoadedDll::build)
                .flatMap(b -> keys.stream().map(k -> key(k, b, keys.indexOf(k) + 1)))
                .toList();
    }

    private static List<VaultKey> keys(Ekm ekm, SignIn who) {
        return switch (ekm.vault().open(who, ekm.patience(() -> false))) {
            case KeyVault.Opened o -> o.session().keys();
            case KeyVault.Closed c -> List.of();
        };
    }

    private static @Nullable Object[] key(VaultKey key, ConnectorBuild build, int id) {
        String type = "%-256s".formatted("ASYMMETRIC KEY");
        return row(id, key.name(), build.thumbprint(key), key.bits() == 3072 ? 6 : 3, 0, type, key.bits());
    }

    private static TableFunction algorithms(Scene scene) {
        return new TableFunction(
                "dm_cryptographic_provider_algorithms",
                List.of(INT),
                List.of(
                        new Column("algorithm_id", INT, true),
                        new Column("algorithm_tag", nvarchar(60), true),
                        new Column("key_type", nvarchar(128), true),
                        new Column("key_length", INT, true)),
                ofProvider(
                        scene,
                        p -> p.enabled()
                                ? List.<@Nullable Object[]>of(
                                        row(3, "RSA_2048", "ASYMMETRIC KEY", 2048),
                                        row(6, "RSA_3072", "ASYMMETRIC KEY", 3072))
                                : List.of()));
    }

    private static Function<List<@Nullable Object>, Iterable<@Nullable Object[]>> ofProvider(
            Scene scene, Function<Provider, List<@Nullable Object[]>> rows) {
        return arguments -> arguments.getFirst() instanceof Integer id
                ? scene.instance().ekm().provider(id).map(rows).orElse(List.of())
                : List.of();
    }

    private static TableFunction fileExists(Scene scene) {
        return new TableFunction(
                "dm_os_file_exists",
                List.of(nvarchar(4000)),
                List.of(
                        new Column("file_exists", INT, false),
                        new Column("file_is_a_directory", INT, false),
                        new Column("parent_directory_exists", INT, false)),
                arguments -> List.<@Nullable Object[]>of(
                        arguments.getFirst() instanceof String path
                                ? Disk.of(scene.instance()).look(path)
                                : row(0, 0, 0)));
    }

    private static TableFunction myPermissions(Scene scene) {
        return new TableFunction(
                "fn_my_permissions",
                List.of(SYSNAME, nvarchar(60)),
                List.of(
                        new Column("entity_name", nvarchar(128), false),
                        new Column("subentity_name", nvarchar(128), false),
                        new Column("permission_name", nvarchar(60), true)),
                arguments -> myPermissions(scene, arguments.getFirst(), arguments.getLast()));
    }

    /** What the caller holds on one thing, in the order of the list of permissions; nothing on what is not there. */
    private static List<@Nullable Object[]> myPermissions(Scene scene, @Nullable Object named, @Nullable Object words) {
        SecurableKind kind = SecurableKind.of(String.valueOf(words)).orElse(SecurableKind.DATABASE_SCOPED_CREDENTIAL);
        boolean server = kind == SecurableKind.SERVER;
        List<String> name = server || !(named instanceof String given)
                ? List.of(kind == SecurableKind.DATABASE ? scene.database().name() : "")
                : Names.split(given);
        String entity = server || kind == SecurableKind.DATABASE ? kind.noun() : String.join(".", name);
        List<@Nullable Object[]> rows = new ArrayList<>();
        Securables.find(scene, kind, name)
                .ifPresent(on -> Builtin.all(kind, scene.version().year()).stream()
                        .filter(b -> PermissionFunctions.holds(scene, on, b.name()))
                        .forEach(b -> rows.add(row(entity, "", b.name()))));
        return rows;
    }

    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}
