package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.azure.security.keyvault.keys.models.KeyProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.plan.step.StepId;
import keyturn.plan.step.VaultStep;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.script.json.PlanFile;
import keyturn.tools.Command;
import keyturn.tools.PowerShell;
import keyturn.tools.Tunnel;

/**
 * A range, a rotation planned for it, its bundle, and a PowerShell that runs the bundle's scripts: commands of Az.KeyVault are
 * served by the test's module of that name, whatever else goes to Azure passes a proxy to the range.
 */
final class ScriptsInVault implements AutoCloseable {

    static final String VAULT = "keyturn-practice-vault";
    static final String SECRET = "practice~NotASecret.OfAnybody-0123456789";

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String VAULT_HOST = VAULT + ".vault.azure.net";
    private static final String LOGIN_HOST = "login.microsoftonline.com";
    private static final ObjectMapper JSON = new ObjectMapper();

    final Outsider outside;

    private final Path folder;
    private final Path ready;
    private final Range range;
    private final Tunnel tunnel;
    private final PowerShell shell;

    ScriptsInVault(Path folder) throws IOException {
        this.folder = Files.createTempDirectory(folder, "world");
        this.ready = this.folder.resolve("healthy.json");
        this.range =
                Range.start(RangeOptions.of("healthy").withReady(ready).withNames(List.of(VAULT_HOST, LOGIN_HOST)));
        this.outside = new Outsider(range);
        this.tunnel = new Tunnel(Map.of(
                VAULT_HOST,
                range.offers().getOrDefault("vault", ""),
                LOGIN_HOST,
                range.offers().getOrDefault("login", "")));
        this.shell = new PowerShell(Map.of(
                "KEYTURN_READY",
                ready.toString(),
                "PSModulePath",
                modules().toString(),
                "SSL_CERT_FILE",
                range.certificate().toString(),
                "HTTPS_PROXY",
                tunnel.address()));
        rights("get", "list", "create", "backup", "wrapKey", "unwrapKey");
    }

    /** Of the signed-in account, which is the application too. */
    void rights(String... held) {
        outside.allow(VAULT, held);
    }

    /** Plans a key of this name to be made for one database, and writes the bundle. Returns the digest. */
    String planned(String key) {
        List<Object> words = new ArrayList<>(List.of("plan", "rotate-key", "--range", ready));
        words.addAll(List.of("--create", "rsa-2048", "--to-key", key, "--database", "Sales", "--out", plan()));
        Command.Ended planned = done(InProcess.say(words.toArray()));
        done(InProcess.say("bundle", plan(), "--out", folder.resolve("bundle")));
        return planned.text().lines().reduce("", (before, line) -> line).substring("digest ".length());
    }

    /** The step that tries the new key with the secret. */
    StepId trial() throws IOException, Problem.Raised {
        return VaultStep.trials(PlanFile.read(plan()).plan().steps())
                .findFirst()
                .orElseThrow()
                .id();
    }

    Command.Ended run(String digest) {
        return InProcess.say("run", plan(), "--range", ready, "--approve", digest, "--journal", folder.resolve("runs"));
    }

    /** A script of the bundle, against the range, as its administrator. */
    Command.Ended script(String file, String secret, String... more) throws IOException {
        String target =
                "-ServerInstance '127.0.0.1,%d' -Credential $who -TrustServerCertificate".formatted(range.port());
        return powershell("& '%s' %s -Secret $all %s".formatted(bundled(file), target, String.join(" ", more)), secret);
    }

    /** The file of one step, by what its name holds, run by itself. */
    Command.Ended step(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("bundle/steps"))) {
            Path file = files.filter(each -> each.getFileName().toString().contains(part))
                    .findFirst()
                    .orElseThrow();
            return powershell("& '%s' -Secret $all".formatted(file), SECRET);
        }
    }

    /** Secrets come as secure strings, as a caller's own script hands them in. */
    private Command.Ended powershell(String call, String secret) throws IOException {
        Path caller = Files.writeString(folder.resolve("caller.ps1"), """
                $password = ConvertTo-SecureString $env:RANGE_PASSWORD -AsPlainText -Force
                $all = @{ KEYTURN_SECRET_1 = ConvertTo-SecureString '%s' -AsPlainText -Force }
                $who = New-Object System.Management.Automation.PSCredential('%s', $password)
                %s
                exit $LASTEXITCODE
                """.formatted(secret, range.user(), call));
        return shell.run(caller, folder, Map.of("RANGE_PASSWORD", range.password()), LIMIT);
    }

    static Path modules() {
        try {
            return Path.of(ScriptsInVault.class
                    .getResource("/keyturn/evidence/modules")
                    .toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    String bundled(String file) {
        return folder.resolve("bundle").resolve(file).toString();
    }

    /** Of each database: by which key of master it is wrapped, who opens that key, and with what. */
    List<String> wrapped() throws IOException {
        Command.Ended seen = done(InProcess.say("inspect", "--range", ready, "--json"));
        List<String> lines = new ArrayList<>();
        for (JsonNode row : JSON.readTree(seen.text()).path("databases")) {
            lines.add(Stream.of("name", "encryptionState", "asymmetricKey", "login", "credential", "vault")
                    .map(field -> row.path(field).asText())
                    .reduce("", (before, text) -> before + " " + text));
        }
        return lines;
    }

    /** Names of the keys in the vault, each with how many versions it has. */
    Set<String> keys() {
        var keys = outside.keys(range);
        Set<String> seen = new TreeSet<>();
        for (KeyProperties key : keys.listPropertiesOfKeys()) {
            seen.add(key.getName() + " "
                    + keys.listPropertiesOfKeyVersions(key.getName()).stream().count());
        }
        return seen;
    }

    Map<String, String> tags(String key) {
        return outside.keys(range).getKey(key).getProperties().getTags();
    }

    void make(String key) {
        outside.keys(range).createRsaKey(new com.azure.security.keyvault.keys.models.CreateRsaKeyOptions(key));
    }

    void delete(String key) {
        outside.delete(range, key);
    }

    /** How many batches with this text came to the server. */
    long sent(String text) {
        return range.log().entries().stream()
                .map(RequestLog.Entry::text)
                .filter(batch -> batch.contains(text) && !batch.contains("KeyturnDone"))
                .count();
    }

    static Command.Ended done(Command.Ended ended) {
        assertEquals(0, ended.exit(), ended.all());
        return ended;
    }

    private Path plan() {
        return folder.resolve("plan.json");
    }

    @Override
    public void close() {
        shell.close();
        tunnel.close();
        outside.close();
        range.close();
    }
}
