package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.practice.server.state.Credential;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.PowerShell;
import keyturn.tools.ScriptClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exported scripts of a new secret, run by real clients: they stop for the restart and end where a run ends. */
@BesideOthers
final class RollScriptsTest {

    private static final String TDE = "Azure_EKM_TDE_cred";
    private static final String ADMIN = "Azure_EKM_admin_cred";
    private static final String NEW = "practice~NotASecret.Renewed-0123456789";

    @TempDir
    Path folder;

    @Test
    void bothScriptsWaitForTheRestartAndTheDatabasesOpen() throws Exception {
        Path renewed = Files.writeString(
                folder.resolve("renewed.json"),
                RollWorld.scenario("secret-expiring")
                        .replace("\"vault\":", "\"directory\": { \"newSecret\": \"" + NEW + "\" },\n  \"vault\":"));
        for (boolean sqlcmd : List.of(true, false)) {
            Path mine = Files.createTempDirectory(folder, "world");
            try (RollWorld world = new RollWorld(mine, renewed.toString())) {
                String unused = world.plannedAlone(
                        List.of("--credential", TDE, ADMIN),
                        "--credential-client",
                        world.client(),
                        "--restart",
                        "now",
                        "--old-secret");
                var clients = new ScriptClients(world.range, mine, PowerShell.ofAllTests(), NEW);
                Command.Ended bundled = InProcess.say("bundle", world.plan(), "--out", clients.bundle());
                assertEquals(0, bundled.exit(), bundled.all());
                String old = world.held().getOrDefault(TDE, "");

                Command.Ended waits = forward(clients, sqlcmd);
                assertNotEquals(0, waits.exit(), waits.all());
                assertEquals(Map.of(TDE, NEW, ADMIN, NEW), world.held(), waits.all());
                assertTrue(clients.sqlcmd("verify.sql").all().contains("PENDING RESTART"));

                assertTrue(world.range.restart());
                Command.Ended ended = again(clients, sqlcmd);
                assertEquals(0, ended.exit(), ended.all());
                Command.Ended verified = clients.sqlcmd("verify.sql");
                assertEquals(0, verified.exit(), verified.all());
                assertFalse(verified.all().contains("PENDING RESTART"), verified.all());
                assertEquals(List.of(), world.closed());

                var back = new ScriptClients(world.range, mine, PowerShell.ofAllTests(), old);
                Command.Ended undone = sqlcmd ? back.sqlcmd("backout.sql") : back.powershell("backout.ps1");
                assertEquals(0, undone.exit(), undone.all());
                assertEquals(Map.of(TDE, old, ADMIN, old), world.held());
            }
        }
    }

    /** A script that was stopped between two credentials is run again, and alters each once. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aScriptThatWasStoppedBetweenTwoCredentialsGoesOnWhereItStopped(boolean sqlcmd) throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            String secret = world.secrets().getFirst().value();
            String unused = world.plannedAlone(
                    List.of("--credential", TDE, ADMIN), "--credential-client", world.client(), "--old-secret");
            var clients = new ScriptClients(world.range, folder, PowerShell.ofAllTests(), secret);
            Command.Ended bundled = InProcess.say("bundle", world.plan(), "--out", clients.bundle());
            assertEquals(0, bundled.exit(), bundled.all());

            var before = modified(world);
            world.range.setFault("drop-before@alter-credential:2");
            Command.Ended stopped = forward(clients, sqlcmd);
            assertNotEquals(0, stopped.exit(), stopped.all());
            var between = modified(world);
            assertNotEquals(before.get(TDE), between.get(TDE));
            assertEquals(before.get(ADMIN), between.get(ADMIN));

            Command.Ended unsure = forward(clients, sqlcmd);
            assertNotEquals(0, unsure.exit(), unsure.all());
            Command.Ended ended = again(clients, sqlcmd);
            assertEquals(0, ended.exit(), ended.all());
            assertEquals(between.get(TDE), modified(world).get(TDE), "not altered a second time");
            assertNotEquals(before.get(ADMIN), modified(world).get(ADMIN));
            assertEquals(Map.of(TDE, secret, ADMIN, secret), world.held());
        }
    }

    /** Nobody knows which secret a colleague gave a credential meanwhile: nothing is taken for done. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCredentialThatSomebodyElseAlteredStopsTheScriptBeforeItsFirstStep(boolean sqlcmd) throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            String secret = world.secrets().getFirst().value();
            String unused = world.plannedAlone(
                    List.of("--credential", TDE, ADMIN), "--credential-client", world.client(), "--old-secret");
            var clients = new ScriptClients(world.range, folder, PowerShell.ofAllTests(), secret);
            Command.Ended bundled = InProcess.say("bundle", world.plan(), "--out", clients.bundle());
            assertEquals(0, bundled.exit(), bundled.all());
            world.byHand("ALTER CREDENTIAL " + TDE + " WITH IDENTITY = N'keyturn-practice-vault', SECRET = N'"
                    + world.client().replace("-", "") + "a~colleagues-0123456789'");
            Map<String, String> before = world.held();

            Command.Ended stopped = forward(clients, sqlcmd);
            assertNotEquals(0, stopped.exit(), stopped.all());
            assertTrue(
                    stopped.all()
                            .contains(Message.of("plan.fact.alteration", TDE).text()),
                    stopped.all());
            assertEquals(before, world.held());
        }
    }

    /** When each credential was altered last. */
    private static Map<String, LocalDateTime> modified(RollWorld world) {
        return world.range.server().instance().security().credentials().stream()
                .collect(Collectors.toMap(Credential::name, Credential::modified));
    }

    private static Command.Ended forward(ScriptClients clients, boolean sqlcmd) throws Exception {
        return sqlcmd ? clients.sqlcmd("forward.sql") : clients.powershell("forward.ps1");
    }

    private static Command.Ended again(ScriptClients clients, boolean sqlcmd) throws Exception {
        return sqlcmd ? clients.sqlcmd("again.sql") : clients.powershell("again.ps1");
    }
}
