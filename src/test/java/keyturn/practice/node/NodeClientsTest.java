package keyturn.practice.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.azure.World;
import keyturn.practice.directory.Directory;
import keyturn.practice.vault.Vault;
import keyturn.tools.Aside;
import keyturn.tools.BesideOthers;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @azure/keyvault-keys} and {@code @azure/identity} work with what the ready file says and with ordinary options. */
@BesideOthers
final class NodeClientsTest {

    private static final String TEXT = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private NodeScript run(String script, String scenario) throws IOException {
        Path ready = folder.resolve("ready.json");
        try (Range range = Range.start(RangeOptions.of(scenario).withReady(ready))) {
            return NodeScript.run(script, ready, range.certificate());
        }
    }

    @Test
    void aKeyLivesItsWholeLife() throws IOException {
        NodeScript said = run("keys.mjs", "healthy");
        for (int size : new int[] {2048, 3072}) {
            var made = said.ok("create " + size);
            assertEquals(size, made.path("bits").asInt());
            assertEquals("{\"from\":\"node\"}", made.path("tags").toString());
        }
        said.refused(400, "BadParameter", "", "create hsm");
        said.came("{\"same\":true,\"operations\":[\"wrapKey\",\"unwrapKey\"]}", "import");
        said.came("\"node-2048\"", "get");
        said.refused(404, "KeyNotFound", "", "get none");
        said.came("{\"count\":2,\"both\":true}", "versions");
        said.came("{\"many\":30,\"used\":true}", "list");
        for (String algorithm : new String[] {"RSA-OAEP", "RSA-OAEP-256", "RSA1_5"}) {
            said.came("{\"length\":256,\"back\":\"" + TEXT + "\",\"key\":true}", "wrap " + algorithm);
        }
        said.refused(400, "BadParameter", "", "unwrap rubbish");
        said.came("{\"enabled\":false,\"operations\":6}", "disable");
        said.refused(403, "Forbidden", "KeyDisabled", "wrap disabled");
        said.refused(403, "Forbidden", "KeyDisabled", "unwrap disabled");
        said.came("256", "newer goes on");
        said.came("\"" + TEXT + "\"", "unwrap enabled");
        said.came("{\"bits\":3072,\"versions\":2}", "rotate");
        said.came("[\"Notify P30D\"]", "rotation policy");
        deletedAndBack(said);
        movedByBackup(said);
    }

    private static void deletedAndBack(NodeScript said) {
        said.refused(409, "Conflict", "", "restore existing");
        assertEquals(90, said.ok("delete").path("days").asInt());
        said.came("\"node-3072\"", "get deleted");
        said.came("[\"node-3072\"]", "list deleted");
        said.refused(409, "Conflict", "ObjectIsDeletedButRecoverable", "create deleted");
        said.refused(409, "Conflict", "ObjectIsDeletedButRecoverable", "restore deleted");
        said.refused(404, "KeyNotFound", "", "get while deleted");
        said.came("\"node-3072\"", "recover");
        said.came("2", "get recovered");
    }

    private static void movedByBackup(NodeScript said) {
        said.came("{\"here\":true,\"versions\":2}", "restore elsewhere");
        said.refused(400, "BadParameter", "", "restore far");
        said.failed("Cannot decrypt backup blob.", "restore far");
        said.refused(400, "BadParameter", "", "restore bent");
        said.refused(403, "Forbidden", "ForbiddenByPolicy", "purge without right");
        said.came("0", "purge");
        said.refused(404, "KeyNotFound", "", "purged");
        said.came("\"node-3072\"", "restore after purge");
        said.failed("purge protection", "purge protected");
    }

