package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import keyturn.domain.Message;
import keyturn.practice.directory.ClientSecret;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.PowerShell;
import keyturn.tools.ScriptClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The removal of a secret that somebody has put back into use since it was planned, by the whole program on a range. */
@BesideOthers
final class RemoveAgainTest {

    private static final String TDE = "Azure_EKM_TDE_cred";
    private static final String ADMIN = "Azure_EKM_admin_cred";

    @TempDir
    Path folder;

    @Test
    void aSecretThatACredentialWasGivenAgainSinceThePlanIsKept() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-rolled")) {
            ClientSecret former = world.secrets().getLast();
            Command.Ended planned = InProcess.say(
                    "plan",
                    "remove-secret",
                    "--range",
                    world.ready(),
                    "--key-id",
                    former.id(),
                    "--credential",
                    TDE,
                    ADMIN,
                    "--holds",
                    world.secrets().getFirst().id(),
                    "--other-users",
                    "none",
                    "--out",
                    world.plan());
            assertEquals(0, planned.exit(), planned.all());
            var clients = new ScriptClients(world.range, folder, PowerShell.ofAllTests(), former.value());
            Command.Ended bundled = InProcess.say("bundle", world.plan(), "--out", clients.bundle());
            assertEquals(0, bundled.exit(), bundled.all());
            String moved = Message.of("plan.fact.alteration", TDE).text();
            assertFalse(clients.sqlcmd("forward.sql").all().contains(moved));
            world.byHand("ALTER CREDENTIAL " + TDE + " WITH IDENTITY = N'"
                    + world.range.server().instance().security().credentials().stream()
                            .filter(one -> one.name().equals(TDE))
                            .findFirst()
                            .orElseThrow()
                            .identity()
                    + "', SECRET = N'" + world.client().replace("-", "") + former.value() + "'");
            List<ClientSecret> before = world.secrets();

            assertTrue(clients.sqlcmd("forward.sql").all().contains(moved));
            Command.Ended waiting = world.run(InProcess.digest(planned));
            assertTrue(world.range.restart());
            Command.Ended ended = world.run(InProcess.digest(planned));

            assertEquals(3, waiting.exit(), waiting.all());
            assertEquals(3, ended.exit(), ended.all());
            assertTrue(ended.all().contains(TDE), ended.all());
            assertEquals(before, world.secrets());
        }
    }
}
