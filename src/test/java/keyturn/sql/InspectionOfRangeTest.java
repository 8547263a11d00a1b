package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Permission;
import keyturn.domain.Target;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.ServerStart;
import keyturn.evidence.KeyChain;
import keyturn.inspect.Inspector;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

@BesideOthers
final class InspectionOfRangeTest {

    @Test
    void anAdministratorSeesEveryFactOfAHealthyServerInFourRoundTrips() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Inspection seen = look(RangeTargets.administrator(range));
            Inspection.Facts facts = seen.facts();

            assertTrue(seen.identity().practice());
            assertEquals(16, seen.identity().majorVersion());
            assertEquals(
                    Optional.of(new Inspection.EkmSwitch(true, true)),
                    facts.ekm().value());
            Inspection.Provider provider =
                    facts.providers().value().orElseThrow().getFirst();
            assertEquals("15.0.300.96", provider.version());
            assertTrue(provider.enabled());
            Inspection.LoadedModule loaded =
                    facts.loadedModules().value().orElseThrow().getFirst();
            assertEquals(provider.dllPath(), loaded.path());
            assertEquals("15.0.300.96", loaded.version());
            assertEquals(
                    Optional.of(LocalDate.of(2018, 1, 30)), loaded.fileDate().value());
            assertEquals(2, facts.dllFiles().value().orElseThrow().size());
            Duration up = Duration.between(
                    facts.startedAt().value().map(ServerStart::instant).orElseThrow(), seen.takenAt());
            assertEquals(12, up.toDays(), up.toString());
            assertEquals(
                    List.of("batch", "batch", "batch", "batch"),
                    range.log().entries().stream().map(RequestLog.Entry::kind).toList());
            assertEquals(
                    List.of("Keyturn/1.2.3/read"),
                    range.log().entries().stream()
                            .map(RequestLog.Entry::program)
                            .distinct()
                            .toList());
        }
    }

    @Test
    void anEncryptedDatabaseIsFollowedToItsVaultAndAPlainOneHangsOnNothing() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Inspection.Facts facts = look(RangeTargets.administrator(range)).facts();
            KeyChain sales = KeyChain.of(database(facts, "Sales"), facts);
            KeyChain staging = KeyChain.of(database(facts, "Staging"), facts);

            assertEquals("TDE_Key_2024", shown(sales.asymmetricKey()));
            assertEquals("TDE_Login", shown(sales.login()));
            assertEquals("Azure_EKM_TDE_cred", shown(sales.credential()));
            assertEquals("keyturn-practice-vault", shown(sales.vault()));
            assertEquals(
                    Optional.of(true),
                    database(facts, "Sales").logBackupPossible().value());
            assertEquals(Optional.of(Optional.empty()), staging.asymmetricKey().value());
            assertEquals(
                    Optional.of(false),
                    database(facts, "Staging").logBackupPossible().value());
        }
    }

    /** There is a login and a credential besides whose names are the same but for capital letters. */
    @Test
    void aServerThatTellsCapitalLettersIsReadAlike() throws Exception {
        try (Range range = Range.start(RangeOptions.of("case-sensitive"))) {
            Inspection.Facts facts = look(RangeTargets.administrator(range)).facts();
            KeyChain sales = KeyChain.of(database(facts, "Sales"), facts);

            assertEquals("TDE_Key_2024", shown(sales.asymmetricKey()));
            assertEquals("TDE_Login", shown(sales.login()));
            assertEquals("Azure_EKM_TDE_cred", shown(sales.credential()));
            assertEquals("keyturn-practice-vault", shown(sales.vault()));
            assertTrue(range.log().entries().stream()
                    .allMatch(entry -> entry.error().isEmpty()));
        }
    }

    @Test
    void aKeyHasBeenThereAtLeastSinceItsLoginWasMade() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Inspection seen = look(RangeTargets.administrator(range));
            var key =
                    seen.facts().around().registrations().value().orElseThrow().getFirst();
            assertEquals("TDE_Key_2024", key.key().value());
            assertTrue(!key.publicKey().isEmpty());
            assertEquals(
                    390,
                    Duration.between(key.since().orElseThrow(), seen.takenAt()).toDays());
            assertEquals(
                    "VIEW ANY DEFINITION",
                    missing(look(RangeTargets.reader(range)).facts().around().registrations()));
        }
    }

    @Test
    void aLoginThatMayOnlyConnectIsToldThePermissionThatEachMissingFactNeeds() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Inspection.Facts facts = look(RangeTargets.reader(range)).facts();

            assertTrue(facts.providers().value().isPresent());
            assertEquals("VIEW SERVER PERFORMANCE STATE", missing(facts.loadedModules()));
            assertEquals("VIEW SERVER PERFORMANCE STATE", missing(facts.startedAt()));
            assertEquals("VIEW ANY DEFINITION", missing(facts.asymmetricKeys()));
            assertEquals("VIEW ANY DEFINITION", missing(facts.credentials()));
            assertEquals("VIEW ANY DEFINITION", missing(facts.keyLogins()));
            for (Inspection.Database database : facts.databases().value().orElseThrow()) {
                assertEquals("VIEW SERVER SECURITY STATE", missing(database.key()));
            }
            assertEquals(
                    Optional.of(List.of(Permission.onServer("VIEW ANY DATABASE"))),
                    facts.permissions().value());
            assertTrue(range.log().entries().stream()
                    .allMatch(entry -> entry.error().isEmpty()));
        }
    }

    @Test
    void partnersOnOtherServersAreSeen() throws Exception {
        assertEquals(
                List.of(
                        Optional.of("PracticeAG"),
                        Optional.of("PracticeAG"),
                        Optional.of("PracticeAG"),
                        Optional.empty()),
                encrypted("ag3")
                        .map(it -> it.availabilityGroup().value().orElseThrow())
                        .toList());
        assertTrue(encrypted("mirrored").anyMatch(it -> it.mirrored().value().orElseThrow()));
        assertTrue(
                encrypted("logshipped").anyMatch(it -> it.logShipped().value().orElseThrow()));
        assertTrue(encrypted("healthy")
                .allMatch(it -> it.availabilityGroup().value().equals(Optional.of(Optional.empty()))
                        && it.mirrored().value().equals(Optional.of(false))
                        && it.logShipped().value().equals(Optional.of(false))));
    }

    @Test
    void aClusterSaysThatItIsOne() throws Exception {
        assertEquals(Optional.of(new Inspection.Topology(true, false)), topology("fci2"));
        assertEquals(Optional.of(new Inspection.Topology(false, true)), topology("ag3"));
        assertEquals(Optional.of(new Inspection.Topology(false, false)), topology("healthy"));
    }

    private static Optional<Inspection.Topology> topology(String scenario) throws Exception {
        try (Range range = Range.start(RangeOptions.of(scenario))) {
            return look(RangeTargets.administrator(range)).facts().topology().value();
        }
    }

    private static Stream<Inspection.Partners> encrypted(String scenario) throws Exception {
        try (Range range = Range.start(RangeOptions.of(scenario))) {
            Inspection.Facts facts = look(RangeTargets.administrator(range)).facts();
            return facts.databases().value().orElseThrow().stream()
                    .filter(database ->
                            database.key().value().flatMap(key -> key).isPresent())
                    .map(Inspection.Database::partners);
        }
    }

    @Test
    void whatAnOldVersionLacksIsUnknownAndNotAskedFor() throws Exception {
        try (Range range = Range.start(RangeOptions.of("old-2016"))) {
            Inspection.Facts facts = look(RangeTargets.administrator(range)).facts();
            var files = assertInstanceOf(Fact.Unknown.class, facts.dllFiles());
            assertEquals("inspect.since", files.why().key());
            assertEquals(
                    "VIEW SERVER STATE",
                    missing(look(RangeTargets.reader(range)).facts().loadedModules()));
            assertTrue(range.log().entries().stream()
                    .noneMatch(entry -> entry.text().contains("dm_os_file_exists")));
        }
    }

    private static Inspection look(Target target) throws Exception {
        try (var session = new SqlConnector("1.2.3").open(target)) {
            return new Inspector(Clock.systemUTC()).inspect(session);
        }
    }

    private static Inspection.Database database(Inspection.Facts facts, String name) {
        return facts.databases().value().orElseThrow().stream()
                .filter(database -> database.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T> String shown(Fact<Optional<T>> fact) {
        return fact.value().flatMap(found -> found).map(Object::toString).orElse(fact.toString());
    }

    private static <T> String missing(Fact<T> fact) {
        return switch (fact) {
            case Fact.NotPermitted<T> denied -> denied.permission().name();
            case Fact.Known<T> known -> known.toString();
            case Fact.Unknown<T> unknown -> unknown.why().text();
        };
    }
}
