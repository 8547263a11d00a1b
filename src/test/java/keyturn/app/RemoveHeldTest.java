package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import keyturn.practice.directory.ClientSecret;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No removal is planned of a secret that a credential holds, or that Keyturn itself signs in with, by the whole program on a range. */
@BesideOthers
final class RemoveHeldTest {

    private static final List<Object> BOTH = List.of("--credential", "Azure_EKM_TDE_cred", "Azure_EKM_admin_cred");

    @TempDir
    Path folder;

    private final StateFolder user = InProcess.newUser();

    private Command.Ended say(RollWorld world, Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--range", world.ready()));
        return InProcess.say(user, all.toArray());
    }

    private Command.Ended removal(RollWorld world, ClientSecret secret, Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("plan", "remove-secret", "--key-id", secret.id(), "--other-users", "none"));
        words.addAll(BOTH);
        words.addAll(List.of(more));
        words.addAll(List.of("--out", folder.resolve(UUID.randomUUID() + ".json")));
        return say(world, words.toArray());
    }

    private void ran(RollWorld world, String digest, Object... more) {
        List<Object> words = new ArrayList<>(List.of("run", world.plan(), "--approve", digest));
        words.addAll(List.of(more));
        Command.Ended ran = say(world, words.toArray());
        assertEquals(0, ran.exit(), ran.all());
    }

    private static void isBlocked(Command.Ended planned, String... codes) {
        assertEquals(4, planned.exit(), planned.all());
        for (String code : codes) {
            assertTrue(planned.all().contains(code), () -> code + " in " + planned.all());
        }
    }

    @Test
    void theOldSecretIsKeptThatABackOutGaveTheCredentialsAgain() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            ClientSecret old = world.secrets().getFirst();
            ran(world, world.planned(BOTH, "--new-secret", "graph", "--old-secret"));
            Path run = InProcess.onlyRun(user.runs());
            String digest = InProcess.digest(say(world, "backout", run));
            Command.Ended back = say(
                    world,
                    "backout",
                    run,
                    "--approve",
                    digest,
                    "--credential-secret-file",
                    world.secretFile(old.value()));
            assertEquals(0, back.exit(), back.all());
            assertTrue(world.range.restart());

            isBlocked(removal(world, old), "plan.remove.held", "plan.remove.own");
        }
    }

    /** Nothing but the DBA's word tells which secret they hold. */
    @Test
    void whatNoRunKnowsMustBeStated() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-rolled")) {
            ClientSecret held = world.secrets().getFirst();
            ClientSecret former = world.secrets().getLast();
            isBlocked(removal(world, former), "plan.remove.may-hold");
            Command.Ended stated = removal(world, former, "--holds", held.id());
            assertEquals(0, stated.exit(), stated.all());
            world.make("for another job");
            isBlocked(removal(world, held, "--holds", former.id()), "plan.remove.own");
        }
    }
}
