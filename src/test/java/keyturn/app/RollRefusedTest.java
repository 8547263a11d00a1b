package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
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

    /** Databases that are open live on keys in memory: a wrong secret must not cost them. */
    @Test
    void noRestartIsOfferedBeforeAClosedDatabaseHasShownThatTheSecretWorks() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expired")) {
            world.byHand("ALTER DATABASE Sales SET OFFLINE");
            assertThrows(SQLException.class, () -> world.byHand("ALTER DATABASE Sales SET ONLINE"));
            assertEquals(List.of("Sales"), world.closed());
            List<Object> choices = List.of(
                    "--credential", TDE, ADMIN, "--new-secret", "graph", "--secret-expired", "--restart", "now");
            Command.Ended blind = world.plan(choices);
            assertEquals(4, blind.exit(), blind.all());
            assertTrue(blind.all().contains("plan.roll-secret.canary"), blind.all());

            Path wrong = world.secretFile("practice~NotASecret.ButWrong-0123456789");
            List<Object> open = List.of("--credential-client", world.client(), "--secret-expired", "--restart", "now");
            List<Object> all = new ArrayList<>(open);
            all.addAll(List.of("--open", "Sales"));
            String digest = world.plannedAlone(BOTH, all.toArray());
            Command.Ended ended = world.runAlone(digest, "--credential-secret-file", wrong);
            assertEquals(1, ended.exit(), ended.all());
            assertEquals(List.of("Sales"), world.closed(), "the others stay open");
            var run = new Rotating(folder);
            String restart = run.step("await-restart").path("number").asText() + " started";
            assertTrue(run.journal().stream().noneMatch(line -> line.startsWith(restart)), "nobody was asked for it");
        }
    }

    @Test
    void aSecretThatCannotBeItIsFoundBeforeSqlServerIsTouched() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            for (String name : List.of("", "  ", "line1\nline2", "\u001b[31mred", "a\u202Eb")) {
                Command.Ended named =
                        world.plan(List.of("--credential", TDE, ADMIN, "--new-secret", "graph", "--secret-name", name));
                assertEquals(2, named.exit(), named.all());
                assertTrue(named.all().contains("[secret-name.form]"), named.all());
            }
            Command.Ended left = world.plan(List.of("--credential", TDE, "--leave", ADMIN + "=a\u202Eb"));
            assertEquals(2, left.exit(), left.all());
            assertTrue(left.all().contains("[roll-secret.reason]"), left.all());
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
