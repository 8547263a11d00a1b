package keyturn.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.entra.AtAzure;
import keyturn.inspect.Told;
import keyturn.practice.azure.World;
import keyturn.practice.directory.Application;
import keyturn.practice.directory.Directory;
import keyturn.practice.directory.Tenant;
import keyturn.run.door.Outcome;
import keyturn.script.act.DirectoryAct;
import org.junit.jupiter.api.Test;

/** An application's secrets, read and changed in the practice directory by ordinary settings. */
final class ApplicationSecretsTest extends AtAzure {

    private static final String AUDIENCE = "https://graph.microsoft.com";
    /** The application is looked at, then the act is asked for. */
    private static final int ACT = 2;

    private final Instant end = Instant.now().plus(300, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    private void opened() throws Exception {
        open(standard());
    }

    private GraphReader reader() throws Exception {
        return new GraphReader(entra(), world.doors().graph(), AUDIENCE);
    }

    private GraphWriter writer() throws Exception {
        return new GraphWriter(entra(), world.doors().graph(), AUDIENCE);
    }

    private Outcome add(String name) throws Exception {
        return writer().perform(new DirectoryAct.AddSecret(CLIENT, name, end, 1, ""));
    }

    private List<String> names() throws Exception {
        return answer(reader().application(CLIENT)).secrets().stream()
                .map(secret -> secret.name().orElse(""))
                .toList();
    }

    @Test
    void secretsAreSeenByNameHintAndEnd() throws Exception {
        opened();
        ApplicationSeen seen = answer(reader().application(CLIENT));
        assertEquals("test", seen.name());
        SecretSeen secret = seen.secrets().getFirst();
        assertEquals(Optional.of("first"), secret.name());
        assertEquals(Optional.of("a~S"), secret.hint());
        assertTrue(secret.expires().orElseThrow().isAfter(Instant.now()), secret.toString());
    }

    @Test
    void oneMoreSecretWorksAndTheOldOneStays() throws Exception {
        opened();
        var done = assertInstanceOf(Outcome.Done.class, add("SQL01 EKM 2027"));
        Outcome.MadeSecret made = done.secret().orElseThrow();
        assertEquals(1, made.slot());
        String text = new String(made.secret().reveal());
        assertFalse(done.toString().contains(text), "a secret that prints itself");
        assertTrue(world.credential(World.TENANT, World.CLIENT, text)
                        .getTokenSync(new com.azure.core.credential.TokenRequestContext()
                                .addScopes("https://vault.azure.net/.default"))
                        .getToken()
                        .length()
                > 100);
        assertEquals(List.of("first", "SQL01 EKM 2027"), names());
        assertEquals(
                Optional.of(end),
                answer(reader().application(CLIENT)).secrets().getLast().expires());
    }

    /** After a lost answer a name tells whether it was made: none is given twice. */
    @Test
    void aNameIsGivenOnce() throws Exception {
        opened();
        assertTold(
                assertInstanceOf(Outcome.NotSent.class, add("first")).problem(),
                "directory.secret-exists",
                "directory.secret-exists",
                "directory.secret-exists.next",
                World.CLIENT,
                "first");
        world.faults().set("drop-after@graph:" + ACT);
        assertEquals(
                "directory.broken",
                assertInstanceOf(Outcome.Unanswered.class, add("second"))
                        .problem()
                        .code());
        assertEquals(List.of("first", "second"), names());
    }

    @Test
    void whatMayHaveArrivedIsUnansweredAndWhatDidNotIsNotSent() throws Exception {
        opened();
        world.faults().set("drop-before@graph:" + ACT);
        assertInstanceOf(Outcome.Unanswered.class, add("second"));
        world.faults().set("unavailable@graph:" + ACT);
        assertInstanceOf(Outcome.Unanswered.class, add("second"));
        world.faults().set("unavailable@graph");
        assertInstanceOf(Outcome.NotSent.class, add("second"));
        world.faults().clear("unavailable");
        assertEquals(List.of("first"), names());
    }

    private static Directory withoutRights(Directory directory) {
        return new Directory(
                directory.tenants().stream().map(ApplicationSecretsTest::poor).toList(), directory.spread());
    }

    private static Tenant poor(Tenant tenant) {
        return new Tenant(
                tenant.id(),
                tenant.domain(),
                tenant.name(),
                tenant.applications().stream()
                        .map(each -> new Application(
                                each.objectId(),
                                each.clientId(),
                                each.principalId(),
                                each.name(),
                                Set.of(),
                                each.secrets()))
                        .toList(),
                tenant.people(),
                tenant.longest(),
                tenant.noSecrets());
    }

    @Test
    void whoMayNotSeeItIsToldWhatIsMissing() throws Exception {
        open(standard(), all -> all, ApplicationSecretsTest::withoutRights);
        Told.Forbidden<?> told = forbidden(reader().application(CLIENT));
        assertEquals(new Permission("Application.Read.All", world.doors().graph()), told.permission());
        assertTold(
                told.problem(),
                "directory.403.Authorization_RequestDenied",
                "directory.403",
                "directory.403.next",
                World.CLIENT);
        String detail = told.problem().detail().orElseThrow();
        assertTrue(detail.contains("HTTP 403 Authorization_RequestDenied\n"), detail);
        assertTrue(detail.matches("(?s).*\nRequest id [0-9a-f-]{36}"), detail);
    }

    @Test
    void anApplicationThatIsNotThere() throws Exception {
        opened();
        var nobody = new ClientId("00000000-0000-4000-8000-000000000001");
        assertEquals(
                "directory.no-application", failed(reader().application(nobody)).code());
    }

    @Test
    void aDirectoryThatIsAskedTooMuch() throws Exception {
        opened();
        world.faults().set("throttle@graph");
        Problem problem = failed(reader().application(CLIENT));
        assertTrue(problem.code().startsWith("directory.429"), problem.code());
        assertEquals("Wait 1 seconds and try again.", problem.next().text());
    }
}
