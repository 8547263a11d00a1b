package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.inspect.Worlds.World;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.Health.State;
import keyturn.plan.depend.KeyedDatabase;
import keyturn.plan.depend.Part;
import keyturn.plan.depend.PartId;
import keyturn.plan.depend.PartKind;
import keyturn.plan.forecast.Forecast;
import keyturn.rehearsal.PracticeWorlds;
import keyturn.sql.SqlConnector;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;

/** What depends on what in worlds of the range, each with all its doors. */
@BesideOthers
final class DependencyWorldsTest {

    private static final Connector CONNECTOR = new TargetConnector(new SqlConnector("test"), (code, page, until) -> {});

    static Inspection looked(String scenario) throws Exception {
        try (PracticeWorlds worlds = new PracticeWorlds();
                World world = worlds.start(scenario, List.of());
                Session session = CONNECTOR.open(world.target())) {
            return new Inspector(Clock.systemUTC()).inspect(session);
        }
    }

    static DependencyGraph graph(Inspection seen) {
        return DependencyGraph.of(seen, Forecast.of(seen), Period.ofYears(1));
    }

    private static DependencyGraph graph(String scenario) throws Exception {
        return graph(looked(scenario));
    }

    private static Set<PartKind> kinds(DependencyGraph graph, State state) {
        return graph.parts().stream()
                .filter(part -> part.health().state() == state)
                .map(Part::kind)
                .collect(Collectors.toSet());
    }

    private static List<String> databases(DependencyGraph graph, State state) {
        return graph.keysInUse().stream()
                .map(graph::databases)
                .flatMap(Collection::stream)
                .filter(one -> one.health().state() == state)
                .map(KeyedDatabase::name)
                .map(DatabaseName::value)
                .toList();
    }

    @Test
    void aHealthyChainIsWholeAndWhatNothingUsesIsShownBesideIt() throws Exception {
        DependencyGraph graph = graph("healthy");
        assertEquals(List.of("Sales", "Ledger", "Payroll", "Archive"), databases(graph, State.FINE));
        assertEquals(Set.of(), kinds(graph, State.FAILING));
        assertEquals(Set.of(), kinds(graph, State.UNKNOWN));
        assertEquals(Set.of(PartKind.CREDENTIAL, PartKind.VAULT_KEY), kinds(graph, State.UNUSED));
        assertEquals(
                PartKind.COLUMNS.size() - 1,
                graph.needs(graph.keysInUse().getFirst()).size());
        assertEquals(2, graph.remainder().plain());
    }

    @Test
    void aDisabledVaultKeyFailsWithTheOneDatabaseOnIt() throws Exception {
        DependencyGraph graph = graph("key-gone");
        assertEquals(Set.of(PartKind.VAULT_KEY), kinds(graph, State.FAILING));
        assertEquals(List.of("Payroll"), databases(graph, State.FAILING));
        PartId failing = graph.parts(PartKind.VAULT_KEY).stream()
                .filter(part -> part.health().state() == State.FAILING)
                .findFirst()
                .orElseThrow()
                .id();
        assertEquals(List.of(new DatabaseName("Payroll")), graph.breaks(failing).databases());
    }

    @Test
    void anExpiredSecretFailsItsCredentialAndEveryDatabase() throws Exception {
        DependencyGraph graph = graph("secret-expired");
        assertEquals(Set.of(PartKind.CREDENTIAL), kinds(graph, State.FAILING));
        assertEquals(4, databases(graph, State.FAILING).size());
        assertEquals(Set.of(PartKind.VAULT, PartKind.VAULT_KEY), kinds(graph, State.UNKNOWN));
    }

    @Test
    void aVaultOutOfReachIsUnknownAndNeverMissing() throws Exception {
        DependencyGraph graph = graph("vault-lost");
        assertEquals(Set.of(PartKind.VAULT, PartKind.VAULT_KEY), kinds(graph, State.UNKNOWN));
        assertEquals(4, databases(graph, State.UNKNOWN).size());
        assertTrue(graph.edges().stream().anyMatch(edge -> edge.right().isUnseen()), "the line goes on to it");
    }

    @Test
    void anAvailabilityGroupIsSaidWithItsDatabases() throws Exception {
        DependencyGraph graph = graph("ag3");
        assertEquals(Set.of("PracticeAG"), graph.partnership().groups().keySet());
        assertEquals(
                3,
                graph.partnership()
                        .groups()
                        .getOrDefault("PracticeAG", List.of())
                        .size());
    }

    @Test
    void theCommandLinePrintsTheSame() {
        Command.Ended ended = InProcess.say("inspect", "--practice", "key-gone", "--dependencies");
        assertEquals(0, ended.exit(), ended.all());
        String text = ended.text();
        int from = text.indexOf(Message.of("cli.inspect.dependencies").text());
        String failing = Message.of("plan.depend.state.failing").text();
        assertTrue(text.indexOf("Payroll (ONLINE): " + failing, from) > 0, text);
    }
}
