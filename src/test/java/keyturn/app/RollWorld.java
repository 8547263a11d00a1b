package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.directory.Application;
import keyturn.practice.directory.ClientSecret;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.StoredSecret;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;

/** The whole program on a range whose secret is rolled, and what the range then has. */
final class RollWorld implements AutoCloseable {

    final Range range;
    private final Path folder;
    private List<Object> target = List.of();

    /** @param scenario a name, or a file */
    RollWorld(Path folder, String scenario) throws IOException {
        this.folder = folder;
        this.range = Range.start(RangeOptions.of(scenario).withReady(ready()));
    }

    static String scenario(String name) throws IOException {
        return Files.readString(Path.of("src/main/resources/keyturn/practice/scenario", name + ".json"));
    }

    Path ready() {
        return folder.resolve("ready.json");
    }

    Path plan() {
        return folder.resolve("plan.json");
    }

    Path runs() {
        return folder.resolve("runs");
    }

    List<Object> words(String verb, List<Object> choices, Object... more) {
        List<Object> words = new ArrayList<>(List.of(verb));
        if (verb.equals("plan")) {
            words.add("roll-secret");
        }
        words.addAll(List.of(more));
        words.addAll(List.of("--range", ready()));
        words.addAll(choices);
        return words;
    }

    Command.Ended plan(List<Object> choices) {
        return InProcess.say(words("plan", choices, "--out", plan()).toArray());
    }

    String planned(List<Object> choices, Object... more) {
        List<Object> all = new ArrayList<>(choices);
        all.addAll(List.of(more));
        Command.Ended planned = plan(all);
        assertEquals(0, planned.exit(), planned.all());
        return InProcess.digest(planned);
    }

    List<Object> runWords(String digest, Object... more) {
        List<Object> words = words("run", List.of(more), plan());
        words.addAll(List.of("--approve", digest, "--journal", runs()));
        return words;
    }

    Command.Ended run(String digest, Object... more) {
        return InProcess.say(runWords(digest, more).toArray());
    }

    /** Of a target that has no other door than the server. */
    private List<Object> alone() throws IOException {
        return List.of(here().atServerAlone(folder));
    }

    private RangeHere here() {
        return new RangeHere(range, ready(), folder.resolve("log"));
    }

    /** As the administrator, by hand. */
    void byHand(String batch) throws IOException, SQLException {
        here().send(batch);
    }

    String plannedAlone(List<Object> choices, Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of("plan", "roll-secret", "--out", plan()));
        target = alone();
        words.addAll(target);
        words.addAll(choices);
        words.addAll(List.of(more));
        Command.Ended planned = InProcess.say(words.toArray());
        assertEquals(0, planned.exit(), planned.all());
        return InProcess.digest(planned);
    }

    Command.Ended runAlone(String digest, Object... more) {
        List<Object> words = new ArrayList<>(List.of("run", plan(), "--approve", digest, "--journal", runs()));
        words.addAll(target);
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }

    Command.Ended say(Clock clock, List<Object> words) {
        return InProcess.say(InProcess.newUser(), clock, words.toArray());
    }

    Path run() throws IOException {
        return new InProcess(folder).journal().resolveSibling("");
    }

    String verdict() throws IOException {
        return later("evidence.json");
    }

    String later(String file) throws IOException {
        return new ObjectMapper()
                .readTree(run().resolve(file).toFile())
                .path("verification")
                .path("overall")
                .asText();
    }

    Path secretFile(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    String client() {
        return range.offers().getOrDefault("client", "");
    }

    List<ClientSecret> secrets() {
        return range.cloud().directory().tenants().getFirst().applications().stream()
                .filter(one -> one.clientId().equals(client()))
                .map(Application::secrets)
                .flatMap(List::stream)
                .toList();
    }

    void removeOld() {
        remove(secrets().getFirst());
    }

    /** As somebody does it in the portal. */
    void remove(ClientSecret secret) {
        outside("removePassword", "{\"keyId\":\"" + secret.id() + "\"}");
    }

    /** Likewise. */
    ClientSecret make(String name) {
        outside("addPassword", "{\"passwordCredential\":{\"displayName\":\"" + name + "\"}}");
        return secrets().getLast();
    }

    private void outside(String act, String body) {
        try (Outsider outside = new Outsider(range)) {
            String object = outside.graph("GET", "/v1.0/applications(appId='" + client() + "')", "")
                    .path("id")
                    .asText();
            outside.graph("POST", "/v1.0/applications/" + object + "/" + act, body);
        }
    }

    Map<String, String> held() {
        Map<String, String> held = new TreeMap<>();
        for (Credential each : range.server().instance().security().credentials()) {
            held.put(each.name(), each.secret().map(StoredSecret::value).orElse(""));
        }
        return held;
    }

    /** With which client id, as it is stored, each credential signs in. */
    Map<String, String> clients() {
        Map<String, String> clients = new TreeMap<>();
        for (Credential each : range.server().instance().security().credentials()) {
            each.secret()
                    .filter(StoredSecret::complete)
                    .map(StoredSecret::client)
                    .ifPresent(client -> clients.put(each.name(), client));
        }
        return clients;
    }

    List<String> closed() {
        return range.server().instance().databases().stream()
                .filter(database -> !database.online())
                .map(Database::name)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        range.close();
    }
}
