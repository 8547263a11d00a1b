package keyturn.plan.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.FileVersion;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.SeenWorld;
import org.junit.jupiter.api.Test;

final class PlannedChangeTest {

    @Test
    void anUpgradeLeadsFromTheBuildOfTheCatalogToTheOneThatWasChosen() {
        assertEquals(
                Optional.of(new PlannedChange.OfDll(
                        new ProviderName("AzureKeyVault_EKM"),
                        new DllBuild(SeenWorld.OLD, Optional.of(FileVersion.parse("15.0.300.96"))),
                        new DllBuild(SeenWorld.NEW, Optional.of(FileVersion.parse("15.0.2000.440"))))),
                change(new SeenWorld().plan(), Optional.empty()));
    }

    @Test
    void aRotationMovesItsDatabasesFromKeyToKey() {
        PlannedChange.OfKey change = key(new SeenRotation().tenants(3).plan(), Optional.empty());
        assertEquals(
                List.of("Tenant0001", "Tenant0002", "Tenant0003"),
                change.moving().stream().map(DatabaseName::value).toList());
        assertEquals("TDE_Key", change.before().key().value());
        assertTrue(change.before().login().isEmpty(), "no plan names the login of the old key");
        assertEquals("new login", change.after().login().orElseThrow().value());
        assertEquals("new credential", change.after().credential().orElseThrow().value());
        assertEquals("new-key", change.after().vaultKey().orElseThrow().name());
        assertEquals(Optional.of("contoso"), change.after().vault());
    }

    @Test
    void aLookShowsTheOldRouteWhole() {
        SeenRotation world = new SeenRotation();
        KeyRoute before = key(world.plan(), Optional.of(world.inspection())).before();
        assertTrue(before.login().isPresent());
        assertEquals("old", before.credential().orElseThrow().value());
        assertEquals(Optional.of("contoso"), before.vault());
    }

    private static PlannedChange.OfKey key(Plan plan, Optional<Inspection> seen) {
        return switch (change(plan, seen).orElseThrow()) {
            case PlannedChange.OfKey key -> key;
            case PlannedChange.OfDll dll -> throw new AssertionError(dll);
        };
    }

    private static Optional<PlannedChange> change(Plan plan, Optional<Inspection> seen) {
        return plan.flow().change(plan, seen);
    }
}
