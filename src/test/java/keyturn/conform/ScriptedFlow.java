package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.security.keyvault.keys.models.KeyProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import keyturn.app.InProcess;
import keyturn.conform.ActsOfPlan.Door;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.practice.server.RequestLog;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;
import keyturn.tools.Command;
import keyturn.tools.PowerShell;
import keyturn.tools.ScriptClients;
import keyturn.tools.Tunnel;

/** A world for a flow, the bundle of its plan, and real clients that run its scripts. */
final class ScriptedFlow implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Which sessions of the exported PowerShell send acts. */
    private static final String ACTS = "Keyturn/script/act";

    private static final String VAULT = "keyturn-practice-vault";

    final ScriptClients clients;

    private final FlowFixture fixture;
    private final FlowOnARange world;
    private final Path folder;
    private final List<Runnable> own;

    ScriptedFlow(FlowFixture fixture, FlowFixture.AtServer alone, Path folder) throws IOException {
        this(fixture, new FlowOnARange(fixture, alone, folder), folder, PowerShell.ofAllTests(), List.of());
    }

    /** In the flow's own world: a PowerShell of its own finds there commands of Az and, through a proxy, the doors. */
    ScriptedFlow(FlowFixture fixture, Path folder) throws IOException {
        var world = new FlowOnARange(fixture, folder);
        var tunnel = new Tunnel(world.ways());
        var shell = new PowerShell(Map.of(
                "KEYTURN_READY",
                world.ready().toString(),
                "PSModulePath",
                modules().toString(),
                "SSL_CERT_FILE",
                world.range.certificate().toString(),
                "HTTPS_PROXY",
                tunnel.address()));
        this(fixture, world, folder, shell, List.of(shell::close, tunnel::close));
    }

    private ScriptedFlow(FlowFixture fixture, FlowOnARange world, Path folder, PowerShell shell, List<Runnable> own) {
        this.fixture = fixture;
        this.world = world;
        this.folder = folder;
        this.own = own;
        this.clients = new ScriptClients(
                world.range, folder, shell, world.range.offers().getOrDefault("secret", ""));
        Command.Ended bundled = InProcess.say("bundle", world.plan(), "--out", clients.bundle());
        assertEquals(0, bundled.exit(), bundled.all());
    }

    private static Path modules() {
        try {
            return Path.of(Objects.requireNonNull(ScriptedFlow.class.getResource("/keyturn/evidence/modules"))
                    .toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** By Keyturn itself. */
    void run() throws Exception {
        List<Step> steps = world.planned().steps();
        boolean asks = steps.stream().anyMatch(step -> Conduct.of(step).needsSecret())
                && steps.stream().noneMatch(step -> Conduct.of(step).givesSecret());
        List<Object> words = new ArrayList<>(List.of("run", world.plan()));
        words.addAll(world.target());
        words.addAll(List.of("--approve", world.digest, "--journal", world.program.runs()));
        words.addAll(asks ? fixture.secretAgain(world.range, folder) : List.of());
        Command.Ended ran = InProcess.say(words.toArray());
        assertEquals(0, ran.exit(), ran.all());
    }

    /** The providers, and of each database by which key it is protected and who opens that key, and with what. */
    List<String> seen() throws IOException {
        Command.Ended looked = InProcess.say("inspect", "--range", world.ready(), "--json");
        assertEquals(0, looked.exit(), looked.all());
        JsonNode inspection = JSON.readTree(looked.text());
        List<String> lines = new ArrayList<>();
        inspection
                .path("providers")
                .forEach(provider -> lines.add(fields(provider, "name", "version", "dllPath", "enabled")));
        inspection
                .path("databases")
                .forEach(row -> lines.add(fields(
                        row, "name", "state", "encryptionState", "asymmetricKey", "login", "credential", "vault")));
        return lines;
    }

    private static String fields(JsonNode node, String... names) {
        return String.join(
                " ", Stream.of(names).map(name -> node.path(name).toString()).toList());
    }

    /** What the server's digest covers. */
    String digest() throws IOException {
        return JSON.readTree(InProcess.say("inspect", "--range", world.ready(), "--json")
                        .text())
                .path("digest")
                .asText();
    }

    /** Names of the keys in the vault, each with how many versions it has; none where the vault is deleted. */
    List<String> vaultKeys() {
        if (!world.range.cloud().vaults().vault(VAULT).orElseThrow().live()) {
            return List.of();
        }
        var keys = world.outside.keys(world.range);
        List<String> seen = new ArrayList<>();
        for (KeyProperties key : keys.listPropertiesOfKeys()) {
            seen.add(key.getName() + " "
                    + keys.listPropertiesOfKeyVersions(key.getName()).stream().count());
        }
        return seen.stream().sorted().toList();
    }

    Plan plan() throws Exception {
        return world.planned();
    }

    /** What the server got as acts of the exported PowerShell, in order. */
    List<String> sent() {
        return sentBy(ACTS);
    }

    private List<String> sentBy(String program) {
        return world.range.log().entries().stream()
                .filter(entry -> entry.program().equals(program))
                .map(RequestLog.Entry::text)
                .map(ScriptedFlow::masked)
                .toList();
    }

    private List<StepScript> atServer() throws Exception {
        ActsOfPlan acts = ActsOfPlan.withReads(plan());
        return Scripts.of(plan()).steps().stream()
                .filter(script -> acts.by(script.step())
                        .filter(act -> act.door() == Door.SQL_SERVER)
                        .isPresent())
                .toList();
    }

    /** Each act in one piece inside a batch, in the order of the plan. */
    void assertActsInsideBatches() throws Exception {
        List<String> batches = sentBy("sqlrun");
        int from = 0;
        for (StepScript script : atServer()) {
            String act = masked(script.act().shownAsTSql());
            while (from < batches.size() && !batches.get(from).contains("\n" + act + "\n")) {
                from++;
            }
            assertTrue(from < batches.size(), () -> "no batch holds, in its place: " + act);
            from++;
        }
    }

    /**
     * The exported PowerShell sends the previewed acts, in order, less those whose outcome was there, and leads to this end; a
     * second time it changes nothing.
     */
    void assertPowerShellSendsTheActsOnce(List<String> end) throws Exception {
        Command.Ended first = clients.powershell("forward.ps1");
        assertEquals(0, first.exit(), first.all());
        assertEquals(end, seen());
        List<String> sent = sent();
        List<StepScript> left = new ArrayList<>(atServer());
        for (String act : sent) {
            while (!left.isEmpty()
                    && !masked(left.getFirst().act().shownAsTSql()).equals(act)) {
                assertTrue(Conduct.of(left.removeFirst().step()).changes(), () -> "in its place, nothing else: " + act);
            }
            assertFalse(left.isEmpty(), () -> "no step has this act: " + act);
            left.removeFirst();
        }
        assertTrue(left.stream().allMatch(script -> Conduct.of(script.step()).changes()), "left out: " + left);

        boolean goesOn = Files.exists(clients.bundle().resolve("again.ps1"));
        Command.Ended second = clients.powershell(goesOn ? "again.ps1" : "forward.ps1");
        assertEquals(0, second.exit(), second.all());
        assertEquals(end, seen(), "a second run");
        List<String> again = sent().subList(sent.size(), sent().size());
        List<String> changes = atServer().stream()
                .filter(script -> Conduct.of(script.step()).leavesSomething())
                .filter(script -> !Conduct.of(script.step()).is(Conduct.Trait.REPEATABLE))
                .map(script -> masked(script.act().shownAsTSql()))
                .toList();
        assertTrue(again.stream().noneMatch(changes::contains), () -> "sent again: " + again);
    }

    /** After the way back; what a re-encryption was made with stays. */
    void assertNothingStays(String untouched) throws Exception {
        boolean reencrypts =
                plan().steps().stream().anyMatch(step -> RangeWord.of(step).equals("alter-encryption-key"));
        if (!reencrypts) {
            assertEquals(untouched, digest());
        }
    }

    /** With {@code -WhatIf} the title of each step is told. */
    void assertTitled(Command.Ended dry) throws Exception {
        for (Step step : plan().steps()) {
            String title = StepWords.title(step);
            assertTrue(dry.all().contains(title), () -> title + " is missing in " + dry.all());
        }
    }

    static String masked(String batch) {
        return batch.replaceAll("SECRET = N?'[^']*'", "SECRET = ?");
    }

    @Override
    public void close() {
        own.forEach(Runnable::run);
        world.close();
    }
}
