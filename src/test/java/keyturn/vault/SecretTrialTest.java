package keyturn.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.entra.AtAzure;
import keyturn.practice.azure.World;
import keyturn.practice.vault.AccessPolicy;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;
import keyturn.script.act.VaultAct;
import keyturn.vault.SecretTrial.Part;
import keyturn.vault.SecretTrial.Tried;
import org.junit.jupiter.api.Test;

/** A credential is tried out as a connector would use it, and what fails is named. */
final class SecretTrialTest extends AtAzure {

    private static final KeyName TDE = new KeyName("tde");

    private KeyReference key() throws Exception {
        Outcome made = new KeyVaultWriter(entra(), "run")
                .perform(new VaultAct.CreateKey(vault("main").address(), TDE, false, 2048, ""));
        assertInstanceOf(Outcome.Done.class, made);
        return new KeyReference(
                TDE,
                Optional.of(answer(new KeyVaultReader(entra(), vault("main")).versions(TDE.value()))
                        .getFirst()
                        .id()));
    }

    private List<Tried> tried(String secret, KeyReference key) throws Exception {
        return new SecretTrial(entra())
                .tryOut(vault("main"), Optional.empty(), CLIENT, Secret.of(secret.toCharArray()), key);
    }

    private static List<Part> parts(List<Tried> tried) {
        return tried.stream().map(Tried::part).toList();
    }

    private static Problem last(List<Tried> tried) {
        return tried.getLast().problem().orElseThrow();
    }

    @Test
    void aSecretThatWorksGoesThroughAllParts() throws Exception {
        open(standard());
        KeyReference key = key();
        List<Tried> tried = tried(World.SECRET, key);
        assertEquals(List.of(Part.TOKEN, Part.GET, Part.WRAP, Part.UNWRAP), parts(tried));
        assertTrue(tried.stream().allMatch(each -> each.problem().isEmpty()), tried.toString());
        assertTrue(
                world.log().stream().anyMatch(line -> line.contains("/wrapkey 200")),
                () -> "it is wrapped at the vault: " + world.log());
        assertEquals(
                List.of(Part.TOKEN, Part.GET, Part.WRAP, Part.UNWRAP),
                parts(tried(World.SECRET, new KeyReference(TDE, Optional.empty()))));
    }

    @Test
    void aWrongSecretGetsNoToken() throws Exception {
        open(standard());
        List<Tried> tried = tried("not-it", key());
        assertEquals(List.of(Part.TOKEN), parts(tried));
        assertEquals("login.AADSTS7000215", last(tried).code());
        var refused =
                assertInstanceOf(Outcome.Refused.class, tried.getLast().failed().orElseThrow());
        assertEquals(RefusalKind.SECRET_UNKNOWN, refused.kind());
    }

    /** Keyturn's own sign-in is another matter: it may do more, or less, than the secret that is tried out. */
    @Test
    void aRightThatIsMissingIsFoundWhereItIsMissing() throws Exception {
        open(standard()
                .with(new AccessPolicy(
                        World.TENANT,
                        World.PRINCIPAL,
                        Set.of("get", "list", "create", "wrapKey"),
                        Set.of(),
                        Set.of())));
        List<Tried> tried = tried(World.SECRET, key());
        assertEquals(List.of(Part.TOKEN, Part.GET, Part.WRAP, Part.UNWRAP), parts(tried));
        assertEquals("vault.403.ForbiddenByPolicy", last(tried).code());
        assertTrue(
                last(tried).next().text().contains("unwrapKey"),
                last(tried).next().text());
    }

    @Test
    void aDisabledVersionWrapsNothing() throws Exception {
        open(standard());
        KeyReference key = key();
        world.ask(
                "PATCH",
                world.doors().address("main") + "/keys/tde/" + key.version().orElseThrow() + "?api-version=7.4",
                world.token("https://vault.azure.net"),
                "{\"attributes\":{\"enabled\":false}}");
        List<Tried> tried = tried(World.SECRET, key);
        assertEquals(List.of(Part.TOKEN, Part.GET, Part.WRAP), parts(tried));
        assertTold(last(tried), "vault.403.KeyDisabled", "vault.403.KeyDisabled", "vault.403.KeyDisabled.next", "main");
    }

    @Test
    void aKeyThatIsNotThere() throws Exception {
        open(standard());
        assertEquals(
                "vault.404.KeyNotFound",
                last(tried(World.SECRET, new KeyReference(TDE, Optional.empty())))
                        .code());
    }
}
