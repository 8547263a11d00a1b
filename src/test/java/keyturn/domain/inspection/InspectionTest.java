package keyturn.domain.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Inspection.Facts;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Inspection.LoadedModule;
import org.junit.jupiter.api.Test;

final class InspectionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
    private static final Thumbprint KEY = new Thumbprint("373B314B78E8D59A0925494558FEF14B726216C5");
    private static final Database SALES = new Database(
            5,
            new DatabaseName("Sa\"les\n"),
            "ONLINE",
            "FULL",
            false,
            known(Optional.of(new EncryptionKey(3, KEY, "ASYMMETRIC KEY", Optional.of("COMPLETE")))),
            known(true),
            new Inspection.Partners(known(Optional.of("AG 1")), known(false), known(true)));
    private static final Database PLAIN = new Database(
            6,
            new DatabaseName("Plain"),
            "ONLINE",
            "SIMPLE",
            true,
            known(Optional.empty()),
            unknown(),
            new Inspection.Partners(known(Optional.empty()), unknown(), known(false)));

    @Test
    void theCanonicalFormIsThis() {
        assertEquals(
                """
                server "SQL01" "16.0.4225.2" "Developer Edition"
                node "SQL01" "true"
                topology "true" "false"
                ekm "true" "true"
                providers 1
                 providers "65536" "EKM" "G" "15.00.0300.96" "C:\\\\EKM.dll" "true"
                loadedModules notPermitted "VIEW SERVER STATE" "server"
                databases 2
                 databases "5" "Sa\\"les<U+000A>" "ONLINE" "FULL" "false" key "3" "0x373B314B78E8D59A0925494558FEF14B726216C5" "ASYMMETRIC KEY" "COMPLETE" logBackupPossible true availabilityGroup "AG 1" mirrored false logShipped true
                 databases "6" "Plain" "ONLINE" "SIMPLE" "true" key none logBackupPossible unknown availabilityGroup none mirrored unknown logShipped false
                asymmetricKeys unknown
                credentials 1
                 credentials "1" "C" "contoso" "65536"
                keyLogins 1
                 keyLogins "L" "K" "C"
                dllFiles 1
                 dllFiles "C:\\\\EKM.dll"
                listener ""
                 databaseKeys "Sales" "ColumnKey" "G"
                """,
                inspection(NOW, "dba", facts(List.of(SALES, PLAIN), known(List.of())))
                        .canonicalForm());
    }

    @Test
    void whoLookedWhenAndWithWhichRightsStandsOutsideTheDigestAndSoDoesTheOrder() {
        Inspection one = inspection(NOW, "dba", facts(List.of(SALES, PLAIN), known(List.of())));
        Inspection other = inspection(NOW.plusSeconds(60), "other", facts(List.of(PLAIN, SALES), unknown()));

        assertEquals(one.digest(), other.digest());
        assertEquals(71, one.digest().length());
    }

    @Test
    void aFactThatMovedGivesAnotherDigest() {
        Inspection one = inspection(NOW, "dba", facts(List.of(SALES, PLAIN), known(List.of())));
        Inspection other = inspection(NOW, "dba", facts(List.of(SALES), known(List.of())));

        assertNotEquals(one.digest(), other.digest());
    }

    @Test
    void theMajorVersionIsTheFirstNumber() {
        assertEquals(
                16,
                inspection(NOW, "dba", facts(List.of(), unknown())).identity().majorVersion());
    }

    private static Inspection inspection(Instant takenAt, String login, Facts facts) {
        var identity = new Inspection.ServerIdentity(
                "SQL01", "16.0.4225.2", "Developer Edition", new NodeName("SQL01"), login, true);
        return new Inspection(identity, takenAt, facts);
    }

    private static Facts facts(List<Database> databases, Fact<List<Permission>> permissions) {
        var login = new KeyLogin(new LoginName("L"), new AsymmetricKeyName("K"), Optional.of(new CredentialName("C")));
        Fact<List<LoadedModule>> denied = new Fact.NotPermitted<>(Permission.onServer("VIEW SERVER STATE"));
        return new Facts(
                known(new Inspection.Topology(true, false)),
                known(new EkmSwitch(true, true)),
                known(List.of(new Inspection.Provider(
                        65536, new ProviderName("EKM"), "G", "15.00.0300.96", "C:\\EKM.dll", true))),
                denied,
                known(databases),
                unknown(),
                known(List.of(new Inspection.Credential(1, new CredentialName("C"), "contoso", 65536))),
                known(List.of(login)),
                known(List.of(new Inspection.DllFile(new DllPath("C:\\EKM.dll")))),
                permissions,
                known(ServerStart.parse(NOW.toString())),
                around());
    }

    private static Surroundings around() {
        return new Surroundings(
                known(Optional.empty()),
                known("NT SERVICE"),
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                known(List.of(
                        use(Surroundings.UseKind.DATABASE_KEY, "ColumnKey"), use(Surroundings.UseKind.BACKUP, "K"))),
                List.of(new Surroundings.FileSeen(new DllPath("C:\\EKM.dll"), known(true))));
    }

    private static Surroundings.OtherUse use(Surroundings.UseKind kind, String what) {
        return new Surroundings.OtherUse(kind, new DatabaseName("Sales"), what, "G");
    }

    private static <T> Fact<T> known(T content) {
        return new Fact.Known<>(content, "view");
    }

    private static <T> Fact<T> unknown() {
        return new Fact.Unknown<>(Message.of("domain.vault.next"));
    }
}
