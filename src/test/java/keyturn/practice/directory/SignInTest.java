package keyturn.practice.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.DeviceCodeCredential;
import com.azure.identity.DeviceCodeCredentialBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import keyturn.practice.azure.World;
import keyturn.practice.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in, by Microsoft's own client and by hand. */
class SignInTest {

    private static final String VAULTS = "https://vault.azure.net";
    private static final TokenRequestContext FOR_VAULTS = new TokenRequestContext().addScopes(VAULTS + "/.default");

    private World world;

    @BeforeEach
    void open() throws Exception {
        world = World.of(Vault.Settings.STANDARD);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aSecretGivesATokenThatThePublishedKeyProves() throws Exception {
        AccessToken token = world.credential().getTokenSync(FOR_VAULTS);
        String[] parts = token.getToken().split("\\.");
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertEquals(VAULTS, claims.path("aud").asText());
        assertEquals(
                "https://sts.windows.net/" + World.TENANT + "/",
                claims.path("iss").asText());
        assertEquals(World.PRINCIPAL, claims.path("oid").asText());
        assertEquals(World.CLIENT, claims.path("appid").asText());

        String configuration = world.doors().login() + "/" + World.TENANT + "/v2.0/.well-known/openid-configuration";
        JsonNode published = world.ask("GET", configuration, "", "").json();
        assertEquals(
                world.doors().login() + "/" + World.TENANT + "/oauth2/v2.0/token",
                published.path("token_endpoint").asText());
        JsonNode key = world.ask("GET", published.path("jwks_uri").asText(), "", "")
                .json()
                .path("keys")
                .path(0);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret, wrong, 401, invalid_client, 7000215",
        "client_secret, '', 401, invalid_client, 7000218",
        "client_id, 00000000-0000-0000-0000-000000000001, 400, unauthorized_client, 700016",
        "client_id, '', 400, invalid_request, 900144",
        "grant_type, password, 400, unsupported_grant_type, 70003",
        "scope, https://vault.azure.net/, 400, invalid_scope, 1002012",
        "scope, https://nobody.example/.default, 400, invalid_resource, 500011",
        "scope, '', 400, invalid_request, 900144"
    })
    void refusalsHaveTheNumbersOfTheService(String field, String value, int status, String word, int number)
            throws Exception {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                World.CLIENT,
                "client_secret",
                World.SECRET,
                "scope",
                VAULTS + "/.default"));
        form.put(field, value);
        World.Said said = world.form(world.doors().login() + "/" + World.TENANT + "/oauth2/v2.0/token", form);
        assertEquals(status, said.status());
        assertEquals(word, said.json().path("error").asText());
        assertEquals(number, said.json().path("error_codes").path(0).asInt());
        assertTrue(
                said.json().path("error_description").asText().startsWith("AADSTS" + number + ": "),
                said.response().body());
        assertFalse(said.response().body().contains(World.SECRET));
        assertEquals(
                said.json().path("trace_id").asText(),
                said.response().headers().firstValue("x-ms-request-id").orElse(""));
        assertEquals(
                said.json().path("correlation_id").asText(),
                said.response().headers().firstValue("client-request-id").orElse(""));
    }

    @Test
    void anUnknownTenantIsNamed() throws Exception {
        World.Said said = world.token("nowhere.example", World.SECRET, VAULTS);
        assertEquals(400, said.status());
        assertEquals(90002, said.json().path("error_codes").path(0).asInt());
        assertEquals("invalid_request", said.json().path("error").asText());
        World.Said about = world.ask(
                "GET", world.doors().login() + "/nowhere.example/v2.0/.well-known/openid-configuration", "", "");
        assertEquals(
                "400 invalid_tenant",
                about.status() + " " + about.json().path("error").asText());
        assertTrue(said.json().path("error_description").asText().contains("'nowhere.example'"));
        assertEquals(200, world.token("test.example", World.SECRET, VAULTS).status(), "a domain serves as well");
    }

    @Test
    void microsoftsClientTellsTheNumber() {
        assertTrue(causes(() ->
                        world.credential(World.TENANT, World.CLIENT, "wrong").getTokenSync(FOR_VAULTS))
                .contains("AADSTS7000215"));
        assertTrue(causes(() -> world.credential("nowhere.example", World.CLIENT, World.SECRET)
                        .getTokenSync(FOR_VAULTS))
                .contains("AADSTS90002"));
        world.clock().forward(Duration.ofDays(2));
        assertTrue(causes(() -> world.credential().getTokenSync(FOR_VAULTS)).contains("AADSTS7000222"));
    }

    @Test
    void aSecretIsRefusedWhileTheFaultLasts() throws Exception {
        world.faults().set("secret-rejected@login:1");
        assertEquals(401, world.token(World.TENANT, World.SECRET, VAULTS).status());
        assertEquals(200, world.token(World.TENANT, World.SECRET, VAULTS).status());
    }

    private static String causes(org.junit.jupiter.api.function.Executable act) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = assertThrows(RuntimeException.class, act); t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        return all.toString();
    }

    private DeviceCodeCredential device(java.util.function.Consumer<com.azure.identity.DeviceCodeInfo> told) {
        return new DeviceCodeCredentialBuilder()
                .tenantId(World.TENANT)
                .authorityHost(world.doors().login() + "/")
                .disableInstanceDiscovery()
                .httpClient(world.client())
                .challengeConsumer(told)
                .build();
    }

    @Test
    void aPersonSignsInByADeviceCode() throws Exception {
        DeviceCodeCredential credential = device(code -> {
            assertTrue(code.getMessage().contains(code.getUserCode()));
            assertEquals(1, world.doors().settle(true));
        });
        AccessToken token = credential.getTokenSync(FOR_VAULTS);
        JsonNode claims = new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(token.getToken().split("\\.")[1]));
        assertEquals(World.PERSON, claims.path("oid").asText());
        assertEquals("dba@test.example", claims.path("upn").asText());
    }

    @Test
    void whoSignedInIsNotAskedAgain() throws Exception {
        String at = world.doors().login() + "/" + World.TENANT + "/oauth2/v2.0/";
        String client = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
        String code = world.form(
                        at + "devicecode",
                        Map.of("client_id", client, "scope", VAULTS + "/.default openid profile offline_access"))
                .json()
                .path("device_code")
                .asText();
        Map<String, String> poll = Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:device_code", "client_id", client, "device_code", code);
        assertEquals(
                "authorization_pending",
                world.form(at + "token", poll).json().path("error").asText());
        world.doors().settle(true);
        JsonNode got = world.form(at + "token", poll).json();
        assertEquals(70018, number(world.form(at + "token", poll)), "a code serves once");
        Map<String, String> again = new HashMap<>(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                client,
                "refresh_token",
                got.path("refresh_token").asText(),
                "scope",
                "https://graph.microsoft.com/.default openid"));
        String token =
                world.form(at + "token", again).json().path("access_token").asText();
        assertEquals(
                200,
                world.ask("GET", world.doors().graph() + "/v1.0/applications", token, "")
                        .status());
        again.put("refresh_token", got.path("access_token").asText());
        assertEquals(9002313, number(world.form(at + "token", again)));
    }

    private static int number(World.Said said) {
        return said.json().path("error_codes").path(0).asInt();
    }

    @Test
    void aPersonMaySayNo() {
        DeviceCodeCredential credential = device(code -> world.doors().settle(false));
        assertTrue(causes(() -> credential.getTokenSync(FOR_VAULTS)).contains("AADSTS70017"));
    }

    @Test
    void thisHostSpeaksForItself() throws Exception {
        World.Said said = world.ask(
                "GET",
                world.doors().login() + "/common/discovery/instance?api-version=1.1&authorization_endpoint=x",
                "",
                "");
        assertEquals(
                world.doors().login().substring("https://".length()),
                said.json().path("metadata").path(0).path("aliases").path(0).asText());
        assertTrue(
                said.json().path("tenant_discovery_endpoint").asText().endsWith("/.well-known/openid-configuration"));
    }
}
