package keyturn.plan.flow.upgrade;

import static keyturn.plan.SeenWorld.NEW;
import static keyturn.plan.SeenWorld.OLD;
import static keyturn.plan.SeenWorld.OTHER_KEY;
import static keyturn.plan.SeenWorld.database;
import static keyturn.plan.SeenWorld.denied;
import static keyturn.plan.SeenWorld.encrypted;
import static keyturn.plan.SeenWorld.known;
import static keyturn.plan.SeenWorld.plain;
import static keyturn.plan.SeenWorld.simple;
import static keyturn.plan.SeenWorld.unknown;
import static keyturn.plan.SeenWorld.unreadable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.FileVersion;
import keyturn.domain.Message;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.SeenWorld;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.ReopenStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.SetupStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.TestStep.TestKind;
import keyturn.plan.step.Undo;
import keyturn.plan.step.VaultStep;
import keyturn.plan.words.StepWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UpgradePlannerTest {

    @Test
    void eachDatabaseOfTheProviderIsTestedBeforeAndAfterPointEnableAndRead() {
        Plan plan = new SeenWorld().plan();

        assertEquals(
                List.of(
                        "1 TestDatabase Sales LOG_COPY_ONLY BEFORE",
                        "2 TestDatabase Archive FULL_COPY_ONLY BEFORE",
                        "3 PointProvider " + OLD + " > " + NEW,
                        "4 EnableProvider",
                        "5 ReadProvider " + NEW,
                        "6 TestDatabase Sales LOG_COPY_ONLY AFTER",
                        "7 TestDatabase Archive FULL_COPY_ONLY AFTER"),
                plan.steps().stream().map(UpgradePlannerTest::shown).toList());
        assertEquals(
                List.of(
                        "plan.notice.pendingRestart",
                        "plan.notice.buildFolder",
                        "plan.forecast.headline.uncertain",
                        "plan.forecast.missing.unread.alterations",
                        "plan.forecast.missing.vaultUnseen",
                        "plan.notice.test.cost",
                        "plan.notice.repeat"),
                keys(plan.notices()));
    }

    @Test
    void theWayBackPointsAtTheOldDllAndEnables() {
        Undo undo = Conduct.of(new SeenWorld().plan().steps().get(2)).undo();

        Undo.BySteps steps = assertInstanceOf(Undo.BySteps.class, undo);
        assertEquals(
                List.of("1 PointProvider " + NEW + " > " + OLD, "2 EnableProvider"),
                steps.steps().stream().map(UpgradePlannerTest::shown).toList());
    }

    @Test
    void everyWordOfThePlanIsThere() {
        Plan plan = new SeenWorld()
                .databases(encrypted(5, "Sales"), simple(6, "Archive"), unreadable(8, "Lost", "RESTORING"))
                .permissions(unknown())
                .plan();

        Stream<Message> words = Stream.concat(
                plan.notices().stream(),
                plan.steps().stream()
                        .map(StepWords::of)
                        .flatMap(about -> Stream.of(about.title(), about.why(), about.source(), about.trueAfter())));
        words.map(Message::text).forEach(text -> assertTrue(!text.isBlank() && !text.contains("{"), text));
    }

    @Test
    void databasesThatAreNotOpenAreNamedAndNotTested() {
        Plan plan = new SeenWorld()
                .databases(
                        encrypted(5, "Sales"),
                        unreadable(8, "Lost", "RESTORING"),
                        database(9, "Off", "OFFLINE", "FULL", Optional.of(SeenWorld.KEY), true),
                        database(10, "OffAndPlain", "OFFLINE", "FULL", Optional.empty(), true))
                .plan();

        assertEquals(5, plan.steps().size());
        assertEquals(
                List.of("[Lost, RESTORING]", "[Off, OFFLINE]"),
                plan.notices().stream()
                        .filter(notice -> notice.key().equals("plan.notice.notOpen"))
                        .map(notice -> notice.arguments().toString())
                        .toList());
    }

    @Test
    void tempdbAndDatabasesOfAnotherProviderOrOfACertificateAreNotConcerned() {
        var certificate = new keyturn.domain.inspection.Inspection.Database(
                8,
                new keyturn.domain.DatabaseName("ByCertificate"),
                "ONLINE",
                "FULL",
                false,
                known(Optional.of(new EncryptionKey(3, OTHER_KEY, "CERTIFICATE", Optional.empty()))),
                known(true),
                SeenWorld.alone());
        var otherKey = new keyturn.domain.inspection.Inspection.AsymmetricKey(
                new keyturn.domain.AsymmetricKeyName("Other"), OTHER_KEY, "11111111-0000-0000-0000-000000000000", 2048);
        var other = new keyturn.domain.inspection.Inspection.Provider(
                65537, new ProviderName("Other"), "11111111-0000-0000-0000-000000000000", "1.0.0.0", "C:\\o.dll", true);
        Plan plan = new SeenWorld()
                .providers(known(List.of(
                        other,
                        new SeenWorld()
                                .inspection()
                                .facts()
                                .providers()
                                .value()
                                .orElseThrow()
                                .getFirst())))
                .keyLogins(unknown())
                .keys(known(List.of(otherKey)))
                .databases(
                        unreadable(2, "tempdb", "ONLINE"),
                        certificate,
                        database(9, "Other", "ONLINE", "FULL", Optional.of(OTHER_KEY), true),
                        plain(10, "Plain"))
                .plan();

        assertEquals(3, plan.steps().size());
        assertEquals(
                List.of(
                        "plan.notice.pendingRestart",
                        "plan.notice.buildFolder",
                        "plan.forecast.headline.uncertain",
                        "plan.forecast.missing.nothingLoaded",
                        "plan.forecast.missing.unread.logins",
                        "plan.forecast.missing.unread.alterations",
                        "plan.notice.noDatabase",
                        "plan.notice.repeat"),
                keys(plan.notices()));
    }

    @Test
    void whetherALogBackupIsPossibleDecidesTheTestAndNotKnownMeansFull() {
        var world = new SeenWorld()
                .databases(new keyturn.domain.inspection.Inspection.Database(
                        5,
                        new keyturn.domain.DatabaseName("Sales"),
                        "ONLINE",
                        "FULL",
                        false,
                        known(Optional.of(new EncryptionKey(3, SeenWorld.KEY, "ASYMMETRIC KEY", Optional.empty()))),
                        denied("VIEW ANY DATABASE"),
                        SeenWorld.alone()));

        TestStep.TestDatabase test = assertInstanceOf(
                TestStep.TestDatabase.class, world.plan().steps().getFirst());
        assertEquals(TestKind.FULL_COPY_ONLY, test.kind());
    }

    @Test
    void whoseWordTheNewBuildIsAndThatANumberDoesNotDecideIsToldBeforeApproval() {
        var world = new SeenWorld().providerVersion("15.0.2000.440").build(stated("15.0.2000.440"));
        assertEquals(
                List.of(
                        "plan.notice.pendingRestart",
                        "plan.notice.buildStated",
                        "plan.notice.sameNumber",
                        "plan.forecast.headline.uncertain",
                        "plan.forecast.missing.unread.alterations",
                        "plan.forecast.missing.vaultUnseen",
                        "plan.notice.test.cost",
                        "plan.notice.repeat"),
                keys(world.plan().notices()));
    }

    @Test
    void betweenOldBuildsThatMakeTheSameThumbprintsTheWayIsOpen() {
        Plan plan = new SeenWorld()
                .providerVersion("13.0.811.168")
                .build(stated("1.0.4.0"))
                .plan();
        assertEquals(7, plan.steps().size());
    }

    private static NewBuild stated(String version) {
        return NewBuild.stated(FileVersion.parse(version));
    }

    @ParameterizedTest
    @MethodSource
    void aProviderThatPointsAtTheDllAlreadyNeedsNothing(String why, SeenWorld world) {
        PlanOutcome.NothingToDo nothing = assertInstanceOf(
                PlanOutcome.NothingToDo.class, world.dllPath(NEW.value()).planned());

        assertEquals(why, nothing.why().key());
        assertTrue(nothing.why().text().contains(NEW.value()), nothing.why().text());
    }

    static Stream<Arguments> aProviderThatPointsAtTheDllAlreadyNeedsNothing() {
        return Stream.of(
                Arguments.of("plan.nothing.loaded", new SeenWorld().loaded(NEW)),
                Arguments.of("plan.nothing.pendingRestart", new SeenWorld().loaded(OLD)),
                Arguments.of("plan.nothing.pendingRestart", new SeenWorld().loaded(OLD, NEW)),
                Arguments.of("plan.nothing.notLoaded", new SeenWorld().loaded()),
                Arguments.of("plan.nothing.unseen", new SeenWorld().loaded(denied("VIEW SERVER STATE"))));
    }

    private static List<String> keys(List<Message> messages) {
        return messages.stream().map(Message::key).toList();
    }

    private static String shown(Step step) {
        String what = step.id() + " " + step.getClass().getSimpleName();
        return switch (step) {
            case ProviderStep.PointProvider point -> what + " " + point.from() + " > " + point.to();
            case ProviderStep.ReloadProvider reload -> what + " " + reload.dll();
            case ProviderStep.EnableProvider enable -> what;
            case ProviderStep.ReadProvider read -> what + " " + read.expected();
            case TestStep.TestDatabase test -> what + " " + test.database() + " " + test.kind() + " " + test.phase();
            case TestStep.DropSnapshot drop -> throw new AssertionError(what);
            case CredentialStep other -> throw new AssertionError(what);
            case KeyStep other -> throw new AssertionError(what);
            case BackupStep other -> throw new AssertionError(what);
            case VaultStep other -> throw new AssertionError(what);
            case DirectoryStep other -> throw new AssertionError(what);
            case RecoveryStep other -> throw new AssertionError(what);
            case SecretStep other -> throw new AssertionError(what);
            case HostStep other -> throw new AssertionError(what);
            case ReopenStep other -> throw new AssertionError(what);
            case SetupStep other -> throw new AssertionError(what);
        };
    }
}
