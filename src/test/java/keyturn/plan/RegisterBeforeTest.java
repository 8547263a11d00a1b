package keyturn.plan;

import static keyturn.plan.SeenWorld.known;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.register.RegisterChoices;
import keyturn.plan.flow.register.RegisterOffer;
import keyturn.plan.forecast.SeenServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a key is the wrong one is found before anything is made of it, also where no connector is loaded. */
final class RegisterBeforeTest {

    private static final Thumbprint SHORT = new Thumbprint("2C5677D76F76D77F80");

    /** As a server is for a restore, or after a start that found no key. */
    @ParameterizedTest
    @CsvSource({
        "15.00.0300.96, generation-old",
        "15.00.2000.440, generation-old",
        "1.0.4.0, ''",
        "unreadable, generation-unknown"
    })
    void aThumbprintOfTheOldGenerationStopsWhereNothingIsLoaded(String catalog, String rule) {
        assertEquals(rule, blocked(unloaded(catalog), wanting(SHORT, "tde-key")));
    }

    @ParameterizedTest
    @CsvSource({"15.00.0300.96, ''", "1.0.4.0, generation-new"})
    void aThumbprintOfTheNewGenerationStopsWhereTheOldConnectorWouldBeLoaded(String catalog, String rule) {
        assertEquals(rule, blocked(unloaded(catalog), wanting(SeenWorld.OTHER_KEY, "tde-key")));
    }

    @Test
    void aVersionThatDoesNotHaveTheThumbprintStops() throws NoSuchAlgorithmException {
        Inspection seen = withVault(SeenRegister.inspection());
        assertEquals("none-fits", blocked(seen, wanting(SeenWorld.OTHER_KEY, "tde-key")));
        assertEquals("", blocked(seen, wanting(ofTheKey(), "tde-key")));
    }

    @ParameterizedTest
    @CsvSource({
        "tde-key/" + SeenServer.VERSION + ", ''",
        "tde-key/00000000000000000000000000000001, other-version",
        "another-key/" + SeenServer.VERSION + ", other-version"
    })
    void theRegistryOfTheHostSaysWhichKeyItIs(String onHost, String rule) {
        Inspection seen = withVault(withHost(SeenRegister.inspection(), onHost));
        assertEquals(rule, blocked(seen, wanting(SeenWorld.OTHER_KEY, "tde-key")));
    }

    @Test
    void theRegistryTellsAnotherKeyWhereTheVaultWasNotRead() {
        Inspection seen = withHost(SeenRegister.inspection(), "another-key/" + SeenServer.VERSION);
        assertEquals("other-version", blocked(seen, wanting(SeenWorld.OTHER_KEY, "tde-key")));
        var offer = new RegisterOffer(seen, new ProviderName("AzureKeyVault_EKM"));
        assertEquals(
                Optional.of(KeyReference.parse("another-key/" + SeenServer.VERSION)),
                offer.vaultKey(SeenWorld.OTHER_KEY));
    }

    @ParameterizedTest
    @CsvSource({"RSA, 4096, size", "RSA, 3072, kind-old", "RSA-HSM, 2048, kind-old", "EC, 256, kind"})
    void aKeyThatThisConnectorDoesNotTakeStops(String type, int bits, String rule) throws NoSuchAlgorithmException {
        var made = new VaultSight.Material(type, bits, Set.of(), Optional.of(SeenServer.MODULUS));
        assertEquals(rule, blocked(withVault(SeenRegister.inspection(), made), wanting(ofTheKey(), "tde-key")));
    }

    private static Inspection unloaded(String catalog) {
        Inspection seen = SeenRegister.inspection();
        return new SeenWorld()
                .databases(seen.facts().databases())
                .around(seen.facts().around())
                .providerVersion(catalog)
                .loaded(known(List.of()))
                .inspection();
    }

    private static Inspection withVault(Inspection seen) {
        return withVault(
                seen,
                SeenServer.version(true, Optional.empty()).material().value().orElseThrow());
    }

    private static Inspection withVault(Inspection seen, VaultSight.Material made) {
        VaultSight.Version usual = SeenServer.version(true, Optional.empty());
        var versions = known(List.of(new VaultSight.Version(
                usual.id(),
                usual.enabled(),
                usual.created(),
                usual.updated(),
                usual.notBefore(),
                usual.expires(),
                known(made))));
        var key = new VaultSight.Key("tde-key", false, Map.of(), versions, SeenWorld.unknown());
        return seen.withAzure(SeenVault.of(List.of(), SeenWorld.unknown(), key));
    }

    private static Inspection withHost(Inspection seen, String key) {
        var uri = new HostSight.KeyUri(SeenWorld.OTHER_KEY.hex(), SeenServer.VAULT.uri() + "/keys/" + key);
        var registry = new HostSight.Registry("", Optional.of(true), List.of(uri));
        return seen.withHost(known(new HostSight(
                "SQL01",
                List.of(),
                List.of(),
                List.of(),
                Optional.of(registry),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of())));
    }

    /** SHA-1 of the modulus, the highest byte first. */
    private static Thumbprint ofTheKey() throws NoSuchAlgorithmException {
        byte[] signed = SeenServer.MODULUS.toByteArray();
        byte[] plain = Arrays.copyOfRange(signed, signed.length - 256, signed.length);
        return Thumbprint.of(MessageDigest.getInstance("SHA-1").digest(plain));
    }

    private static RegisterChoices wanting(Thumbprint thumbprint, String key) {
        RegisterChoices usual = SeenRegister.choices();
        return new RegisterChoices(
                usual.provider(),
                usual.vault(),
                KeyReference.parse(key),
                Optional.of(thumbprint),
                usual.names(),
                usual.signIn(),
                usual.databases(),
                usual.closed(),
                usual.assurances());
    }

    /** The rules that block, without what they have in common. */
    private static String blocked(Inspection seen, RegisterChoices choices) {
        Stream<Problem> problems =
                switch (Planner.plan(Estate.of(seen), choices, SeenWorld.NOW)) {
                    case PlanOutcome.Ready ready -> Stream.empty();
                    case PlanOutcome.NothingToDo nothing -> Stream.empty();
                    case PlanOutcome.Blocked blocked -> blocked.problems().stream();
                };
        return String.join(
                " ",
                problems.map(Problem::code)
                        .map(code -> code.replace("plan.register-key.", ""))
                        .toList());
    }
}
