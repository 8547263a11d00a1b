package keyturn.domain.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.domain.Secret;
import keyturn.domain.inspection.CanonicalAzure;
import keyturn.domain.inspection.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Doors to Azure as they are written, and what is seen behind them as it goes into a digest. */
final class AzureDoorsTest {

    private static final ClientId CLIENT = new ClientId("00000000-0000-4000-8000-00000000000A");

    @Test
    void aVaultIsReachedUnderItsNameOrElsewhere() {
        VaultDoor own = VaultDoor.parse("https://Main.vault.azure.cn/", Cloud.PUBLIC);
        assertEquals("https://main.vault.azure.cn", own.uri());
        assertEquals("https://vault.azure.cn", own.address().resource());
        VaultDoor elsewhere = VaultDoor.parse(" main = https://10.0.0.4:8443/ ", Cloud.US_GOVERNMENT);
        assertEquals("https://10.0.0.4:8443", elsewhere.uri());
        assertEquals("https://main.vault.usgovcloudapi.net", elsewhere.address().uri());
        assertEquals("main=https://10.0.0.4:8443", elsewhere.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host",
                "https:///path",
                "https://user:word@host",
                "https://host?x=1",
                "https://host#x",
                "host",
                "https://a b"
            })
    void anAddressIsEncryptedAndSaysNothingElse(String text) {
        InvalidValue broken = assertThrows(InvalidValue.class, () -> AzureDoors.https(text));
        assertEquals("azure.endpoint", broken.problem().code());
        assertThrows(
                InvalidValue.class,
                () -> new AzureDoors.Endpoints(Optional.of(URI.create("http://host")), empty(), empty()));
    }

    private static Optional<URI> empty() {
        return Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoso.onmicrosoft.com", "00000000-0000-4000-8000-00000000000a"})
    void aTenantIsAnIdOrADomain(String text) {
        assertEquals(text, new TenantId(text.toUpperCase(java.util.Locale.ROOT)).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contoso", "a/b.example", "x y.example", "{00000000-0000-4000-8000-00000000000a}"})
    void anythingElseIsNone(String text) {
        assertThrows(InvalidValue.class, () -> new TenantId(text));
    }

    @Test
    void addressesAreTheCloudsOwnUnlessSet() {
        AzureDoors china = doors(Cloud.CHINA, AzureDoors.Endpoints.OF_CLOUD);
        assertEquals("https://login.chinacloudapi.cn", china.login());
        assertEquals(Optional.of("https://management.chinacloudapi.cn"), china.manager());
        assertEquals(
                Optional.empty(),
                doors(Cloud.GERMANY, AzureDoors.Endpoints.OF_CLOUD).graph());
        AzureDoors set = doors(
                Cloud.PUBLIC,
                new AzureDoors.Endpoints(Optional.of(URI.create("https://login.example/")), empty(), empty()));
        assertEquals("https://login.example", set.login());
        assertEquals(Optional.of("https://graph.microsoft.com"), set.graph());
    }

    private static AzureDoors doors(Cloud cloud, AzureDoors.Endpoints endpoints) {
        var signIn = new AzureSignIn.ClientSecret(CLIENT, Secret.of("x".toCharArray()));
        return new AzureDoors(
                List.of(), signIn, Optional.empty(), cloud, endpoints, Optional.empty(), Optional.empty());
    }

    /** The secrets that matter are those of the application that signs in, until another is named. */
    @Test
    void anApplicationWithASecretIsTheOneThatMatters() {
        assertEquals(
                Optional.of(CLIENT),
                doors(Cloud.PUBLIC, AzureDoors.Endpoints.OF_CLOUD).application());
    }

    private static final Instant MADE = Instant.parse("2025-01-01T00:00:00Z");

    private static VaultSight.Version version(boolean enabled, Optional<Instant> from, Optional<Instant> until) {
        return new VaultSight.Version(
                "0123456789abcdef0123456789abcdef",
                enabled,
                Optional.of(MADE),
                Optional.of(MADE),
                from,
                until,
                new Fact.Known<>(
                        new VaultSight.Material("RSA", 2048, Set.of("wrapKey"), Optional.empty()), "keys/get"));
    }

    @Test
    void aVersionWrapsWhileItIsOnAndInItsTime() {
        Optional<Instant> next = Optional.of(MADE.plusSeconds(1));
        assertTrue(version(true, Optional.empty(), Optional.empty()).wrapsAt(MADE));
        assertFalse(version(false, Optional.empty(), Optional.empty()).wrapsAt(MADE));
        assertFalse(version(true, next, Optional.empty()).wrapsAt(MADE));
        assertTrue(version(true, Optional.of(MADE), next).wrapsAt(MADE));
        assertFalse(version(true, Optional.empty(), Optional.of(MADE)).wrapsAt(MADE));
    }

    private static String form(UnaryOperator<VaultSight> how) {
        var key = new VaultSight.Key(
                "tde",
                false,
                java.util.Map.of("a", "b"),
                new Fact.Known<>(
                        List.of(version(true, Optional.empty(), Optional.of(MADE.plusSeconds(9)))), "versions"),
                new Fact.Unknown<>(Message.of("domain.vault.next")));
        var vault = new VaultSight(
                VaultAddress.parse("https://main.vault.azure.net"),
                new Fact.Known<>("westeurope", "x"),
                new Fact.Known<>(List.of(key), "keys"),
                new Fact.NotPermitted<>(new Permission("keys/list", "https://main.vault.azure.net")),
                new Fact.Known<>(Set.of(KeyRight.GET), "access policies"),
                new Fact.Unknown<>(Message.of("domain.vault.next")));
        var secret = new AzureSight.SecretSeen("key-1", Optional.of("EKM"), Optional.of("abc"), Optional.of(MADE));
        var seen = new AzureSight.ApplicationSeen(CLIENT, "object", "EKM", List.of(secret));
        var lines = new StringBuilder();
        new CanonicalAzure(lines)
                .write(new AzureSight(List.of(how.apply(vault)), new Fact.Known<>(seen, "x"), List.of()));
        return lines.toString();
    }

    @Test
    void theLastingPartIsThis() {
        assertEquals("""
                vault "https://main.vault.azure.net"
                keys 1
                 keys "tde" versions ["0123456789abcdef0123456789abcdef" "true" "" "2025-01-01T00:00:09Z" "RSA 2048"]
                deletedKeys notPermitted "keys/list" "https://main.vault.azure.net"
                application "00000000-0000-4000-8000-00000000000a"
                secrets 1
                 secrets "key-1"
                """, form(vault -> vault));
    }

    @Test
    void whoLooksAndWhatTheManagerSaysStandOutside() {
        assertEquals(
                form(vault -> vault),
                form(vault -> new VaultSight(
                        vault.address(),
                        new Fact.Unknown<>(Message.of("domain.vault.next")),
                        vault.keys(),
                        vault.deleted(),
                        new Fact.Known<>(Set.of(), "role assignments"),
                        new Fact.NotPermitted<>(Permission.onServer("x")))));
    }
}
