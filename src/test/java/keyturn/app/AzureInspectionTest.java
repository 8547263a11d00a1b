package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.InspectionJson;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.inspect.Worlds.World;
import keyturn.rehearsal.PracticeWorlds;
import keyturn.sql.SqlConnector;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** A whole look at a whole range: SQL Server, vault, directory and resource manager, each as ordinary settings lead to it. */
@BesideOthers
final class AzureInspectionTest {

    private static final Connector CONNECTOR = new TargetConnector(new SqlConnector("test"), (code, page, until) -> {});

    private static Inspection look(Target target) throws Problem.Raised {
        try (Session session = CONNECTOR.open(target)) {
            return new Inspector(Clock.systemUTC()).inspect(session);
        }
    }

    private static AzureSight azure(Inspection inspection) {
        return inspection.facts().azure().orElseThrow();
    }

    private static Inspection looked(String scenario, String... faults) throws Problem.Raised {
        try (PracticeWorlds worlds = new PracticeWorlds();
                World world = worlds.start(scenario, List.of(faults))) {
            return look(world.target());
        }
    }

    @Test
    void everythingIsSeen() throws Exception {
        Inspection inspection = looked("healthy");
        AzureSight sight = azure(inspection);
        VaultSight vault = sight.vaults().getFirst();
        assertEquals("keyturn-practice-vault", vault.address().name());
        assertEquals("westeurope", vault.region().value().orElseThrow());
        assertFalse(vault.resource().value().orElseThrow().roles());
        VaultSight.Key used = vault.key("tde-key-2024").orElseThrow();
        assertEquals(2, used.versions().value().orElseThrow().size());
        VaultSight.Version current = used.current().orElseThrow();
        assertEquals("RSA 2048", current.material().value().orElseThrow().toString());
        VaultSight.Version older = used.versions().value().orElseThrow().getLast();
        assertTrue(older.created().orElseThrow().isBefore(current.created().orElseThrow()), used.toString());
        assertTrue(vault.rights().value().orElseThrow().containsAll(Set.of(KeyRight.CREATE, KeyRight.BACKUP)));
        assertFalse(vault.may(KeyRight.PURGE).value().orElseThrow());
        assertEquals(1, sight.application().value().orElseThrow().secrets().size());
        assertEquals(List.of(), sight.problems());
        assertEquals(6, inspection.facts().databases().value().orElseThrow().size());
    }

    @Test
    void itStandsInTheJson() throws Exception {
        JsonNode json = new ObjectMapper().readTree(InspectionJson.write(looked("healthy")));
        JsonNode vault = json.path("vaults").path(0);
        assertEquals(
                "https://keyturn-practice-vault.vault.azure.net",
                vault.path("uri").textValue());
        JsonNode key = vault.path("keys").path(0);
        assertEquals("tde-key-2024", key.path("name").textValue());
        JsonNode version = key.path("versions").path(0);
        assertEquals(2048, version.path("bits").intValue());
        assertTrue(version.path("enabled").booleanValue());
        assertTrue(
                vault.path("rights").toString().contains("\"wrapKey\""),
                vault.path("rights").toString());
        assertFalse(
                json.path("application").path("secrets").path(0).path("expires").isNull());
        assertTrue(json.path("azureProblems").isEmpty());
    }

    /** Who asks nothing of Azure gets the inspection and the digest that they got before. */
    @Test
    void withoutDoorsNothingOfItIsThere() throws Exception {
        try (PracticeWorlds worlds = new PracticeWorlds();
                World world = worlds.start("healthy", List.of())) {
            Target with = world.target();
            Inspection bare = look(new Target(with.nodes(), with.signIn(), with.tls()));
            assertTrue(bare.facts().azure().isEmpty());
            assertFalse(bare.canonicalForm().contains("vault "), bare.canonicalForm());
            assertFalse(InspectionJson.write(bare).contains("\"vaults\""));
            Inspection whole = look(with);
            assertTrue(whole.canonicalForm().startsWith(bare.canonicalForm()), whole.canonicalForm());
            assertNotEquals(bare.digest(), whole.digest());
            assertEquals(whole.digest(), look(with).digest());
        }
    }

    @Test
    void aVaultThatCannotBeReachedHidesNothingElse() throws Exception {
        Inspection inspection = looked("healthy", "vault-unreachable");
        AzureSight sight = azure(inspection);
        VaultSight vault = sight.vaults().getFirst();
        assertInstanceOf(Fact.Unknown.class, vault.keys());
        assertInstanceOf(Fact.Unknown.class, vault.deleted());
        assertEquals(1, sight.problems().size(), sight.problems().toString());
        Problem problem = sight.problems().getFirst();
        assertTrue(problem.code().startsWith("vault."), problem.code());
        assertTrue(vault.resource().value().isPresent(), "the resource manager is another door");
        assertTrue(sight.application().value().isPresent(), "the directory is another door");
        assertEquals(6, inspection.facts().databases().value().orElseThrow().size());
    }

    @Test
    void aVaultThatWasDeletedIsSaidToBe() throws Exception {
        assertTrue(azure(looked("vault-lost")).problems().stream()
                .map(Problem::code)
                .toList()
                .contains("azure.vault-deleted"));
    }

    /** One wrong secret is one problem, however many doors it does not open. */
    @Test
    void aSecretThatHasExpiredIsSaidOnce() throws Exception {
        Inspection inspection = looked("secret-expired");
        AzureSight sight = azure(inspection);
        assertEquals(
                List.of("login.AADSTS7000222"),
                sight.problems().stream().map(Problem::code).toList());
        assertInstanceOf(Fact.Unknown.class, sight.application());
        assertInstanceOf(Fact.Unknown.class, sight.vaults().getFirst().keys());
        assertTrue(inspection.facts().databases().value().isPresent());
    }

    @Test
    void aDisabledVersionIsSeen() throws Exception {
        VaultSight vault = azure(looked("old-version-disabled")).vaults().getFirst();
        assertTrue(
                vault.keys().value().orElseThrow().stream()
                        .flatMap(key -> key.versions().value().stream())
                        .flatMap(List::stream)
                        .anyMatch(version -> !version.enabled()),
                vault.toString());
    }
}
