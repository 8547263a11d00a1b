package keyturn.ui.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Cloud;
import org.junit.jupiter.api.Test;

/** The doors to Azure as typed: what is missing is said, what is out of sight holds nobody up, no secret is kept. */
final class AzureFormTest {

    private static final String CLIENT = "9a57a2a6-0d3c-4f6b-8f0e-1f7a3a9c0001";

    private final AzureForm form = new AzureForm();

    @Test
    void nobodyNeedsAVault() {
        assertEquals(Optional.empty(), form.reason().getValue());
        assertEquals(Optional.empty(), form.doors());
        assertEquals(Optional.empty(), form.known());
    }

    @Test
    void aSignInByEntraNeedsItsWayAndNoVault() {
        form.signsIn().set(true);
        assertEquals(true, form.asksSignIn().getValue());
        assertEquals(Optional.empty(), form.reason().getValue(), "a person in the browser");
        form.kind().set(AzureKind.SECRET);
        assertEquals(Message.of("ui.connect.azure.needs.client").text(), reason());
        form.kind().set(AzureKind.INTERACTIVE);
        assertEquals(List.of(), form.signInDoors().vaults());
        assertEquals(Optional.empty(), form.doors(), "no vault is looked at");
    }

    @Test
    void whatIsMissingIsSaidOneThingAfterTheOther() {
        form.wanted().set(true);
        assertEquals(Message.of("ui.connect.azure.needs.vault").text(), reason());
        form.vaults().set("contoso-fin");
        assertEquals(Optional.empty(), form.reason().getValue(), "a person in the browser needs no more");
        form.kind().set(AzureKind.SECRET);
        assertEquals(Message.of("ui.connect.azure.needs.client").text(), reason());
        form.client().set(CLIENT);
        assertEquals(Message.of("ui.connect.azure.needs.tenant").text(), reason());
        form.tenant().set("contoso.onmicrosoft.com");
        assertEquals(Message.of("ui.connect.azure.needs.secret").text(), reason());
        form.type(Secret.of("shh".toCharArray()));
        assertEquals(Optional.empty(), form.reason().getValue());
    }

    @Test
    void aVaultMayBeNamedOrAddressedAndSeveralStandInOneField() {
        form.wanted().set(true);
        form.vaults().set("contoso-fin, https://contoso-hr.vault.azure.net/ range=https://127.0.0.1:8443 contoso-fin");
        assertEquals(
                List.of(
                        "https://contoso-fin.vault.azure.net",
                        "https://contoso-hr.vault.azure.net",
                        "https://127.0.0.1:8443"),
                form.doors().orElseThrow().vaults().stream()
                        .map(door -> door.uri())
                        .toList());
    }

    @Test
    void aVaultOfAnotherCloudIsWrongUntilThatCloudIsChosen() {
        form.wanted().set(true);
        form.vaults().set("https://contoso-fin.vault.usgovcloudapi.net");
        assertTrue(form.vaultsProblem().getValue().orElse("").contains("Azure US Government"));
        assertEquals(Message.of("ui.connect.needs.fields").text(), reason());
        form.cloud().set(new CloudChoice(Cloud.US_GOVERNMENT));
        assertEquals(Optional.empty(), form.vaultsProblem().getValue());
        assertEquals(Cloud.US_GOVERNMENT, form.doors().orElseThrow().cloud());
    }

    @Test
    void eachFieldSaysWhatIsWrongWithIt() {
        form.vaults().set("no_vault");
        form.tenant().set("not a tenant");
        form.client().set("4711");
        form.application().set("4711");
        assertTrue(form.vaultsProblem().getValue().orElse("").contains("no_vault"));
        assertTrue(form.tenantProblem().getValue().orElse("").contains("not a tenant"));
        assertTrue(form.clientProblem().getValue().orElse("").contains("4711"));
        assertTrue(form.applicationProblem().getValue().orElse("").contains("4711"));
    }

    @Test
    void aWrongFieldThatIsOutOfSightHoldsNobodyUp() {
        form.wanted().set(true);
        form.vaults().set("contoso-fin");
        form.kind().set(AzureKind.SECRET);
        form.tenant().set("contoso.com");
        form.client().set("4711");
        form.type(Secret.of("shh".toCharArray()));
        assertEquals(Message.of("ui.connect.needs.fields").text(), reason());
        form.kind().set(AzureKind.CLI);
        assertEquals(Optional.empty(), form.reason().getValue());
        assertEquals(new AzureSignIn.AzureCli(), form.doors().orElseThrow().signIn());
    }

    @Test
    void theApplicationOfSqlServerIsTheOneThatSignsInOrTheOneThatIsNamed() {
        form.wanted().set(true);
        form.vaults().set("contoso-fin");
        form.application().set(CLIENT);
        assertEquals(
                Optional.of(new ClientId(CLIENT)), form.doors().orElseThrow().application());
        form.kind().set(AzureKind.SECRET);
        form.client().set(CLIENT.replace('9', '8'));
        form.type(Secret.of("shh".toCharArray()));
        assertEquals(
                Optional.of(new ClientId(CLIENT.replace('9', '8'))),
                form.doors().orElseThrow().application());
    }

    @Test
    void everyKindOfSignInMakesItsOwnDoors() {
        form.wanted().set(true);
        form.vaults().set("contoso-fin");
        form.client().set(CLIENT);
        form.file().set("C:\\certs\\keyturn.pfx");
        form.type(Secret.of("shh".toCharArray()));
        List<String> made = List.of(AzureKind.values()).stream()
                .map(kind -> {
                    form.kind().set(kind);
                    return form.doors()
                            .map(AzureDoors::signIn)
                            .orElseThrow()
                            .getClass()
                            .getSimpleName();
                })
                .toList();
        assertEquals(
                List.of(
                        "Interactive",
                        "DeviceCode",
                        "AzureCli",
                        "AzurePowerShell",
                        "ClientSecret",
                        "ClientCertificate",
                        "ManagedIdentity"),
                made);
    }

    @Test
    void whatIsKeptFillsTheFormAgainAndHoldsNoSecret() {
        form.wanted().set(true);
        form.vaults().set("contoso-fin");
        form.kind().set(AzureKind.SECRET);
        form.client().set(CLIENT);
        form.tenant().set("contoso.onmicrosoft.com");
        form.type(Secret.of("do-not-keep".toCharArray()));
        var kept = form.known();
        assertFalse(kept.toString().contains("do-not-keep"), kept::toString);
        AzureForm again = new AzureForm();
        again.fill(kept);
        assertEquals(kept, again.known());
        assertEquals(
                Message.of("ui.connect.azure.needs.secret").text(),
                again.reason().getValue().orElse(""));
        again.fill(Optional.empty());
        assertEquals(Optional.empty(), again.known());
    }

    private String reason() {
        return form.reason().getValue().orElse("");
    }
}
