package keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.core.credential.TokenRequestContext;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.practice.azure.World;
import keyturn.practice.tds.Certificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sign-in may be refused for, by the directory's numbers. */
final class SignInRefusalTest extends AtAzure {

    @TempDir
    private Path folder = Path.of("");

    private static final String VAULTS = "https://vault.azure.net";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000001";

    @BeforeEach
    void open() throws Exception {
        open(standard());
    }

    private static TokenRequestContext wanted() {
        return new TokenRequestContext().addScopes(VAULTS + "/.default");
    }

    private Problem refused(AzureDoors doors) throws Problem.Raised {
        var tokens = entra(doors).tokensFor(VAULTS);
        return assertThrows(SignInFailed.class, () -> tokens.getTokenSync(wanted()))
                .problem();
    }

    @Test
    void aWrongSecret() throws Exception {
        Problem problem = refused(doors(secret("not-the-secret"), World.TENANT));
        assertTold(problem, "login.AADSTS7000215", "entra.AADSTS7000215", "entra.AADSTS7000215.next", World.CLIENT);
        assertTrue(problem.detail().orElseThrow().contains("Trace ID"), problem.toString());
    }

    @Test
    void aSecretThatHasExpired() throws Exception {
        world.clock().forward(Duration.ofDays(2));
        assertTold(
                refused(doors()),
                "login.AADSTS7000222",
                "entra.AADSTS7000222",
                "entra.AADSTS7000222.next",
                World.CLIENT);
    }

    @Test
    void aTenantThatIsNone() throws Exception {
        assertTold(
                refused(doors(secret(World.SECRET), NOBODY)),
                "login.AADSTS90002",
                "entra.AADSTS90002",
                "entra.AADSTS90002.next",
                NOBODY);
    }

    @Test
    void anApplicationThatTheTenantDoesNotKnow() throws Exception {
        var stranger = new AzureSignIn.ClientSecret(new ClientId(NOBODY), Secret.of("x".toCharArray()));
        assertTold(
                refused(doors(stranger, World.TENANT)),
                "login.AADSTS700016",
                "entra.AADSTS700016",
                "entra.AADSTS700016.next",
                World.TENANT,
                NOBODY);
    }

    /** Ten questions with a secret that is wrong are one sign-in, and lock nobody out. */
    @Test
    void whatWasRefusedIsNotTriedAgain() throws Exception {
        var tokens = entra(doors(secret("not-the-secret"), World.TENANT)).tokensFor(VAULTS);
        for (int i = 0; i < 10; i++) {
            assertThrows(SignInFailed.class, () -> tokens.getTokenSync(wanted()));
        }
        assertEquals(
                1, world.log().stream().filter(line -> line.contains("/token")).count());
    }

    @Test
    void aTokenThatWorksIsKept() throws Exception {
        var tokens = entra().tokensFor(VAULTS);
        String first = tokens.getTokenSync(wanted()).getToken();
        assertEquals(first, tokens.getTokenSync(wanted()).getToken());
        assertEquals(
                1, world.log().stream().filter(line -> line.contains("/token")).count());
    }

    /** A door names its tenant; where another was set, the two are told apart before anything is sent there. */
    @Test
    void aDoorOfAnotherTenant() throws Exception {
        var tokens = entra().tokensFor(VAULTS);
        var asked = wanted().setTenantId(NOBODY);
        Problem problem = assertThrows(SignInFailed.class, () -> tokens.getTokenSync(asked))
                .problem();
        assertTold(problem, "login.other-tenant", "entra.otherTenant", "entra.otherTenant.next", NOBODY, World.TENANT);
    }

    @Test
    void aCertificateThatCannotBeRead() throws Exception {
        AzureDoors doors = doors();
        var unreadable = new AzureDoors(
                doors.vaults(),
                doors.signIn(),
                doors.tenant(),
                doors.cloud(),
                doors.endpoints(),
                Optional.of(Path.of("no-such.pem")),
                doors.application());
        Problem problem =
                assertThrows(Problem.Raised.class, () -> entra(unreadable)).problem();
        assertEquals("login.certificate-file", problem.code());
        assertEquals(
                "The certificates in no-such.pem cannot be read.",
                problem.summary().text());
    }

    /** Tools that are not there, or that nobody signed in with, say what to do. */
    @Test
    void toolsThatGiveNoToken() throws Exception {
        Problem cli = refused(doors(new AzureSignIn.AzureCli(), World.TENANT));
        assertTrue(cli.code().endsWith(".azurecli"), cli.code());
        assertTrue(cli.next().text().contains("az "), cli.next().text());
        var none = new AzureSignIn.ClientCertificate(CLIENT, Path.of("no-such.pem"), Optional.empty());
        Problem certificate = refused(doors(none, World.TENANT));
        assertEquals("login.failed.clientcertificate", certificate.code());
    }

    @Test
    void aDoorThatSendsOneElsewhere() throws Exception {
        HttpsServer door = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Certificate certificate = Certificate.create(Instant.now());
        door.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
        door.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://login.elsewhere.example/token");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        door.start();
        try {
            String address = "https://127.0.0.1:" + door.getAddress().getPort();
            AzureDoors doors = doors();
            Path pem = Files.writeString(folder.resolve("elsewhere.pem"), certificate.pem());
            Problem problem = refused(new AzureDoors(
                    doors.vaults(),
                    doors.signIn(),
                    doors.tenant(),
                    doors.cloud(),
                    new AzureDoors.Endpoints(
                            at(address),
                            doors.endpoints().graph(),
                            doors.endpoints().manager()),
                    Optional.of(pem),
                    doors.application()));
            assertEquals("entra.limit.elsewhere", problem.summary().key(), problem.toString());
            assertTrue(problem.summary().text().contains("login.elsewhere.example"), problem.toString());
            assertFalse(problem.toString().contains("Exception"), problem.toString());
        } finally {
            door.stop(0);
        }
    }
}
