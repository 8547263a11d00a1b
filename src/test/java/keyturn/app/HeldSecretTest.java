package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.practice.directory.ClientSecret;
import keyturn.run.Upgrades;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the secret that a credential holds, by the whole program on a range: forecast and radar rest on it. */
@BesideOthers
final class HeldSecretTest {

    private static final String TDE = "Azure_EKM_TDE_cred";
    private static final String ADMIN = "Azure_EKM_admin_cred";
    private static final List<Object> BOTH = List.of("--credential", TDE, ADMIN);

    @TempDir
    Path folder;

    private final StateFolder user = InProcess.newUser();

    private Command.Ended say(RollWorld world, String verb, Object... more) {
        List<Object> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of(more));
        words.addAll(List.of("--range", world.ready()));
        return InProcess.say(user, words.toArray());
    }

    /** With a secret that the directory makes. */
    private ClientSecret rolled(RollWorld world) {
        String digest = world.planned(BOTH, "--new-secret", "graph");
        Command.Ended ran = say(world, "run", world.plan(), "--approve", digest);
        assertEquals(0, ran.exit(), ran.all());
        return world.secrets().getLast();
    }

    private List<Optional<String>> held(RollWorld world) throws Exception {
        Command.Ended inspected = say(world, "inspect", "--json");
        assertEquals(0, inspected.exit(), inspected.all());
        List<Optional<String>> held = new ArrayList<>();
        JsonNode applications =
                new ObjectMapper().readTree(inspected.text()).path("secrets").path("applications");
        applications.forEach(application -> application
                .path("credentials")
                .forEach(one ->
                        held.add(Optional.ofNullable(one.path("secretKeyId").textValue()))));
        return held;
    }

    @Test
    void aSecretThatTheRunGaveAndThatIsGoneFromTheDirectoryClosesTheDatabases() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            ClientSecret made = rolled(world);
            assertEquals(List.of(Optional.of(made.id()), Optional.of(made.id())), held(world));
            assertEquals(0, say(world, "forecast").exit());

            world.remove(made);

            Command.Ended gone = say(world, "forecast");
            assertEquals(1, gone.exit(), gone.all());
            assertTrue(gone.text().contains(made.id()), gone.all());
        }
    }

    /** Its own page, and each one that looks at it later, knows what it tried. */
    @Test
    void aRunThatIsFiledElsewhereIsKnownToItsOwnPages() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            Command.Ended ran = world.run(world.planned(BOTH, "--new-secret", "graph"));
            assertEquals(0, ran.exit(), ran.all());
            assertOpens(ran);
            assertOpens(InProcess.say("verify", world.run(), "--range", world.ready()));
            Command.Ended elsewhere = InProcess.say("forecast", "--range", world.ready());
            assertEquals(4, elsewhere.exit(), elsewhere.all());
        }
    }

    /** Nobody knows which secret it holds, and the run's is not it. */
    @Test
    void whatSomebodyAlteredAfterTheRunIsNotConfirmed() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            Command.Ended ran = world.run(world.planned(BOTH, "--new-secret", "graph"));
            assertEquals(0, ran.exit(), ran.all());
            new Upgrades(world.range, folder)
                    .meddle("ALTER CREDENTIAL Azure_EKM_TDE_cred WITH IDENTITY = 'keyturn-practice-vault',"
                            + " SECRET = '00000000707261637469636500000001not~OneOf.TheirSecrets-0123456789'");

            Command.Ended verified = InProcess.say("verify", world.run(), "--range", world.ready(), "--json");

            assertEquals(
                    "not-met",
                    new ObjectMapper().readTree(verified.out()).path("verdict").asText(),
                    verified.all());
        }
    }

    private static void assertOpens(Command.Ended ended) {
        String headline = Message.of("plan.forecast.headline.opens").text();
        assertTrue(ended.all().replaceAll("\\s+", " ").contains(headline), ended.all());
    }

    /** Made by somebody in the portal, and the one that the credentials hold was removed there. */
    @Test
    void aSecretThatIsNewerThanTheLastChangeOfACredentialIsNotTheOneThatItHolds() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            assertEquals(0, say(world, "forecast").exit());
            String old = world.secrets().getFirst().value();
            ClientSecret made = world.make("by hand");
            world.removeOld();
            Files.writeString(world.ready(), Files.readString(world.ready()).replace(old, made.value()));

            Command.Ended newer = say(world, "forecast");
            assertEquals(4, newer.exit(), newer.all());
            assertTrue(world.range.restart());
            assertEquals(4, world.closed().size(), "the forecast was right not to promise it");
        }
    }

    /** What is typed is recognised by its first letters, once it was tried, also where another one was made for another job. */
    @Test
    void aTypedSecretIsKnownByItsFirstLettersAndKept() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            ClientSecret mine = world.make("mine");
            world.make("for another job");
            typed(world, mine);
            assertEquals(List.of(Optional.of(mine.id()), Optional.of(mine.id())), held(world));
            assertEquals(0, say(world, "forecast").exit());
            Command.Ended removal = say(
                    world,
                    "plan",
                    "remove-secret",
                    "--key-id",
                    mine.id(),
                    "--credential",
                    TDE,
                    ADMIN,
                    "--other-users",
                    "none",
                    "--out",
                    folder.resolve("removal.json"));
            assertTrue(removal.all().contains("plan.remove.held"), removal.all());
            world.remove(mine);
            assertEquals(1, say(world, "forecast").exit());
        }
    }

    private void typed(RollWorld world, ClientSecret secret) throws Exception {
        String digest = world.planned(BOTH, "--new-secret", "typed");
        Command.Ended ran = say(
                world,
                "run",
                world.plan(),
                "--approve",
                digest,
                "--credential-secret-file",
                world.secretFile(secret.value()));
        assertEquals(0, ran.exit(), ran.all());
    }
}
