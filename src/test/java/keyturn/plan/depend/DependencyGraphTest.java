package keyturn.plan.depend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.plan.SeenWorld;
import keyturn.plan.depend.Health.State;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.words.DependencyText;
import org.junit.jupiter.api.Test;

/** What a graph says of an inspection in which one thing is other than in a healthy one. */
final class DependencyGraphTest {

    private static final PartId KEY = new PartId.OfKey(new AsymmetricKeyName("TDE_Key"));
    private static final PartId PROVIDER = new PartId.OfProvider(new ProviderName("AzureKeyVault_EKM"));
    private static final PartId LOGIN = new PartId.OfLogin(new LoginName("TDE_Login"));
    private static final PartId CREDENTIAL = new PartId.OfCredential(new CredentialName("Azure_TDE"));
    private static final PartId VAULT = new PartId.OfVault("contoso.vault.azure.net");
    private static final PartId SALES = new PartId.OfDatabase(new DatabaseName("Sales"));

    private static DependencyGraph graph(SeenWorld world) {
        Inspection seen = world.inspection();
        return DependencyGraph.of(seen, Forecast.of(seen), Period.ofYears(1));
    }

    private static State state(DependencyGraph graph, PartId part) {
        return graph.part(part).orElseThrow().health().state();
    }

    @Test
    void aDatabaseNeedsAllThatOpensItsKey() {
        DependencyGraph graph = graph(new SeenWorld());
        assertTrue(graph.needs(SALES).containsAll(Set.of(KEY, PROVIDER, LOGIN, CREDENTIAL, VAULT)));
        assertEquals(List.of(KEY), graph.keysInUse());
        assertEquals(1, graph.remainder().plain());
    }

    @Test
    void aVaultWithoutADoorIsNotSeenRatherThanFine() {
        DependencyGraph graph = graph(new SeenWorld());
        assertEquals(State.UNKNOWN, state(graph, VAULT), "the forecast misses it");
        assertTrue(graph.part(VAULT).orElseThrow().health().reasons().contains(new Reason.NoDoor()));
    }

    @Test
    void whatGoesLeavesTheDatabasesOfItsKeyClosedAndTheRestOfTheChainUseless() {
        Loss loss = graph(new SeenWorld()).breaks(LOGIN);
        assertEquals(List.of(new DatabaseName("Sales"), new DatabaseName("Archive")), loss.databases());
        assertTrue(loss.useless().containsAll(List.of(KEY, CREDENTIAL, VAULT)));
    }

    /** Two keys share provider and vault: one of them going leaves these in use. */
    @Test
    void whatAnotherKeyUsesKeepsItsUse() {
        DependencyGraph graph = graph(twoKeys());
        Loss loss = graph.breaks(KEY);
        assertEquals(List.of(new DatabaseName("Sales")), loss.databases());
        assertEquals(
                List.of(LOGIN),
                loss.useless().stream()
                        .filter(part -> part.kind() == PartKind.LOGIN)
                        .toList());
        assertTrue(loss.useless().stream().noneMatch(part -> part.equals(PROVIDER)));
        assertEquals(2, graph.breaks(PROVIDER).databases().size());
    }

    @Test
    void aDisabledLoginFailsAndTheDatabasesOnItToo() {
        KeyLogin disabled = new KeyLogin(
                new LoginName("TDE_Login"),
                new AsymmetricKeyName("TDE_Key"),
                Optional.of(new CredentialName("Azure_TDE")),
                true);
        DependencyGraph graph = graph(new SeenWorld().keyLogins(SeenWorld.known(List.of(disabled))));
        assertEquals(State.FAILING, state(graph, LOGIN));
        assertEquals(State.FAILING, state(graph, SALES));
        assertEquals(State.FINE, state(graph, CREDENTIAL));
    }

    @Test
    void aKeyThatMasterLacksIsShownAndFails() {
        Database lost = SeenWorld.database(8, "Lost", "ONLINE", "FULL", Optional.of(SeenWorld.OTHER_KEY), true);
        DependencyGraph graph = graph(new SeenWorld().databases(SeenWorld.encrypted(5, "Sales"), lost));
        PartId missing = new PartId.OfMissingKey(SeenWorld.OTHER_KEY);
        assertEquals(List.of(KEY, missing), graph.keysInUse());
        assertEquals(State.FAILING, state(graph, missing));
    }

