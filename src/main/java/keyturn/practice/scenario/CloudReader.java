package keyturn.practice.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import keyturn.practice.azure.Azure;
import keyturn.practice.azure.Cloud;
import keyturn.practice.directory.Application;
import keyturn.practice.directory.Directory;
import keyturn.practice.directory.Tenant;
import keyturn.practice.vault.AccessPolicy;
import keyturn.practice.vault.Firewall;
import keyturn.practice.vault.Geographies;
import keyturn.practice.vault.Materials;
import keyturn.practice.vault.Role;
import keyturn.practice.vault.RoleAssignment;
import keyturn.practice.vault.Unwritten;
import keyturn.practice.vault.Vault;
import keyturn.practice.vault.Vaults;
import keyturn.practice.web.Switch;

/**
 * The sections {@code directory} and {@code azure}, and what follows from the SQL Server's vault where they say nothing:
 * that vault with its keys, an empty one in another region of its geography, and one in another geography.
 */
final class CloudReader {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern VAULT = Pattern.compile("[a-z][a-z0-9-]{1,22}[a-z0-9]");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9._-]{1,90}");
    private static final String SUBSCRIPTION = "00000000-7072-6163-7469-636500000010";
    private static final String GROUP_NAME = "keyturn-practice";
    /** What the server's application may beside what the scenario says: anybody's own tools sign in with it. */
    private static final List<String> TOOLS = List.of(
            "create", "import", "update", "delete", "recover", "backup", "restore", "rotate", "getrotationpolicy");

    private final Entry root;
    private final Optional<Entry> azure;
    private final LocalDateTime now;
    private final String subscription;
    private final boolean rbac;

    CloudReader(Entry root, LocalDateTime now) {
        this.root = root;
        this.azure = root.optional("azure");
        this.now = now;
        this.subscription = azure.filter(a -> a.has("subscription"))
                .map(a -> a.text("subscription", GUID, "a GUID in small letters"))
                .orElse(SUBSCRIPTION);
        this.rbac = azure.map(a -> a.flag("rbac", false)).orElse(false);
    }

    /** @param keys those of the server's vault */
    Cloud read(VaultReader used, VaultKeys keys, Materials materials) {
        Applicant applicant = used.applicant();
        Directory directory = new DirectoryReader(root, now).read(applicant);
        Tenant tenant = directory.tenants().getFirst();
        Vault main = keys.filled(empty(used.name(), home(directory), location(azure, "location", "westeurope"), azure));
        List<Vault> vaults = new ArrayList<>();
        // one that the connector does not find any more was deleted yesterday
        Vault known = directory
                .tenants()
                .getLast()
                .application(DirectoryReader.THERE)
                .map(there -> main.with(of(directory, there, applicant)))
                .orElse(main);
        vaults.add(shared(
                known.deleted(used.deleted() ? Optional.of(instant().minus(Duration.ofDays(1))) : Optional.empty()),
                tenant,
                applicant));
        used.end();
        more(tenant).forEach(v -> vaults.add(shared(v, tenant, applicant)));
        Vaults.Delays delays = new Vaults.Delays(
                span(azure, "settling"),
                span(azure, "roleSpread"),
                azure.map(a -> a.number("transactions", 1, 100_000, 4000)).orElse(4000));
        Cloud cloud = new Cloud(
                directory,
                Vaults.of(vaults, roles(tenant, vaults), delays)
                        .with(azure.map(a -> a.switches(List.of(Unwritten.values())))
                                .orElse(Switch.Choice.STANDARD)),
                subscriptions(tenant, vaults),
                used.name(),
                materials);
        azure.ifPresent(Entry::end);
        return cloud;
    }

    private static AccessPolicy of(Directory directory, Application there, Applicant used) {
        return new AccessPolicy(
                directory.tenants().getLast().id(), there.principalId(), used.rights(), Set.of(), Set.of());
    }

    /** The tenant of the server's vault: the application's own, unless it was moved. */
    private Tenant home(Directory directory) {
        boolean elsewhere = azure.map(a -> a.flag("elsewhere", false)).orElse(false);
        return elsewhere ? directory.tenants().getLast() : directory.tenants().getFirst();
    }

    private Instant instant() {
        return now.toInstant(ZoneOffset.UTC);
    }

    private static Duration span(Optional<Entry> entry, String key) {
        return entry.filter(e -> e.has(key)).map(e -> e.before(key)).orElse(Duration.ZERO);
    }

    private static String location(Optional<Entry> entry, String key, String otherwise) {
        return entry.filter(e -> e.has(key))
                .map(e -> {
                    String location = Geographies.location(e.text(key));
                    if (Geographies.of(location).isEmpty()) {
                        throw e.fault(key, "'" + key + "' must be a region of the list of geographies");
                    }
                    return location;
                })
                .orElse(otherwise);
    }

    private Vault empty(String name, Tenant tenant, String location, Optional<Entry> entry) {
        return new Vault(
                name,
                new Vault.Site(tenant.id(), subscription, GROUP_NAME, location),
                new Vault.Settings(
                        entry.map(e -> e.flag("premium", false)).orElse(false),
                        rbac,
                        entry.map(e -> e.flag("purgeProtection", false)).orElse(false),
                        entry.map(e -> e.number("retentionDays", 7, 90, 90)).orElse(90),
                        firewall(entry),
                        java.util.Map.of()),
                List.of(),
                java.util.Map.of(),
                instant().minus(Duration.ofDays(400)),
                Optional.empty());
    }

    private static Firewall firewall(Optional<Entry> entry) {
        Optional<List<String>> addresses = entry.filter(e -> e.has("allowedAddresses"))
                .map(e -> {
                    List<String> words = e.words("allowedAddresses");
                    if (!words.stream().allMatch(Firewall::valid)) {
                        throw e.fault("allowedAddresses", "'allowedAddresses' must hold IPv4 addresses or ranges");
                    }
                    return words;
                });
        return addresses.map(a -> new Firewall(true, "AzureServices", a, true)).orElse(Firewall.OPEN);
    }

    private List<Vault> more(Tenant tenant) {
        if (azure.filter(a -> a.has("vaults")).isEmpty()) {
            return List.of(
                    empty("keyturn-practice-spare", tenant, "northeurope", Optional.empty()),
                    empty("keyturn-practice-far", tenant, "eastus", Optional.empty()));
        }
        return azure.get().each("vaults", e -> {
            Optional<Entry> entry = Optional.of(e);
            Vault vault = empty(
                    e.text("name", VAULT, "3 to 24 small letters, digits and hyphens"),
                    tenant,
                    location(entry, "location", "westeurope"),
                    entry);
            return vault.deleted(
                    e.has("deletedBefore")
                            ? Optional.of(instant().minus(e.before("deletedBefore")))
                            : Optional.empty());
        });
    }

    private Vault shared(Vault vault, Tenant tenant, Applicant used) {
        Set<String> rights = new LinkedHashSet<>(used.rights());
        rights.addAll(TOOLS);
        String principal = tenant.application(used.client()).orElseThrow().principalId();
        Vault shared = vault.with(new AccessPolicy(tenant.id(), principal, rights, Set.of(), Set.of()));
        for (String client : root.texts("credentials", "client")) {
            Optional<String> other = tenant.application(client).map(Application::principalId);
            if (other.isPresent()) {
                shared = shared.with(new AccessPolicy(tenant.id(), other.get(), used.rights(), Set.of(), Set.of()));
            }
        }
        Set<String> all = new LinkedHashSet<>(AccessPolicy.ALL_KEYS);
        all.add("purge");
        String person = tenant.people().getFirst().id();
        return shared.with(new AccessPolicy(tenant.id(), person, all, Set.of("get", "list"), Set.of()));
    }

    private List<RoleAssignment> roles(Tenant tenant, List<Vault> vaults) {
        List<RoleAssignment> roles = new ArrayList<>();
        String everything = "/subscriptions/" + subscription;
        String person = tenant.people().getFirst().id();
        String application = tenant.applications().getFirst().principalId();
        roles.add(role(everything, Role.OWNER, person, "User"));
        roles.add(role(everything, Role.OWNER, application, "ServicePrincipal"));
        if (rbac) {
            roles.add(role(everything, Role.ADMINISTRATOR, person, "User"));
            vaults.forEach(v -> roles.add(role(v.id(), Role.CRYPTO_OFFICER, application, "ServicePrincipal")));
        }
        return roles;
    }

    private RoleAssignment role(String scope, Role role, String principal, String type) {
        String id = Directory.id("role " + scope + role + principal);
        return new RoleAssignment(id, scope, role, principal, type, instant().minus(Duration.ofDays(300)), Instant.MIN);
    }

    private Azure subscriptions(Tenant tenant, List<Vault> vaults) {
        List<String> names = new ArrayList<>(azure.filter(a -> a.has("resourceGroups"))
                .map(a -> a.words("resourceGroups"))
                .orElse(List.of()));
        if (!names.stream().allMatch(n -> GROUP.matcher(n).matches())) {
            throw azure.orElseThrow().fault("resourceGroups", "'resourceGroups' must hold names of resource groups");
        }
        names.add(0, GROUP_NAME);
        String location = vaults.getFirst().site().location();
        return new Azure(List.of(new Azure.Subscription(
                subscription,
                tenant.id(),
                "Keyturn PRACTICE",
                names.stream().distinct().map(n -> new Azure.Group(n, location)).toList())));
    }
}
