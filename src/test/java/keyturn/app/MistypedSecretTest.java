package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.security.keyvault.keys.models.KeyProperties;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import keyturn.practice.Outsider;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A credential that was given something else than client id and secret by hand, and what a roll of the secret makes of it. */
@BesideOthers
final class MistypedSecretTest {

    private static final String TDE = "Azure_EKM_TDE_cred";
    private static final String ADMIN = "Azure_EKM_admin_cred";
    private static final String KEY = "tde-key-2024";
    private static final List<Object> BOTH = List.of("--credential", TDE, ADMIN);

    @TempDir
    Path folder;

    /** What somebody typed: {@code -} is the client id with its hyphens, {@code =} without, {@code #} the id of the secret. */
    @ParameterizedTest
    @CsvSource({"short, 2050", "-practice~NotASecret.OfAnybody-0123456789, 3128", "=#, 3303"})
    void theDatabasesThatItClosedOpenWithTheSecretOfTheRoll(String typed, int code) throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            String id = world.secrets().getFirst().id();
            String text = typed.replaceFirst("^-", world.client())
                    .replaceFirst("^=", world.client().replace("-", ""))
                    .replace("#", id);
            for (String name : List.of(TDE, ADMIN)) {
                world.byHand("ALTER CREDENTIAL [" + name + "] WITH IDENTITY = 'keyturn-practice-vault', SECRET = '"
                        + text + "'");
            }
            assertTrue(world.range.restart());
            List<String> closed = List.of("Archive", "Ledger", "Payroll", "Sales");
            assertEquals(closed, world.closed());
            SQLException told = assertThrows(SQLException.class, () -> world.byHand("ALTER DATABASE Sales SET ONLINE"));
            assertTrue(String.valueOf(told).contains("error code: " + code), told.toString());

            String digest = world.planned(BOTH, "--new-secret", "graph", "--secret-expired", "--open", "Sales");
            Command.Ended ended = world.run(digest);

            assertEquals(0, ended.exit(), ended.all());
            assertEquals(List.of("Archive", "Ledger", "Payroll"), world.closed());
            assertTrue(world.range.restart());
            assertEquals(List.of(), world.closed());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theClientIdIsStoredWithoutHyphensHoweverItIsGiven(boolean hyphens) throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            String bare = world.client().replace("-", "");
            String given = hyphens ? world.client() : bare;
            String value = world.secrets().getFirst().value();
            String digest = world.plannedAlone(BOTH, "--credential-client", given);
            Command.Ended ended = world.runAlone(digest, "--credential-secret-file", world.secretFile(value));
            assertEquals(0, ended.exit(), ended.all());
            assertEquals(Map.of(TDE, bare, ADMIN, bare), world.clients());
            assertEquals(Map.of(TDE, value, ADMIN, value), world.held());
        }
    }

    /** Such a version refuses to wrap and still unwraps, which is all that a database needs of it. */
    @Test
    void anExpiredKeyVersionDoesNotKeepTheNewSecretFromBeingTriedWithIt() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring");
                Outsider outside = new Outsider(world.range)) {
            outside.allow("keyturn-practice-vault", "get", "list", "update", "wrapKey", "unwrapKey");
            var keys = outside.keys(world.range);
            for (KeyProperties version : keys.listPropertiesOfKeyVersions(KEY)) {
                keys.updateKeyProperties(keys.getKey(KEY, version.getVersion())
                        .getProperties()
                        .setExpiresOn(OffsetDateTime.now(ZoneOffset.UTC).minusDays(1)));
            }
            Command.Ended ended = world.run(world.planned(BOTH, "--new-secret", "graph"));
            assertEquals(0, ended.exit(), ended.all());
            String made = world.secrets().getLast().value();
            assertEquals(Map.of(TDE, made, ADMIN, made), world.held());
            assertTrue(world.range.restart());
            assertEquals(List.of(), world.closed());
        }
    }
}
