package keyturn.practice.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import keyturn.practice.directory.Application;
import keyturn.practice.directory.ClientSecret;
import keyturn.practice.directory.Directory;
import keyturn.practice.directory.Person;
import keyturn.practice.directory.Tenant;
import keyturn.practice.directory.Unwritten;
import keyturn.practice.web.Switch;

/**
 * The section {@code directory}: a tenant with the applications that may sign in at the vault, Microsoft's own ones by
 * which people sign in, one person, and a second tenant that has nothing to do with all this, unless the vault was moved to it.
 */
final class DirectoryReader {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]{1,60}(\\.[a-z0-9-]{1,60}){1,5}");
    private static final String TENANT = "00000000-7072-6163-7469-636500000100";
    private static final String ELSEWHERE = "00000000-7072-6163-7469-636500000200";
    private static final Set<String> GRAPH = Set.of(
            "Application.Read.All", "Application.ReadWrite.OwnedBy", "Application.ReadWrite.All", "AuditLog.Read.All");
    /** Client ids that the whole world knows: people sign in through them. */
    private static final List<List<String>> PUBLIC = List.of(
            List.of("Microsoft Azure CLI", "04b07795-8ddb-461a-bbee-02f9e1bf7b46"),
            List.of("Microsoft Azure PowerShell", "1950a258-227b-4e31-a9cf-717495945fc2"));

    /** In the tenant that a vault was moved to: the application that its owners have made for SQL Server there. */
    static final String THERE = "00000000-7072-6163-7469-636500000002";

    private static final String THERE_SECRET = "there~NotASecret.OfAnybody-0123456789";

    /** Older than the credentials that hold it. */
    private static final Duration AGE = Duration.ofDays(700);

    private static final Duration LIFE = Duration.ofDays(365);
    private static final Duration YOUNG = Duration.ofDays(1);

    private final Optional<Entry> entry;
    private final boolean moved;
    private final Instant now;

    DirectoryReader(Entry root, LocalDateTime now) {
        this.entry = root.optional("directory");
        this.moved = root.optional("azure")
                .map(azure -> azure.flag("elsewhere", false))
                .orElse(false);
        this.now = now.toInstant(ZoneOffset.UTC);
    }

    Directory read(Applicant used) {
        List<Application> applications = new ArrayList<>();
        applications.add(application(used));
        entry.ifPresent(e -> applications.addAll(e.each("applications", this::application)));
        PUBLIC.forEach(p -> applications.add(published(p.getFirst(), p.getLast())));
        Tenant tenant = new Tenant(
                entry.filter(e -> e.has("tenant"))
                        .map(e -> e.text("tenant", GUID, "a GUID in small letters"))
                        .orElse(TENANT),
                entry.filter(e -> e.has("domain"))
                        .map(e -> e.text("domain", DOMAIN, "a domain name"))
                        .orElse("keyturn-practice.example"),
                "Keyturn PRACTICE",
                applications,
                List.of(new Person(Directory.id("person dba"), "dba@keyturn-practice.example", "Practice DBA", true)),
                entry.filter(e -> e.has("longestSecret")).map(e -> e.before("longestSecret")),
                entry.map(e -> e.flag("noSecrets", false)).orElse(false));
        Duration spread = entry.filter(e -> e.has("secretSpread"))
                .map(e -> e.before("secretSpread"))
                .orElse(Duration.ZERO);
        Switch.Choice unwritten =
                entry.map(e -> e.switches(List.of(Unwritten.values()))).orElse(Switch.Choice.STANDARD);
        entry.ifPresent(Entry::end);
        return new Directory(List.of(tenant, elsewhere()), spread).with(unwritten);
    }

    private Application application(Applicant used) {
        String client = used.client();
        return new Application(
                Directory.id("application " + client),
                client,
                Directory.id("principal " + client),
                "Keyturn PRACTICE SQL Server",
                entry.filter(e -> e.has("graph")).map(this::graph).orElseGet(this::usualGraph),
                secrets(client, used));
    }

    private Set<String> usualGraph() {
        return entry.map(e -> e.flag("signInReport", false)).orElse(false)
                ? Set.of("Application.ReadWrite.OwnedBy", "AuditLog.Read.All")
                : Set.of("Application.ReadWrite.OwnedBy");
    }

    private Set<String> graph(Entry given) {
        Set<String> graph = Set.copyOf(given.words("graph"));
        if (!GRAPH.containsAll(graph)) {
            throw given.fault("graph", "'graph' may hold " + String.join(" ", GRAPH));
        }
        return graph;
    }

    /**
     * The one that SQL Server uses, one that it used before, and one that an owner has made and no credential holds yet, where
     * the scenario has them.
     */
    private List<ClientSecret> secrets(String client, Applicant used) {
        Instant made = now.minus(entry.filter(e -> e.has("secretMadeBefore"))
                .map(e -> e.before("secretMadeBefore"))
                .orElse(Duration.ofDays(365)));
        List<ClientSecret> secrets = new ArrayList<>();
        secrets.add(secret(client + " 0", "EKM", used.secret(), made, used.until()));
        entry.filter(e -> e.has("formerSecretExpiresAfter"))
                .map(e -> now.plus(e.before("formerSecretExpiresAfter")))
                .map(until -> secret(
                        client + " former",
                        "EKM before",
                        "former~NotASecret.OfAnybody-0123456789",
                        made.minus(LIFE),
                        until))
                .ifPresent(secrets::add);
        entry.filter(e -> e.has("newSecret"))
                .map(e -> secret(
                        client + " 1", ClientSecret.BY_OWNER, e.text("newSecret"), now.minus(YOUNG), now.plus(LIFE)))
                .ifPresent(secrets::add);
        return secrets;
    }

    private ClientSecret secret(String which, String value, Instant until) {
        return secret(which, "EKM", value, now.minus(AGE), until);
    }

    private static ClientSecret secret(String which, String name, String value, Instant from, Instant until) {
        return new ClientSecret(
                Directory.id("secret " + which),
                name,
                value,
                from,
                until.isAfter(from) ? until : from.plusSeconds(1),
                from);
    }

    private Application application(Entry given) {
        String client = given.text("client", GUID, "a GUID in small letters");
        Set<String> graph = graph(given);
        Instant until = given.has("secretExpiredBefore")
                ? now.minus(given.before("secretExpiredBefore"))
                : now.plus(Duration.ofDays(365));
        List<ClientSecret> secrets =
                given.has("secret") ? List.of(secret(client, given.text("secret"), until)) : List.of();
        return new Application(
                Directory.id("application " + client),
                client,
                Directory.id("principal " + client),
                given.text("name", "Keyturn PRACTICE"),
                graph,
                secrets);
    }

    private Application there() {
        return new Application(
                Directory.id("application " + THERE),
                THERE,
                Directory.id("principal " + THERE),
                "Keyturn PRACTICE SQL Server there",
                Set.of(),
                List.of(secret(THERE, THERE_SECRET, now.plus(LIFE))));
    }

    private static Application published(String name, String client) {
        return new Application(
                Application.NOT_OURS, client, Directory.id("principal " + client), name, Set.of(), List.of());
    }

    private Tenant elsewhere() {
        return new Tenant(
                ELSEWHERE,
                "keyturn-elsewhere.example",
                "Keyturn PRACTICE elsewhere",
                moved ? List.of(there()) : List.of(),
                List.of(new Person(
                        Directory.id("person elsewhere"), "somebody@keyturn-elsewhere.example", "Somebody", false)),
                Optional.empty(),
                false);
    }
}
