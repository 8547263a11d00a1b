package keyturn.plan.fact;

import static keyturn.plan.SeenWorld.denied;
import static keyturn.plan.SeenWorld.encrypted;
import static keyturn.plan.SeenWorld.plain;
import static keyturn.plan.SeenWorld.simple;
import static keyturn.plan.SeenWorld.unknown;
import static keyturn.plan.SeenWorld.unreadable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import keyturn.plan.SeenWorld;
import org.junit.jupiter.api.Test;

final class BasisTest {

    @Test
    void aBasisHoldsTheFactsThatThePlanReliesOnAndNoOthers() {
        var world = new SeenWorld().databases(encrypted(5, "Sales"), plain(7, "Scratch"));

        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry("databases", "(known)"),
                        Map.entry("database.Sales.availabilityGroup", "(none)"),
                        Map.entry("database.Sales.logShipped", "false"),
                        Map.entry("database.Sales.mirrored", "false"),
                        Map.entry("database.Sales.encryption", "3"),
                        Map.entry("file." + SeenWorld.NEW, "there"),
                        Map.entry("permission.CONTROL SERVER", "held"),
                        Map.entry("server.listener", "(none)"),
                        Map.entry("database.Sales.logBackupPossible", "true"),
                        Map.entry("database.Sales.protector", SeenWorld.KEY.toString()),
                        Map.entry("database.Sales.state", "ONLINE"),
                        Map.entry("ekm.running", "true"),
                        Map.entry("provider.AzureKeyVault_EKM.dllPath", SeenWorld.OLD.value()),
                        Map.entry("provider.AzureKeyVault_EKM.enabled", "true"),
                        Map.entry("provider.AzureKeyVault_EKM.guid", SeenWorld.GUID),
                        Map.entry("provider.AzureKeyVault_EKM.version", "15.00.0300.96"),
                        Map.entry("server.clustered", "false"),
                        Map.entry("server.hadrEnabled", "false"),
                        Map.entry("server.name", "SQL01"),
                        Map.entry("server.node", "SQL01"),
                        Map.entry("server.version", "16.0.4225.2"))),
                Basis.of(world.inspection(), world.choices()).facts());
        assertEquals(Basis.of(world.inspection(), world.choices()), world.plan().basis());
    }

    @Test
    void theSameFactsHaveNotMoved() {
        assertEquals(Optional.empty(), of(new SeenWorld()).firstMoved(of(new SeenWorld().loaded(SeenWorld.NEW))));
    }

    @Test
    void theFirstFactThatMovedIsNamedWithWhatItWasAndIs() {
        assertEquals(
                Optional.of(new Basis.Moved("provider.AzureKeyVault_EKM.enabled", "true", "false")),
                of(new SeenWorld()).firstMoved(of(new SeenWorld().enabled(false))));
    }

    @Test
    void aDatabaseThatCameOrWentHasMoved() {
        var one = new SeenWorld().databases(encrypted(5, "Sales"));
        var two = new SeenWorld().databases(encrypted(5, "Sales"), simple(6, "Archive"));

        String fact = "database.Archive.availabilityGroup";
        assertEquals(Optional.of(new Basis.Moved(fact, "(not there)", "(none)")), of(one).firstMoved(of(two)));
        assertEquals(Optional.of(new Basis.Moved(fact, "(none)", "(not there)")), of(two).firstMoved(of(one)));
    }

    @Test
    void aFactThatCanNoLongerBeReadHasMoved() {
        assertEquals(
                Optional.of(new Basis.Moved("ekm.running", "true", "(unknown)")),
                of(new SeenWorld()).firstMoved(of(new SeenWorld().ekm(unknown()))));
    }

    @Test
    void whatTellsMostIsNamedBeforeWhatFollowsFromIt() {
        var open = new SeenWorld().databases(encrypted(5, "Sales"), encrypted(6, "Ledger"));
        var shut = new SeenWorld().databases(encrypted(5, "Sales"), unreadable(6, "Ledger", "RECOVERY_PENDING"));

        assertEquals(
                Optional.of(new Basis.Moved("database.Ledger.state", "ONLINE", "RECOVERY_PENDING")),
                of(open).firstMoved(of(shut)));
    }

    @Test
    void databasesThatCanNoLongerBeListedHaveMoved() {
        var none = new SeenWorld().databases(plain(7, "Scratch"));

        assertEquals(
                Optional.of(new Basis.Moved("databases", "(known)", "(not permitted)")),
                of(none).firstMoved(of(new SeenWorld().databases(denied("VIEW ANY DATABASE")))));
    }

    private static Basis of(SeenWorld world) {
        return Basis.of(world.inspection(), world.choices());
    }
}