    @Test
    void whatCouldNotBeReadIsAPartThatIsUnknown() {
        DependencyGraph keys = graph(new SeenWorld().keys(SeenWorld.denied("VIEW ANY DEFINITION")));
        PartId unseen = new PartId.Unseen(PartKind.KEY, "");
        assertEquals(State.UNKNOWN, state(keys, unseen));
        assertEquals(2, keys.databases(unseen).size());
        DependencyGraph logins = graph(new SeenWorld().keyLogins(SeenWorld.unknown()));
        assertEquals(State.UNKNOWN, state(logins, new PartId.Unseen(PartKind.LOGIN, "TDE_Key")));
        assertEquals(State.UNKNOWN, state(logins, CREDENTIAL), "that no login carries it is not known");
    }

    @Test
    void aKeyWithoutDatabasesAndACredentialWithoutLoginAreShownAsUnused() {
        DependencyGraph graph = graph(new SeenWorld().databases(SeenWorld.plain(5, "Scratch")));
        assertEquals(State.UNUSED, state(graph, KEY));
        DependencyGraph lone = graph(new SeenWorld().keyLogins(SeenWorld.known(List.of())));
        assertEquals(State.UNUSED, state(lone, CREDENTIAL));
    }

    @Test
    void everyPartAndEveryReasonHasItsWords() {
        for (SeenWorld world : List.of(
                new SeenWorld(),
                twoKeys(),
                new SeenWorld().keys(SeenWorld.unknown()),
                new SeenWorld().keyLogins(SeenWorld.unknown()),
                new SeenWorld().providers(SeenWorld.unknown()),
                new SeenWorld().databases(SeenWorld.<List<Database>>unknown()))) {
            DependencyGraph graph = graph(world);
            String text = String.join("\n", DependencyText.lines(graph));
            graph.parts().stream()
                    .filter(part -> part.kind() == PartKind.KEY)
                    .forEach(part -> assertTrue(text.contains(part.caption().text()), text));
        }
    }

    @Test
    void manyDatabasesAreOneGroupOfTheirKey() {
        DependencyGraph graph = graph(new SeenWorld()
                .databases(IntStream.range(0, 3000)
                        .mapToObj(i -> SeenWorld.encrypted(i + 5, "Tenant" + i))
                        .toArray(Database[]::new)));
        assertEquals(3000, graph.breaks(CREDENTIAL).databases().size());
        assertTrue(graph.path(KEY).contains(new PartId.DatabasesOf(KEY)));
        assertTrue(graph.path(graph.databases(KEY).getFirst().id()).contains(new PartId.DatabasesOf(KEY)));
        assertEquals(
                graph.needs(new PartId.DatabasesOf(KEY)),
                graph.needs(graph.databases(KEY).getFirst().id()));
    }

    private static SeenWorld twoKeys() {
        AsymmetricKeyName other = new AsymmetricKeyName("Other_Key");
        return new SeenWorld()
                .keys(SeenWorld.known(List.of(
                        new AsymmetricKey(new AsymmetricKeyName("TDE_Key"), SeenWorld.KEY, SeenWorld.GUID, 2048),
                        new AsymmetricKey(other, SeenWorld.OTHER_KEY, SeenWorld.GUID, 2048))))
                .keyLogins(SeenWorld.known(List.of(
                        new KeyLogin(
                                new LoginName("TDE_Login"),
                                new AsymmetricKeyName("TDE_Key"),
                                Optional.of(new CredentialName("Azure_TDE"))),
                        new KeyLogin(
                                new LoginName("Other_Login"), other, Optional.of(new CredentialName("Azure_TDE"))))))
                .databases(
                        SeenWorld.encrypted(5, "Sales"),
                        SeenWorld.database(6, "Ledger", "ONLINE", "FULL", Optional.of(SeenWorld.OTHER_KEY), true));
    }
}