    @Test
    void aVaultSaysWhyNot() throws IOException {
        NodeScript said = run("refusals.mjs", "healthy");
        said.refused(401, "Unauthorized", "", "other audience");
        said.failed("AKV10022", "other audience");
        said.refused(401, "Unauthorized", "", "no token");
        said.failed("disableChallengeResourceVerification", "not its name");
        said.refused(429, "Throttled", "", "throttled");
        said.came("\"tde-key-2024\"", "throttled once");
        said.refused(503, "ServiceUnavailable", "", "unavailable");
        said.refused(403, "Forbidden", "ForbiddenByFirewall", "firewall");
        said.refused(403, "Forbidden", "ForbiddenByConnection", "private");
        said.refused(403, "Forbidden", "ForbiddenByPolicy", "no right");
        said.came("true", "another right");
        said.refused(403, "Forbidden", "ForbiddenByPolicy", "no right to wrap");
        said.refused(403, "Forbidden", "AccessDenied", "on no list");
        said.refused(403, "Forbidden", "ForbiddenByRbac", "no role");
        said.refused(0, "ECONNRESET", "", "unreachable");
        said.refused(0, "ECONNREFUSED", "", "gone");
    }

    @Test
    void signInSaysWhyNot() throws IOException {
        NodeScript said = run("signin.mjs", "healthy");
        said.came("3", "right");
        said.failed("AADSTS7000215", "wrong secret");
        said.failed("AADSTS7000215", "wrong secret at the vault");
        // the library asks the tenant for its endpoints first, and keeps what it is told to itself
        said.failed("endpoints_resolution_error", "wrong tenant");
        said.failed("AADSTS700016", "wrong client");
        said.failed("AADSTS700016", "elsewhere");
        said.failed("AADSTS7000215", "rejected");
        said.failed("", "throttled");
        said.came("3", "after");
    }

    @Test
    void anExpiredSecretIsNoLongerOne() throws IOException {
        NodeScript said = run("signin.mjs", "secret-expired");
        said.failed("AADSTS7000222", "right");
        said.failed("AADSTS7000215", "wrong secret");
    }

    @Test
    void graphChangesASecret() throws IOException {
        NodeScript said = run("graph.mjs", "healthy");
        said.came("3", "early");
        secretChanged(said);
    }

    private static void secretChanged(NodeScript said) {
        assertEquals(1, said.ok("application").path("count").asInt());
        said.came("0", "nobody");
        said.refused(404, "Request_ResourceNotFound", "", "no application");
        said.came("{\"length\":40,\"hint\":true,\"name\":\"node\"}", "added");
        said.came("3", "old still serves");
        said.came("{\"count\":2,\"text\":[null,null]}", "listed");
        said.came("null", "removed");
        said.refused(400, "Request_BadRequest", "", "removed twice");
        said.failed("AADSTS7000215", "after");
    }

    /** The clock goes on once the first sign-in with the new secret was refused. */
    @Test
    void aNewSecretSpreads() throws Exception {
        World made = World.of(
                World.vault("main", "westeurope", Vault.Settings.STANDARD),
                v -> v,
                d -> new Directory(d.tenants(), Duration.ofSeconds(20)));
        try (World world = made) {
            Path certificate = Files.writeString(folder.resolve("range.pem"), world.pem());
            Path ready = folder.resolve("ready.json");
            new ObjectMapper()
                    .writeValue(
                            ready.toFile(),
                            Map.of(
                                    "vault",
                                    world.doors().vault(),
                                    "login",
                                    world.doors().login(),
                                    "graph",
                                    world.doors().graph(),
                                    "tenant",
                                    World.TENANT,
                                    "client",
                                    World.CLIENT,
                                    "secret",
                                    World.SECRET));
            CompletableFuture<Void> refused = Aside.run(() -> {
                Deadline.await(
                        "the new secret is refused",
                        Duration.ofMinutes(1),
                        () -> world.log().stream()
                                .anyMatch(line -> line.startsWith("login POST") && line.endsWith(" 401")));
                world.clock().forward(Duration.ofSeconds(21));
            });
            NodeScript said = NodeScript.run("graph.mjs", ready, certificate, "wait");
            refused.join();
            said.failed("AADSTS7000215", "early");
            said.came("true", "spread");
            secretChanged(said);
        }
    }
}
