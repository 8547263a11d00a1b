package keyturn.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.LogRoom;
import keyturn.domain.inspection.LogRooms;
import keyturn.domain.inspection.ServerStart;
import keyturn.domain.inspection.Surroundings;
import keyturn.domain.inspection.Surroundings.BackupKind;

/** What there is to see in a {@link HandMade} world. */
final class HandMadeFacts {

    private static final Thumbprint KEY = new Thumbprint("373B314B78E8D59A0925494558FEF14B726216C5");
    private static final String GUID = "2DA3AA6F-7B9C-4B5A-9B75-3D7E5B0F5A11";

    /** Of one database, whose log is nearly full. */
    static final LogRooms LOGS = new LogRooms(
            known(List.of(new LogRoom(
                    new DatabaseName("Sales"), 512, 48, 64, 16, 64, false, Instant.parse("2026-11-27T03:00:00Z")))),
            known(false));

    private HandMadeFacts() {}

    static Inspection.Facts readable(DllPath registered, DllPath loaded, boolean enabled, List<Permission> rights) {
        var provider = new Inspection.Provider(
                65536, new ProviderName("AzureKeyVault_EKM"), GUID, "1.0.5.0", registered.value(), enabled);
        List<Inspection.Database> databases = new ArrayList<>();
        databases.add(database(5, "Sales", "FULL", true));
        databases.add(database(6, "Ledger", "FULL", true));
        databases.add(database(7, "Payroll", "FULL", true));
        databases.add(database(8, "Archive", "SIMPLE", true));
        databases.add(database(9, "Scratch", "SIMPLE", false));
        databases.add(
                database(10, "A database whose name is so long that no column could ever hold it", "FULL", false));
        var key = new AsymmetricKeyName("TDE_Key_2024");
        return new Inspection.Facts(
                known(new Inspection.Topology(false, false)),
                known(new Inspection.EkmSwitch(true, true)),
                known(List.of(provider)),
                known(List.of(new Inspection.LoadedModule(loaded.value(), "15.0.300.96"))),
                known(databases),
                known(List.of(new Inspection.AsymmetricKey(key, KEY, GUID, 2048))),
                known(List.of(
                        new Inspection.Credential(65537, new CredentialName("Azure_EKM_TDE"), "contoso-fin", 65536))),
                known(List.of(new Inspection.KeyLogin(
                        new LoginName("TDE_Login"), key, Optional.of(new CredentialName("Azure_EKM_TDE"))))),
                known(List.of(new Inspection.DllFile(HandMade.OLD), new Inspection.DllFile(HandMade.NEW))),
                known(rights),
                known(ServerStart.parse(HandMade.NOW.toString())),
                around());
    }

    static Inspection.Facts denied() {
        return new Inspection.Facts(
                known(new Inspection.Topology(false, false)),
                known(new Inspection.EkmSwitch(true, true)),
                denied("VIEW ANY DEFINITION"),
                denied("VIEW SERVER STATE"),
                known(List.of()),
                denied("VIEW ANY DEFINITION"),
                denied("VIEW ANY DEFINITION"),
                denied("VIEW ANY DEFINITION"),
                denied("VIEW SERVER STATE"),
                known(List.of()),
                denied("VIEW SERVER STATE"),
                around());
    }

    private static Surroundings around() {
        return new Surroundings(
                known(Optional.empty()),
                known("PRACTICE\\svc-sql"),
                known(List.of(size("Sales", 41_200, 812), size("Archive", 9_400, 60))),
                known(List.of(
                        backup("Sales", BackupKind.FULL, 26),
                        backup("Sales", BackupKind.LOG, 1),
                        backup("Ledger", BackupKind.FULL, 400),
                        backup("Payroll", BackupKind.FULL, 50),
                        backup("Payroll", BackupKind.DIFFERENTIAL, 2))),
                known(List.of(new Surroundings.Job("Nightly full backup", HandMade.NOW.plus(Duration.ofHours(3))))),
                known(List.of(new Surroundings.ProviderSession(65536, 61, "CORP\\app", "Sales service", "APP04"))),
                known(List.of()),
                known(List.of(new Surroundings.Registration(
                        new AsymmetricKeyName("TDE_Key_2024"),
                        HandMadeVault.publicHalf(),
                        Optional.of(HandMade.NOW.minus(Duration.ofDays(300)))))),
                keyholding(),
                List.of());
    }

    /** The login that looks holds a credential for the provider, and the names in use are these. */
    private static Keyholding keyholding() {
        var credential = new Inspection.Credential(65538, new CredentialName("Azure_EKM_admin"), "contoso-fin", 65536);
        List<Keyholding.KeyChange> changes = Stream.of("Sales", "Ledger", "Payroll", "Archive")
                .map(name -> new Keyholding.KeyChange(
                        new DatabaseName(name), HandMade.NOW.minus(Duration.ofDays(390)), Optional.empty()))
                .toList();
        return new Keyholding(
                known(new Keyholding.Caller(Optional.of(new LoginName("practice-dba")), List.of(credential))),
                known(List.of(
                        new Keyholding.NameInUse(Keyholding.NameKind.KEY, "TDE_Key_2024"),
                        new Keyholding.NameInUse(Keyholding.NameKind.LOGIN, "TDE_Login"),
                        new Keyholding.NameInUse(Keyholding.NameKind.CREDENTIAL, "Azure_EKM_TDE"))),
                known(changes));
    }

    private static Surroundings.Size size(String database, long data, long log) {
        return new Surroundings.Size(new DatabaseName(database), data, log);
    }

    private static Surroundings.Backup backup(String database, BackupKind kind, int hoursAgo) {
        Instant finished = HandMade.NOW.minus(Duration.ofHours(hoursAgo));
        return new Surroundings.Backup(new DatabaseName(database), kind, finished, finished);
    }

    private static Inspection.Database database(int id, String name, String model, boolean encrypted) {
        Optional<Inspection.EncryptionKey> dek = encrypted
                ? Optional.of(new Inspection.EncryptionKey(3, KEY, "ASYMMETRIC KEY", Optional.empty()))
                : Optional.empty();
        return new Inspection.Database(
                id,
                new DatabaseName(name),
                "ONLINE",
                model,
                false,
                known(dek),
                known("FULL".equals(model)),
                new Inspection.Partners(known(Optional.empty()), known(false), known(false)));
    }

    static <T> Fact<T> known(T content) {
        return new Fact.Known<>(content, "hand-made");
    }

    private static <T> Fact<T> denied(String permission) {
        return new Fact.NotPermitted<>(Permission.onServer(permission));
    }
}
