package keyturn.practice.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.ClientSecretCredential;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import keyturn.practice.directory.Application;
import keyturn.practice.directory.ClientSecret;
import keyturn.practice.directory.Directory;
import keyturn.practice.directory.Person;
import keyturn.practice.directory.Tenant;
import keyturn.practice.tds.Certificate;
import keyturn.practice.vault.AccessPolicy;
import keyturn.practice.vault.Firewall;
import keyturn.practice.vault.Materials;
import keyturn.practice.vault.Role;
import keyturn.practice.vault.RoleAssignment;
import keyturn.practice.vault.Vault;
import keyturn.practice.vault.Vaults;
import keyturn.practice.web.WebDesk;
import keyturn.practice.web.WebFaults;

/** A small world of its own behind real doors, and clients that trust exactly its certificate. */
public final class World implements AutoCloseable {

    public static final String TENANT = Directory.id("test tenant");
    public static final String CLIENT = Directory.id("test client");
    public static final String SECRET = "a~Secret.Of-The_test";
    public static final String PRINCIPAL = Directory.id("test principal");
    public static final String PERSON = Directory.id("test person");
    public static final String SUBSCRIPTION = Directory.id("test subscription");
    public static final String GROUP = "group";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** No world: what a test has before it opens one. */
    public static final World NONE = none();

    private final WebFaults faults = new WebFaults();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final CloudDoors doors;
    private final java.net.http.HttpClient http;
    private final HttpClient client;
    private final Moving clock = new Moving();
    private final String pem;

    private static World none() {
        try {
            World none = of(Vault.Settings.STANDARD);
            none.close();
            return none;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private World(Cloud cloud) throws GeneralSecurityException, IOException {
        Certificate certificate = Certificate.create(Instant.now());
        this.pem = certificate.pem();
        this.doors = CloudDoors.open(
                cloud,
                new WebDesk(
                        certificate.tls(),
                        faults,
                        (door, request, program, status) -> log.add(door + " " + request + " " + status)),
                clock);
        this.http = Trust.exactly(certificate).build();
        this.client = new JdkHttpClientBuilder(Trust.exactly(certificate)).build();
    }

    /** A world whose vault has these settings and lets the application do everything but purge. */
    public static World of(Vault.Settings settings) throws GeneralSecurityException, IOException {
        return of(vault("main", "westeurope", settings), v -> v);
    }

    public static World of(Vault main, Function<Vaults, Vaults> how) throws GeneralSecurityException, IOException {
        return of(main, how, d -> d);
    }

    public static World of(Vault main, Function<Vaults, Vaults> how, Function<Directory, Directory> who)
            throws GeneralSecurityException, IOException {
        Instant now = Instant.now();
        ClientSecret secret = new ClientSecret(
                Directory.id("test secret"),
                "first",
                SECRET,
                now.minusSeconds(60),
                now.plusSeconds(86_400),
                now.minusSeconds(60));
        Application application = new Application(
                Directory.id("test application"),
                CLIENT,
                PRINCIPAL,
                "test",
                Set.of("Application.ReadWrite.OwnedBy"),
                List.of(secret));
        Application cli = new Application(
                Application.NOT_OURS,
                "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
                Directory.id("cli"),
                "Microsoft Azure CLI",
                Set.of(),
                List.of());
        Person person = new Person(PERSON, "dba@test.example", "Test DBA", true);
        Tenant tenant = new Tenant(
                TENANT, "test.example", "Test", List.of(application, cli), List.of(person), Optional.empty(), false);
        Tenant other = new Tenant(
                Directory.id("other tenant"),
                "other.example",
                "Other",
                List.of(application),
                List.of(),
                Optional.empty(),
                false);
        Directory directory = who.apply(new Directory(List.of(tenant, other), Duration.ZERO));
        List<RoleAssignment> roles = List.of(new RoleAssignment(
                Directory.id("owner"),
                "/subscriptions/" + SUBSCRIPTION,
                Role.OWNER,
                PRINCIPAL,
                "ServicePrincipal",
                now,
                Instant.MIN));
        Vaults vaults = how.apply(Vaults.of(
                List.of(
                        main,
                        vault("near", "northeurope", Vault.Settings.STANDARD),
                        vault("far", "eastus", Vault.Settings.STANDARD)),
                roles,
                Vaults.Delays.NONE));
        Azure azure = new Azure(List.of(
                new Azure.Subscription(SUBSCRIPTION, TENANT, "test", List.of(new Azure.Group(GROUP, "westeurope")))));
        return new World(new Cloud(directory, vaults, azure, main.name(), new Materials()));
    }

    /** A vault without keys. */
    public static Vault vault(String name, String location, Vault.Settings settings) {
        return new Vault(
                        name,
                        new Vault.Site(TENANT, SUBSCRIPTION, GROUP, location),
                        settings,
                        List.of(),
                        Map.of(),
                        Instant.now(),
                        Optional.empty())
                .with(new AccessPolicy(TENANT, PRINCIPAL, AccessPolicy.ALL_KEYS, Set.of("get"), Set.of()));
    }

    /** Standard settings but for these. */
    public static Vault.Settings settings(boolean premium, boolean rbac, boolean purgeProtection, Firewall firewall) {
        return new Vault.Settings(premium, rbac, purgeProtection, 90, firewall, Map.of());
    }

    public CloudDoors doors() {
        return doors;
    }

    public WebFaults faults() {
        return faults;
    }

    /** {@code door method path status}, one for each request. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** The certificate of the doors. */
    public String pem() {
        return pem;
    }

    public Moving clock() {
        return clock;
    }

    /** The HTTP client that Microsoft's clients are given. */
    public HttpClient client() {
        return client;
    }

    public ClientSecretCredential credential() {
        return credential(TENANT, CLIENT, SECRET);
    }

    public ClientSecretCredential credential(String tenant, String client, String secret) {
        return new ClientSecretCredentialBuilder()
                .tenantId(tenant)
                .clientId(client)
                .clientSecret(secret)
                .authorityHost(doors.login() + "/")
                .disableInstanceDiscovery()
                .httpClient(client())
                .build();
    }

    /** Microsoft's client of the keys of a vault. */
    public KeyClient keys(String vault) {
        return new KeyClientBuilder()
                .vaultUrl(doors.address(vault))
                .credential(credential())
                .httpClient(client())
                .disableChallengeResourceVerification()
                .retryOptions(new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(1))))
                .buildClient();
    }

    /** An answer, as it came. */
    public record Said(int status, HttpResponse<String> response, JsonNode json) {
        public String code() {
            return json.path("error").path("code").asText();
        }

        public String inner() {
            return json.path("error").path("innererror").path("code").asText();
        }

        public String message() {
            return json.path("error").path("message").asText();
        }
    }

    public String token(String resource) throws IOException, InterruptedException {
        return token(TENANT, SECRET, resource).json().path("access_token").asText();
    }

    public Said token(String tenant, String secret, String resource) throws IOException, InterruptedException {
        return form(
                doors.login() + "/" + tenant + "/oauth2/v2.0/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        CLIENT,
                        "client_secret",
                        secret,
                        "scope",
                        resource + "/.default"));
    }

    public Said form(String address, Map<String, String> fields) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return said(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** A request with a token; an empty one is not shown. */
    public Said ask(String method, String address, String token, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address.replace(" ", "%20").replace("'", "%27")))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return said(request);
    }

    private Said said(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("content-type").orElse("").startsWith("application/json");
        return new Said(response.statusCode(), response, JSON.readTree(json ? response.body() : "{}"));
    }

    @Override
    public void close() {
        http.shutdownNow();
        doors.close();
    }
}
