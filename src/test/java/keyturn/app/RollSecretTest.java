package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.directory.Application;
import keyturn.practice.directory.ClientSecret;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.StoredSecret;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new secret for credentials, by the whole program on a range: where it ends well, and where it must not begin. */
@BesideOthers
final class RollSecretTest {

    private static final String TDE = "Azure_EKM_TDE_cred";
    private static final String ADMIN = "Azure_EKM_admin_cred";
    private static final String NEW = "practice~NotASecret.Renewed-0123456789";
    private static final List<Object> BOTH = List.of("--credential", TDE, ADMIN);

    @TempDir
    Path folder;

    /** The restart is somebody else's: the run watches, and tests what opened. */
    @Test
    void whoeverRestartsEndsTheWaitAndTheDatabasesOpenWithoutTheOldSecret() throws Exception {
        try (Range range = started("secret-expiring")) {
            String unused = planned(BOTH, "--new-secret", "graph", "--restart", "now");
            List<RunEvent> waited = new ArrayList<>();
            RunResult ended = new InProcess(folder).perform(range, event -> {
                if (event instanceof RunEvent.Waiting && waited.add(event)) {
                    assertTrue(range.restart());
                }
            });

            assertEquals(1, waited.size());
            var completed = assertInstanceOf(RunResult.Completed.class, ended, String.valueOf(ended));
            assertEquals(Overall.DONE, completed.verification().overall());
            ClientSecret made = secrets(range).getLast();
            assertEquals(Map.of(TDE, made.value(), ADMIN, made.value()), held(range));
            removeOld(range);
            assertTrue(range.restart());
            assertEquals(List.of(), closed(range));
        }
    }

    /** What was opened by nobody: every encrypted database waits for recovery, and no test comes first. */
    @Test
    void aClosedDatabaseTellsBeforeTheRestartThatTheSecretWorks() throws Exception {
        Path mine = Files.writeString(
                folder.resolve("renewed.json"),
                scenario("secret-expired")
                        .replace("\"vault\":", "\"directory\": { \"newSecret\": \"" + NEW + "\" },\n  \"vault\":"));
        try (Range range = started(mine.toString())) {
            assertTrue(range.restart());
            assertEquals(List.of("Archive", "Ledger", "Payroll", "Sales"), closed(range));
            Path secret = secretFile(NEW);
            String digest = plannedAlone(
                    range, BOTH, "--credential-client", client(range), "--secret-expired", "--open", "Sales", "Ledger");

            Command.Ended ended = runAlone(digest, "--credential-secret-file", secret);

            assertEquals(0, ended.exit(), ended.all());
            assertEquals(List.of("Archive", "Payroll"), closed(range));
            assertTrue(range.restart());
            assertEquals(List.of(), closed(range));
        }
    }

    /** A typing error stops at the first closed database; those that live on held keys stay open. */
    @Test
    void aWrongSecretStopsAtTheFirstClosedDatabase() throws Exception {
        try (Range range = started("secret-expired")) {
            assertTrue(range.restart());
            Path wrong = secretFile("practice~NotASecret.ButWrong-0123456789");
            String digest = plannedAlone(
                    range, BOTH, "--credential-client", client(range), "--secret-expired", "--open", "Sales", "Ledger");

            Command.Ended ended = runAlone(digest, "--credential-secret-file", wrong);

            assertEquals(1, ended.exit(), ended.all());
            assertTrue(ended.all().contains("33028"), ended.all());
            assertEquals(List.of("Archive", "Ledger", "Payroll", "Sales"), closed(range));
        }
    }

    @Test
    void onlyTheCredentialsOfTheApplicationAreGivenItsSecret() throws Exception {
        try (Range range = started("two-applications")) {
            Map<String, String> before = held(range);
            Command.Ended unsaid = plan(List.of("--new-secret", "graph", "--credential", TDE, ADMIN));
            assertEquals(4, unsaid.exit(), unsaid.all());
            assertTrue(unsaid.all().contains("plan.roll-secret.unsaid"), unsaid.all());

            String digest = planned(
                    BOTH, "--new-secret", "graph", "--leave", "Azure_EKM_payroll_cred=the application of Payroll");
            Command.Ended ended = run(digest);

            assertEquals(0, ended.exit(), ended.all());
            Map<String, String> after = held(range);
            assertEquals(before.get("Azure_EKM_payroll_cred"), after.get("Azure_EKM_payroll_cred"));
            assertFalse(after.get(TDE).equals(before.get(TDE)));
            assertTrue(range.restart());
            assertEquals(List.of(), closed(range));
        }
    }

