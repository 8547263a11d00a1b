package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.REAL;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.LoadedDll;
import keyturn.practice.server.state.Provider;

/** Providers and database encryption keys. */
final class EkmViews {

    private static final Map<Integer, String> STATES = Map.of(
            0, "NONE",
            1, "UNENCRYPTED",
            2, "ENCRYPTION_IN_PROGRESS",
            3, "ENCRYPTED",
            4, "KEY_CHANGE_IN_PROGRESS",
            5, "DECRYPTION_IN_PROGRESS",
            6, "PROTECTION_CHANGE_IN_PROGRESS");

    private EkmViews() {}

    static List<View<?>> views() {
        return List.of(providers(), properties(), keys());
    }

    private static View<Provider> providers() {
        return View.<Provider>sys(
                        "cryptographic_providers",
                        scene -> scene.instance().ekm().providers())
                .column("provider_id", INT, Provider::id)
                .column("name", SYSNAME, Provider::name)
                .nullable("guid", UNIQUEIDENTIFIER, Provider::guid)
                .nullable("version", nvarchar(50), p -> p.version().toString())
                .nullable("dll_path", nvarchar(512), Provider::path)
                .nullable("is_enabled", BIT, Provider::enabled)
                .build();
    }

    /** A provider with what is loaded for it: the properties come from the loaded DLL, not from the catalog. */
    private record Served(Provider provider, LoadedDll dll, String friendlyName) {}

    private static View<Served> properties() {
        View.Builder<Served> view = View.<Served>sys(
                        "dm_cryptographic_provider_properties",
                        scene -> served(scene.instance().ekm()))
                .column("provider_id", INT, s -> s.provider().id())
                .nullable("guid", UNIQUEIDENTIFIER, s -> s.provider().guid())
                .nullable(
                        "provider_version",
                        nvarchar(256),
                        s -> s.dll().version().toString())
                .fixed("sqlcrypt_version", nvarchar(256), "1.1.0.0")
                .nullable("friendly_name", nvarchar(2048), Served::friendlyName)
                .fixed("authentication_type", nvarchar(256), "BASIC");
        for (String property : List.of("support", "persistance", "export", "import")) {
            view.fixed("symmetric_key_" + property, TINYINT, 0);
        }
        for (String property : List.of("support", "persistance", "export", "import")) {
            view.fixed(
                    "asymmetric_key_" + property,
                    TINYINT,
                    property.equals("support") || property.equals("persistance") ? 1 : 0);
        }
        return view.build();
    }

    private static List<Served> served(Ekm ekm) {
        return ekm.providers().stream()
                .filter(Provider::enabled)
                .flatMap(p -> ekm.loadedFor(p.id()).stream()
                        .map(dll -> new Served(
                                p,
                                dll,
                                ekm.file(dll.path()).map(f -> f.friendlyName()).orElse(p.name()))))
                .toList();
    }

    private record Encrypted(int database, Dek dek, LocalDateTime now, int offsetMinutes) {

        /** This view has UTC where others have local time. */
        private LocalDateTime utc(LocalDateTime local) {
            return local.minusMinutes(offsetMinutes);
        }
    }

    private static View<Encrypted> keys() {
        return View.<Encrypted>sys("dm_database_encryption_keys", EkmViews::encrypted)
                .guarded(Guard.SECURITY)
                .column("database_id", INT, Encrypted::database)
                .nullable("encryption_state", INT, e -> e.dek().state())
                .nullable("create_date", DATETIME, e -> e.utc(e.dek().dates().created()))
                .nullable(
                        "regenerate_date", DATETIME, e -> e.utc(e.dek().dates().regenerated()))
                .nullable("modify_date", DATETIME, e -> e.utc(e.dek().dates().modified()))
                .nullable("set_date", DATETIME, e -> e.utc(e.dek().dates().set()))
                .nullable("opened_date", DATETIME, e -> e.utc(e.dek().dates().opened()))
                .nullable("key_algorithm", nvarchar(32), e -> e.dek().cipher().algorithm())
                .nullable("key_length", INT, e -> e.dek().cipher().bits())
                .nullable("encryptor_thumbprint", varbinary(20), e -> e.dek().thumbprint())
                .nullable("encryptor_type", nvarchar(32), e -> e.dek().asymmetric() ? "ASYMMETRIC KEY" : "CERTIFICATE")
                .nullable("percent_complete", REAL, e -> e.dek().scan().percent(e.now()))
                .since(
                        2019,
                        "encryption_state_desc",
                        nvarchar(32),
                        e -> STATES.get(e.dek().state()))
                .since(
                        2019,
                        "encryption_scan_state",
                        INT,
                        e -> e.dek().scan().stage().number())
                .since(
                        2019,
                        "encryption_scan_state_desc",
                        nvarchar(32),
                        e -> e.dek().scan().stage().name())
                .since(
                        2019,
                        "encryption_scan_modify_date",
                        DATETIME,
                        e -> e.utc(e.dek().scan().since()))
                .build();
    }

    private static List<Encrypted> encrypted(Scene scene) {
        return scene.instance().databases().stream()
                .filter(Database::online)
                .flatMap(d ->
                        d.dek().stream().map(dek -> new Encrypted(d.id(), dek, scene.now(), scene.offsetMinutes())))
                .toList();
    }
}
