package keyturn.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small values: what is taken, as what, and what is refused, by which rule. */
final class ValuesTest {

    private static final String GUID = "A1b2C3d4-0000-1111-2222-333344445555";
    private static final String VERSION = "0123456789abcdef0123456789ABCDEF";

    @ParameterizedTest
    @MethodSource
    void aGoodTextBecomesThisValue(Function<String, ?> reader, String text, String shown) {
        assertEquals(shown, reader.apply(text).toString());
    }

    static Stream<Arguments> aGoodTextBecomesThisValue() {
        return Stream.of(
                row(KeyName::new, "Tde-Key-01", "Tde-Key-01"),
                row(KeyName::new, "a".repeat(26), "a".repeat(26)),
                row(KeyReference::parse, "key", "key"),
                row(KeyReference::parse, "key/" + VERSION, "key/0123456789abcdef0123456789abcdef"),
                row(ClientId::new, GUID, "a1b2c3d4-0000-1111-2222-333344445555"),
                row(CredentialName::new, "Azure #1", "Azure #1"),
                row(ProviderName::new, "a]b'c", "a]b'c"),
                row(DatabaseName::new, "x".repeat(128), "x".repeat(128)),
                row(Thumbprint::new, "2c5677d76f76d77f80", "0x2C5677D76F76D77F80"),
                row(ServerAddress::parse, " tcp:host\\inst,1444 ", "host\\inst,1444"),
                row(VaultAddress::parse, "https://Contoso.vault.azure.net/", "https://contoso.vault.azure.net"),
                row(VaultAddress::parse, "contoso.vault.azure.cn", "https://contoso.vault.azure.cn"),
                row(VaultAddress::parse, "a-b.vault.usgovcloudapi.net", "https://a-b.vault.usgovcloudapi.net"),
                row(VaultAddress::parse, "abc.vault.microsoftazure.de", "https://abc.vault.microsoftazure.de"),
                row(VaultAddress::parse, "abc.managedhsm.azure.net", "https://abc.managedhsm.azure.net"),
                row(FileVersion::parse, "15.00.2000.0440", "15.0.2000.440"),
                row(FileVersion::parse, "15.0:2000.440", "15.0.2000.440"));
    }

    @ParameterizedTest
    @MethodSource
    void aBadTextIsRefusedByThisRuleWithWordsForIt(Function<String, ?> reader, String text, String code) {
        Problem problem =
                assertThrows(InvalidValue.class, () -> reader.apply(text)).problem();

        assertEquals(code, problem.code());
        assertTrue(!problem.summary().text().contains("{0}"), problem.summary().text());
        assertTrue(!problem.next().text().isBlank());
    }

    static Stream<Arguments> aBadTextIsRefusedByThisRuleWithWordsForIt() {
        return Stream.of(
                row(KeyName::new, "", "key-name.form"),
                row(KeyName::new, "a".repeat(27), "key-name.form"),
                row(KeyName::new, "a_b", "key-name.form"),
                row(KeyName::new, "schlüssel", "key-name.form"),
                row(KeyReference::parse, "key/", "key-version.form"),
                row(KeyReference::parse, "key/" + VERSION + "0", "key-version.form"),
                row(KeyReference::parse, "/" + VERSION, "key-name.form"),
                row(ClientId::new, "{" + GUID + "}", "client-id.form"),
                row(ClientId::new, GUID.replace("-", ""), "client-id.form"),
                row(CredentialName::new, "#x", "credential-name.hash"),
                row(CredentialName::new, "", "credential-name.length"),
                row(DatabaseName::new, "x".repeat(129), "database-name.length"),
                row(LoginName::new, "a\0b", "login-name.length"),
                row(Thumbprint::new, "", "thumbprint.form"),
                row(Thumbprint::new, "ABC", "thumbprint.form"),
                row(Thumbprint::new, "00".repeat(33), "thumbprint.form"),
                row(ServerAddress::parse, "host,0", "server-address.form"),
                row(ServerAddress::parse, "host;user=sa", "server-address.form"),
                row(VaultAddress::parse, "contoso", "vault-address.suffix"),
                row(VaultAddress::parse, "contoso.vault.azure.com", "vault-address.suffix"),
                row(VaultAddress::parse, "http://contoso.vault.azure.net", "vault-address.name"),
                row(VaultAddress::parse, "a--b.vault.azure.net", "vault-address.name"),
                row(VaultAddress::parse, "ab.vault.azure.net", "vault-address.name"),
                row(VaultAddress::parse, "1abc.vault.azure.net", "vault-address.name"),
                row(VaultAddress::parse, "abc-.vault.azure.net", "vault-address.name"),
                row(FileVersion::parse, "15.0.2000", "file-version.form"),
                row(FileVersion::parse, "15.0.2000.-1", "file-version.form"),
                row(FileVersion::parse, "15.0.2000.440.1", "file-version.form"));
    }

    /** A driver puts it where the server's name has half a pair: anyone who acted under it would look for another object. */
    @Test
    void aNameThatTheDriverCouldNotReadStaysOnNoLine() {
        assertFalse(OneLine.holds("Sales\uFFFD"));
        assertEquals("Sales<U+FFFD>", OneLine.shown("Sales\uFFFD"));
    }

    @Test
    void aManagedHsmHasNoAddressWhereNoDocumentGivesOne() {
        InvalidValue refused = assertThrows(
                InvalidValue.class, () -> new VaultAddress("abc", VaultAddress.Store.MANAGED_HSM, Cloud.CHINA));

        assertEquals("vault-address.store", refused.problem().code());
    }

    @Test
    void aClientIdStandsInASecretWithoutItsHyphens() {
        assertEquals("a1b2c3d4000011112222333344445555", new ClientId(GUID).withoutHyphens());
    }

    @Test
    void thumbprintsShorterThanTwentyBytesAreShort() {
        assertTrue(new Thumbprint("2C5677D76F76D77F80").isShort());
        assertTrue(!new Thumbprint("00".repeat(20)).isShort());
    }

    @Test
    void aSecretShowsNothingAndForgetsWhenClosed() {
        var secret = Secret.of("pa55".toCharArray());

        assertEquals("••••••", secret.toString());
        assertEquals("pa55", new String(secret.reveal()));
        secret.close();
        assertEquals("\0\0\0\0", new String(secret.reveal()));
    }

    @Test
    void aNameForAMessageShowsWhatWouldBreakTheLine() {
        assertEquals("a<U+000A>b<U+2028>😀", OneLine.shown("a\nb\u2028😀"));
        assertTrue(OneLine.holds("‘]' אב\u202E 😀"));
        assertTrue(Stream.of("\n", "\u0085", "\u2029", "\ud83d").noneMatch(OneLine::holds));
    }

    @Test
    void aFactHasAValueOnlyWhereItIsKnown() {
        assertEquals(Optional.of(1), new Fact.Known<>(1, "view").value());
        assertEquals(Optional.empty(), new Fact.Unknown<Integer>(Message.of("domain.vault.next")).value());
        assertEquals(
                Optional.empty(), new Fact.NotPermitted<Integer>(Permission.onServer("VIEW SERVER STATE")).value());
    }

    private static Arguments row(Function<String, ?> reader, String text, String expected) {
        return Arguments.of(reader, text, expected);
    }
}