    /** Each stops before SQL Server is touched. */
    @Test
    void aSecretThatCannotBeItIsFoundBeforeSqlServerIsTouched() throws Exception {
        try (Range range = started("secret-expiring")) {
            Map<String, String> before = held(range);
            String digest = planned(BOTH);
            for (String entered :
                    List.of("12345678-1234-1234-1234-123456789abc", client(range) + "practice~NotASecret", "short ")) {
                Command.Ended refused = run(digest, "--credential-secret-file", secretFile(entered));
                assertEquals(2, refused.exit(), refused.all());
            }
            Command.Ended wrong =
                    run(digest, "--credential-secret-file", secretFile("practice~NotASecret.ButWrong-0123456789"));
            assertEquals(1, wrong.exit(), wrong.all());
            assertTrue(wrong.all().contains("AADSTS7000215"), wrong.all());
            assertEquals(before, held(range));
        }
    }

    @Test
    void anApplicationThatIsNotOfThisTenantStopsTheRun() throws Exception {
        try (Range range = started("wrong-tenant")) {
            Map<String, String> before = held(range);
            Command.Ended planned =
                    plan(List.of("--credential", TDE, ADMIN, "--secret-expired", "--new-secret", "graph"));
            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.all().contains("plan.roll-secret.unseen"), planned.all());
            assertEquals(before, held(range));
        }
    }

    @Test
    void whoMayNotChangeTheApplicationChangesNothingOnTheServer() throws Exception {
        Path mine = Files.writeString(
                folder.resolve("no-graph.json"),
                scenario("secret-expiring")
                        .replace(
                                "\"vault\":",
                                "\"directory\": { \"graph\": [\"Application.Read.All\"] },\n  \"vault\":"));
        try (Range range = started(mine.toString())) {
            Map<String, String> before = held(range);
            Command.Ended ended = run(planned(BOTH, "--new-secret", "graph"));
            assertEquals(1, ended.exit(), ended.all());
            assertTrue(ended.all().contains("Authorization_RequestDenied"), ended.all());
            assertEquals(before, held(range));
            assertEquals(1, secrets(range).size());
        }
    }

    /** Start and change are compared by the server's clock, whatever that of this machine says. */
    @Test
    void aClockThatIsWrongHereMakesNoRestart() throws Exception {
        try (Range range = started("secret-expiring")) {
            Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(30));
            String digest = InProcess.digest(say(ahead, words("plan", BOTH, "--new-secret", "graph", "--out", plan())));
            Command.Ended ended = say(ahead, runWords(digest));
            assertEquals(0, ended.exit(), ended.all());
            assertEquals("PENDING_RESTART", verdict(), ended.all());
            assertTrue(range.restart());
            Command.Ended later = say(ahead, words("verify", List.of(), run()));
            assertEquals(0, later.exit(), later.all());
            assertEquals("DONE", later("verification-1.json"), later.all());
        }
    }

    /** One more secret, since the old one can be read nowhere; the first one made stays in the directory. */
    @Test
    void theWayBackGivesOneMoreSecret() throws Exception {
        try (Range range = started("secret-expiring")) {
            assertEquals(0, run(planned(BOTH, "--new-secret", "graph")).exit());
            Command.Ended shown =
                    InProcess.say(words("backout", List.of(), run()).toArray());
            assertEquals(0, shown.exit(), shown.all());
            Command.Ended back = InProcess.say(words("backout", List.of(), run(), "--approve", InProcess.digest(shown))
                    .toArray());
            assertEquals(0, back.exit(), back.all());
            assertEquals(3, secrets(range).size());
            String last = secrets(range).getLast().value();
            assertEquals(Map.of(TDE, last, ADMIN, last), held(range));
        }
    }

    private Range started(String scenario) throws IOException {
        return Range.start(keyturn.practice.RangeOptions.of(scenario).withReady(ready()));
    }

    private static String scenario(String name) throws IOException {
        return Files.readString(Path.of("src/main/resources/keyturn/practice/scenario", name + ".json"));
    }

    private Path ready() {
        return folder.resolve("ready.json");
    }

    private Path plan() {
        return folder.resolve("plan.json");
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private List<Object> words(String verb, List<Object> choices, Object... more) {
        List<Object> words = new ArrayList<>(List.of(verb));
        if (verb.equals("plan")) {
            words.add("roll-secret");
        }
        words.addAll(List.of(more));
        words.addAll(List.of("--range", ready()));
        words.addAll(choices);
        return words;
    }

    private Command.Ended plan(List<Object> choices) {
        return InProcess.say(words("plan", choices, "--out", plan()).toArray());
    }

    private String planned(List<Object> choices, Object... more) {
        List<Object> all = new ArrayList<>(choices);
        all.addAll(List.of(more));
        Command.Ended planned = plan(all);
        assertEquals(0, planned.exit(), planned.all());
        return InProcess.digest(planned);
    }

    private List<Object> runWords(String digest, Object... more) {
        List<Object> words = words("run", List.of(more), plan());
        words.addAll(List.of("--approve", digest, "--journal", runs()));
        return words;
    }

    private Command.Ended run(String digest, Object... more) {
        return InProcess.say(runWords(digest, more).toArray());
    }

    /** Of a target that has no other door than the server. */
    private List<Object> alone(Range range) throws IOException {
        return List.of(new keyturn.tools.RangeHere(range, ready(), folder.resolve("log")).atServerAlone(folder));
    }

    private String plannedAlone(Range range, List<Object> choices, Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of("plan", "roll-secret", "--out", plan()));
        target = alone(range);
        words.addAll(target);
        words.addAll(choices);
        words.addAll(List.of(more));
        Command.Ended planned = InProcess.say(words.toArray());
        assertEquals(0, planned.exit(), planned.all());
        return InProcess.digest(planned);
    }

    private List<Object> target = List.of();

    private Command.Ended runAlone(String digest, Object... more) {
        List<Object> words = new ArrayList<>(List.of("run", plan(), "--approve", digest, "--journal", runs()));
        words.addAll(target);
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }

    private Command.Ended say(Clock clock, List<Object> words) {
        return InProcess.say(StateFolder.ofThisUser(), clock, words.toArray());
    }

    private Path run() throws IOException {
        return new InProcess(folder).journal().resolveSibling("");
    }

    private String verdict() throws IOException {
        return later("evidence.json");
    }

    private String later(String file) throws IOException {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(run().resolve(file).toFile())
                .path("verification")
                .path("overall")
                .asText();
    }

    private Path secretFile(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static String client(Range range) {
        return range.offers().getOrDefault("client", "");
    }

    private static List<ClientSecret> secrets(Range range) {
        return range.cloud().directory().tenants().getFirst().applications().stream()
                .filter(one -> one.clientId().equals(client(range)))
                .map(Application::secrets)
                .flatMap(List::stream)
                .toList();
    }

    private static void removeOld(Range range) {
        try (Outsider outside = new Outsider(range)) {
            String object = outside.graph("GET", "/v1.0/applications(appId='" + client(range) + "')", "")
                    .path("id")
                    .asText();
            String old = secrets(range).getFirst().id();
            outside.graph("POST", "/v1.0/applications/" + object + "/removePassword", "{\"keyId\":\"" + old + "\"}");
        }
    }

    private static Map<String, String> held(Range range) {
        Map<String, String> held = new TreeMap<>();
        for (Credential each : range.server().instance().security().credentials()) {
            held.put(each.name(), each.secret().map(StoredSecret::value).orElse(""));
        }
        return held;
    }

    private static List<String> closed(Range range) {
        return range.server().instance().databases().stream()
                .filter(database -> !database.online())
                .map(Database::name)
                .sorted()
                .toList();
    }
}
