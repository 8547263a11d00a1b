package keyturn.plan.fact;

import static keyturn.plan.SeenWorld.denied;
import static keyturn.plan.SeenWorld.encrypted;
import static keyturn.plan.SeenWorld.plain;
import static keyturn.plan.SeenWorld.simple;
import static keyturn.plan.SeenWorld.unknown;
import static keyturn.plan.SeenWorld.unreadable;
import static keyturn.plan.fact.NamedFacts.NO;
import static keyturn.plan.fact.NamedFacts.YES;
import static keyturn.plan.fact.NamedFacts.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.plan.SeenRemoval;
import keyturn.plan.SeenWorld;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue.Missing;
import org.junit.jupiter.api.Test;

final class BasisTest {

    private static final NamedFacts SQL01 = NamedFacts.OF_SQL01;

    @Test
    void aBasisHoldsTheFactsThatThePlanReliesOnAndNoOthers() {
        var world = new SeenWorld().databases(encrypted(5, "Sales"), plain(7, "Scratch"));

        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry(SQL01.of(ServerFact.DATABASES), YES),
                        Map.entry(SQL01.of("Sales", DatabaseFact.AVAILABILITY_GROUP), Missing.NONE),
                        Map.entry(SQL01.of("Sales", DatabaseFact.LOG_SHIPPED), NO),
                        Map.entry(SQL01.of("Sales", DatabaseFact.MIRRORED), NO),
                        Map.entry(SQL01.of("Sales", DatabaseFact.ENCRYPTION), text("3")),
                        Map.entry(new FactKey.OfFile(SQL01.node(), SeenWorld.NEW), YES),
                        Map.entry(SQL01.of(ServerFact.LISTENER), Missing.NONE),
                        Map.entry(SQL01.of("Sales", DatabaseFact.LOG_BACKUP_POSSIBLE), YES),
                        Map.entry(SQL01.of("Sales", DatabaseFact.PROTECTOR), text(SeenWorld.KEY.toString())),
                        Map.entry(SQL01.of("Sales", DatabaseFact.STATE), text("ONLINE")),
                        Map.entry(SQL01.of(ServerFact.EKM_RUNNING), YES),
                        Map.entry(SQL01.of(ProviderFact.DLL_PATH), text(SeenWorld.OLD.value())),
                        Map.entry(SQL01.of(ProviderFact.ENABLED), YES),
                        Map.entry(SQL01.of(ProviderFact.GUID), text(SeenWorld.GUID)),
                        Map.entry(SQL01.of(ProviderFact.VERSION), text("15.00.0300.96")),
                        Map.entry(SQL01.of(ServerFact.CLUSTERED), NO),
                        Map.entry(SQL01.of(ServerFact.HADR_ENABLED), NO),
                        Map.entry(SQL01.of(ServerFact.NAME), text("SQL01")),
                        Map.entry(SQL01.of(ServerFact.NODE), text("SQL01")),
                        Map.entry(SQL01.of(ServerFact.VERSION), text("16.0.4225.2")))),
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
                Optional.of(new Basis.Moved(SQL01.of(ProviderFact.ENABLED), YES, NO)),
                of(new SeenWorld()).firstMoved(of(new SeenWorld().enabled(false))));
    }

    @Test
    void aDatabaseThatCameOrWentHasMoved() {
        var one = new SeenWorld().databases(encrypted(5, "Sales"));
        var two = new SeenWorld().databases(encrypted(5, "Sales"), simple(6, "Archive"));

        FactKey fact = SQL01.of("Archive", DatabaseFact.STATE);
        var came = new Basis.Moved(fact, Missing.ABSENT, text("ONLINE"));
        var went = new Basis.Moved(fact, text("ONLINE"), Missing.ABSENT);
        assertEquals(Optional.of(came), of(one).firstMoved(of(two)));
        assertEquals(Optional.of(went), of(two).firstMoved(of(one)));
        assertEquals(Message.of("plan.moved.came", "Archive"), came.told());
        assertEquals(Message.of("plan.moved.went", "Archive"), went.told());
    }

    @Test
    void aFactThatCanNoLongerBeReadHasMoved() {
        assertEquals(
                Optional.of(new Basis.Moved(SQL01.of(ServerFact.EKM_RUNNING), YES, Missing.UNKNOWN)),
                of(new SeenWorld()).firstMoved(of(new SeenWorld().ekm(unknown()))));
    }

    @Test
    void whatTellsMostIsNamedBeforeWhatFollowsFromIt() {
        var open = new SeenWorld().databases(encrypted(5, "Sales"), encrypted(6, "Ledger"));
        var shut = new SeenWorld().databases(encrypted(5, "Sales"), unreadable(6, "Ledger", "RECOVERY_PENDING"));

        assertEquals(
                Optional.of(new Basis.Moved(
                        SQL01.of("Ledger", DatabaseFact.STATE), text("ONLINE"), text("RECOVERY_PENDING"))),
                of(open).firstMoved(of(shut)));
    }

    @Test
    void databasesThatCanNoLongerBeListedHaveMoved() {
        var none = new SeenWorld().databases(plain(7, "Scratch"));

        assertEquals(
                Optional.of(new Basis.Moved(SQL01.of(ServerFact.DATABASES), YES, Missing.NOT_PERMITTED)),
                of(none).firstMoved(of(new SeenWorld().databases(denied("VIEW ANY DATABASE")))));
    }

    @Test
    void theSameServerUnderAnotherNodeNameIsToldByItsName() {
        Basis planned = of(new SeenWorld());
        SortedMap<FactKey, FactValue> renamed = new TreeMap<>();
        planned.facts().forEach((key, value) -> renamed.put(key.at(new NodeName("SQL02")), value));
        renamed.put(new NamedFacts(new NodeName("SQL02")).of(ServerFact.NODE), text("SQL02"));

        assertEquals(
                List.of(new Basis.Moved(SQL01.of(ServerFact.NODE), text("SQL01"), text("SQL02"))),
                planned.moved(new Basis(renamed)));
    }

    @Test
    void everyFactAndEveryValueHasWords() {
        NodeName node = SQL01.node();
        List<FactKey> keys = new ArrayList<>(List.of(
                new FactKey.OfPermission(node, Permission.CONTROL_SERVER),
                new FactKey.OfPermission(node, new Permission("ALTER", "Sales")),
                new FactKey.OfFile(node, SeenWorld.NEW),
                new FactKey.OfKey(node, new AsymmetricKeyName("K")),
                new FactKey.OfAlteration(node, new CredentialName("C")),
                new FactKey.OfNewestSecret(node, SeenRemoval.CLIENT),
                new FactKey.OfCredential(node, new CredentialName("C"))));
        Arrays.stream(ServerFact.values()).map(SQL01::of).forEach(keys::add);
        Arrays.stream(ProviderFact.values()).map(SQL01::of).forEach(keys::add);
        Arrays.stream(DatabaseFact.values())
                .map(fact -> SQL01.of("Sales", fact))
                .forEach(keys::add);
        Arrays.stream(FactKey.LoginFact.values())
                .map(fact -> new FactKey.OfLogin(node, new LoginName("L"), fact))
                .forEach(keys::add);

        for (FactKey key : keys) {
            Arrays.stream(Missing.values())
                    .forEach(value -> assertFalse(FactWords.of(key, value).isBlank()));
            assertFalse(key.words().text().isBlank());
        }
        Basis basis = of(new SeenWorld());
        basis.facts()
                .forEach((key, value) -> assertFalse(FactWords.of(key, value).isBlank()));
        assertEquals(
                keys.size(),
                keys.stream().map(key -> key.words().text()).distinct().count());
    }

    private static Basis of(SeenWorld world) {
        return Basis.of(world.inspection(), world.choices());
    }
}
