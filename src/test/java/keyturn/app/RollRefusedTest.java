package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new secret for credentials, by the whole program on a range that is stopped before it costs anything. */
@BesideOthers
final class RollRefusedTest {

    private static final String TDE = "Azure_EKM_TDE_cred";
    private static final String ADMIN = "Azure_EKM_admin_cred";
    private static final List<Object> BOTH = List.of("--credential", TDE, ADMIN);

    @TempDir
    Path folder;

    @Test
    void aWrongSecretStopsAtTheFirstClosedDatabase() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expired")) {
            assertTrue(world.range.restart());
            Path wrong = world.secretFile("practice~NotASecret.ButWrong-0123456789");
            String digest = world.plannedAlone(
                    BOTH, "--credential-client", world.client(), "--secret-expired", "--open", "Sales", "Ledger");

            Command.Ended ended = world.runAlone(digest, "--credential-secret-file", wrong);

            assertEquals(1, ended.exit(), ended.all());
            assertTrue(ended.all().contains("33028"), ended.all());
            assertEquals(List.of("Archive", "Ledger", "Payroll", "Sales"), world.closed());
        }
    }

    @Test
    void aSecretThatCannotBeItIsFoundBeforeSqlServerIsTouched() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            Map<String, String> before = world.held();
            String digest = world.planned(BOTH);
            for (String entered :
                    List.of("12345678-1234-1234-1234-123456789abc", world.client() + "practice~NotASecret", "short ")) {
                Command.Ended refused = world.run(digest, "--credential-secret-file", world.secretFile(entered));
                assertEquals(2, refused.exit(), refused.all());
            }
            Command.Ended wrong = world.run(
                    digest, "--credential-secret-file", world.secretFile("practice~NotASecret.ButWrong-0123456789"));
            assertEquals(1, wrong.exit(), wrong.all());
            assertTrue(wrong.all().contains("AADSTS7000215"), wrong.all());
            assertEquals(before, world.held());
        }
    }

    @Test
    void anApplicationThatIsNotOfThisTenantStopsTheRun() throws Exception {
        try (RollWorld world = new RollWorld(folder, "wrong-tenant")) {
            Map<String, String> before = world.held();
            Command.Ended planned =
                    world.plan(List.of("--credential", TDE, ADMIN, "--secret-expired", "--new-secret", "graph"));
            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.all().contains("plan.roll-secret.unseen"), planned.all());
            assertEquals(before, world.held());
        }
    }

    @Test
    void whoMayNotChangeTheApplicationChangesNothingOnTheServer() throws Exception {
        Path mine = Files.writeString(
                folder.resolve("no-graph.json"),
                RollWorld.scenario("secret-expiring")
                        .replace(
                                "\"vault\":",
                                "\"directory\": { \"graph\": [\"Application.Read.All\"] },\n  \"vault\":"));
        try (RollWorld world = new RollWorld(folder, mine.toString())) {
            Map<String, String> before = world.held();
            Command.Ended ended = world.run(world.planned(BOTH, "--new-secret", "graph"));
            assertEquals(1, ended.exit(), ended.all());
            assertTrue(ended.all().contains("Authorization_RequestDenied"), ended.all());
            assertEquals(before, world.held());
            assertEquals(1, world.secrets().size());
        }
    }
}
