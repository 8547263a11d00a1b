package keyturn.plan.verify;

import static keyturn.plan.SeenWorld.NEW;
import static keyturn.plan.SeenWorld.OLD;
import static keyturn.plan.SeenWorld.database;
import static keyturn.plan.SeenWorld.denied;
import static keyturn.plan.SeenWorld.encrypted;
import static keyturn.plan.SeenWorld.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.Plan;
import keyturn.plan.SeenAround;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.TestChoice;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Verification.Overall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerifierTest {

    private static final Verifier.TestSeen SEEN =
            new Verifier.TestSeen(SeenWorld.NOW, "3014 BACKUP LOG successfully processed 3 pages");
    private static final Optional<OffsetDateTime> CHANGED = Optional.of(SeenWorld.NOW.atOffset(ZoneOffset.UTC));
    private static final Optional<ServerStart> STARTED = Optional.of(ServerStart.parse(SeenWorld.TAKEN.toString()));
    private static final Verification.RunSeen PROVED =
            new Verification.RunSeen(Map.of(new StepId(1), SEEN, new StepId(5), SEEN), CHANGED, STARTED);
    private static final Verification.RunSeen LAST_PROVED =
            new Verification.RunSeen(Map.of(new StepId(1), SEEN, new StepId(6), SEEN), CHANGED, STARTED);
    private static final Verification.RunSeen NOTHING = new Verification.RunSeen(Map.of(), CHANGED, STARTED);

    private final Plan plan = before().plan();

    @Test
    void afterAChangeWithoutRestartTheVerdictIsPendingRestart() {
        Verification seen = verify(before().dllPath(NEW.value()));

        assertEquals(List.of("Met", "Met", "Met", "CannotTell", "Met"), kinds(seen));
        assertEquals(Overall.PENDING_RESTART, seen.overall());
        assertEquals(
                List.of("plan.note.pendingRestart.unknown", "plan.settle.otherDll"),
                seen.notes().stream().map(note -> note.key()).limit(2).toList());
        assertEquals("plan.note.testsBeforeRestart", seen.notes().getLast().key());
    }

    /** Every database was left to its own jobs. */
    @Test
    void ofTestsThatWereNotMadeNothingIsSaid() {
        Verification seen = Verifier.verify(plan, before().dllPath(NEW.value()).inspection(), NOTHING);
        assertTrue(seen.notes().stream().noneMatch(note -> note.key().equals("plan.note.testsBeforeRestart")));
    }

    @Test
    void oldAndNewLoadedSideBySideIsPendingRestartToo() {
        assertEquals(
                Overall.PENDING_RESTART,
                verify(before().dllPath(NEW.value()).loaded(OLD, NEW)).overall());
    }

    @Test
    void onlyTheNewDllLoadedIsDone() {
        Verification seen = verify(before().dllPath(NEW.value()).loaded(NEW));

        assertEquals(List.of("Met", "Met", "Met", "Met", "Met"), kinds(seen));
        assertEquals(Overall.DONE, seen.overall());
        assertEquals(SeenWorld.TAKEN, seen.lookedAt());
    }

    @Test
    void anotherProvidersLoadedDllSaysNothing() {
        var vendor = new Inspection.Provider(
                65537,
                new keyturn.domain.ProviderName("Vendor"),
                "11111111-0000-0000-0000-000000000000",
                "1.0.0.0",
                "C:\\Vendor\\VendorEKM.dll",
                true);
        Inspection after = before().dllPath(NEW.value())
                .loaded(NEW, new keyturn.domain.DllPath("C:\\Vendor\\VendorEKM.dll"))
                .inspection();
        var rows = new java.util.ArrayList<>(after.facts().providers().value().orElseThrow());
        rows.add(vendor);

        Inspection both = before().providers(SeenWorld.known(rows))
                .loaded(after.facts().loadedModules())
                .inspection();
        assertEquals(Overall.DONE, Verifier.verify(plan, both, PROVED).overall());
    }

    @Test
    void whatIsLoadedAndCannotBeSeenCannotBeTold() {
        Verification seen = verify(before().dllPath(NEW.value()).loaded(denied("VIEW SERVER STATE")));

        assertEquals(List.of("Met", "Met", "Met", "CannotTell", "Met"), kinds(seen));
        assertEquals(Overall.CANNOT_TELL, seen.overall());
    }

    @Test
    void aCatalogThatWasNotChangedIsNotMetAndOutweighsTheRestart() {
        Verification seen = verify(before());

        assertEquals(List.of("Met", "NotMet", "Met", "NotMet", "Met"), kinds(seen));
        assertEquals(Overall.NOT_MET, seen.overall());
    }

    @Test
    void aDisabledProviderIsNotMet() {
        Verification seen = verify(before().dllPath(NEW.value()).enabled(false));

        assertEquals(List.of("Met", "Met", "NotMet", "CannotTell", "Met"), kinds(seen));
        Verification.NotMet verdict = assertInstanceOf(
                Verification.NotMet.class, seen.verdicts().get(2).verdict());
        assertEquals(Message.of("plan.found.disabled", "AzureKeyVault_EKM"), verdict.found());
        assertEquals(Message.of("plan.step.enable.trueAfter", "AzureKeyVault_EKM"), verdict.expected());
    }

    @Test
    void aDatabaseWithoutTestCannotBeTold() {
        Verification seen =
                Verifier.verify(plan, before().dllPath(NEW.value()).loaded(NEW).inspection(), NOTHING);

        assertEquals(List.of("CannotTell", "Met", "Met", "Met", "CannotTell"), kinds(seen));
        assertEquals(Overall.CANNOT_TELL, seen.overall());
    }

    @Test
    void aTestedDatabaseThatIsNoLongerOpenIsNotMet() {
        Verification seen = verify(before().dllPath(NEW.value())
                .loaded(NEW)
                .databases(database(5, "Sales", "RECOVERY_PENDING", "FULL", Optional.of(SeenWorld.KEY), true)));

        assertEquals(List.of("Met", "Met", "Met", "Met", "NotMet"), kinds(seen));
    }

    @Test
    void factsThatCannotBeReadLeaveOnlyWhatWasTestedBefore() {
        Verification seen = verify(before().providers(unknown()).databases(unknown()));

        assertEquals(List.of("Met", "CannotTell", "CannotTell", "CannotTell", "CannotTell"), kinds(seen));
        assertEquals(Overall.CANNOT_TELL, seen.overall());
    }

    @Test
    void onlyStepsThatChangeMayBeSkipped() {
        assertEquals(
                List.of(false, true, true, false, false),
                plan.steps().stream().map(step -> Conduct.of(step).changes()).toList());
    }

    @Test
    void aStartAfterTheChangeTestsWhatItOpened() {
        SeenWorld restarted = before().dllPath(NEW.value()).loaded(NEW).startedAt(SeenWorld.NOW.plusSeconds(600));

        Verification seen = Verifier.verify(plan, restarted.inspection(), NOTHING);

        assertEquals(List.of("CannotTell", "Met", "Met", "Met", "Met"), kinds(seen));
    }

    @ParameterizedTest
    @CsvSource({
        // the same start, read after the clocks have changed
        "2026-11-24T20:00:00-01:00, CannotTell",
        // after the run's first look and before the change
        "2026-11-24T20:00:30Z, CannotTell",
        "2026-11-24T20:02:00Z, Met",
    })
    void onlyAnotherStartAfterTheChangeIsARestart(String start, String verdict) {
        SeenWorld seen = before().dllPath(NEW.value()).loaded(NEW).startedAt(ServerStart.parse(start));

        assertEquals(
                verdict,
                kinds(Verifier.verify(plan, seen.inspection(), NOTHING)).getLast());
    }

    @Test
    void withoutTheTimeOfTheChangeNoStartAndNoBackupConfirms() {
        Plan own = two().test("Sales", TestChoice.OWN).plan();
        SeenWorld after = two().dllPath(NEW.value())
                .loaded(NEW)
                .around(SeenAround.backedUp("Sales", SeenWorld.NOW.plusSeconds(60)))
                .startedAt(SeenWorld.NOW.plusSeconds(600));
        var seen = new Verification.RunSeen(Map.of(new StepId(1), SEEN), Optional.empty(), STARTED);

        assertEquals(
                Overall.CANNOT_TELL,
                Verifier.verify(own, after.inspection(), seen).overall());
    }

    @Test
    void anErrorInTheLogSinceTheStartOutweighsTheViews() {
        Inspection after = before().dllPath(NEW.value()).loaded(NEW).inspection();
        var line = new keyturn.domain.inspection.ErrorLine(SeenWorld.NOW, 33111, "Cannot find server asymmetric key");

        Verification bad = Verifier.verify(plan, after, PROVED, SeenWorld.known(List.of(line)));
        assertEquals(Overall.NOT_MET, bad.overall());
        assertEquals("plan.note.errors", bad.notes().getLast().key());
        assertEquals(
                Overall.DONE,
                Verifier.verify(plan, after, PROVED, SeenWorld.known(List.of())).overall());
        assertEquals(
                Overall.DONE, Verifier.verify(plan, after, PROVED, unknown()).overall());
    }

    @Test
    void aSkippedTestCannotBeToldUntilAStartHasOpenedTheDatabase() {
        Plan skipping = two().test("Sales", TestChoice.SKIP).plan();
        SeenWorld after = two().dllPath(NEW.value()).loaded(NEW);

        assertEquals(
                Overall.CANNOT_TELL,
                Verifier.verify(skipping, after.inspection(), PROVED).overall());
        assertEquals(
                Overall.DONE,
                Verifier.verify(
                                skipping,
                                after.startedAt(SeenWorld.NOW.plusSeconds(1)).inspection(),
                                PROVED)
                        .overall());
    }

    @Test
    void anOwnBackupAfterTheChangeTests() {
        Plan own = two().test("Sales", TestChoice.OWN).plan();
        SeenWorld after = two().dllPath(NEW.value()).loaded(NEW);

        assertEquals(
                Overall.CANNOT_TELL,
                Verifier.verify(own, after.inspection(), LAST_PROVED).overall());
        assertEquals(
                Overall.DONE,
                Verifier.verify(
                                own,
                                after.around(SeenAround.backedUp("Sales", SeenWorld.NOW.plusSeconds(5)))
                                        .inspection(),
                                LAST_PROVED)
                        .overall());
    }

    /** Keyturn tests the second of them. */
    private static SeenWorld two() {
        return new SeenWorld().databases(encrypted(5, "Sales"), SeenWorld.simple(6, "Archive"));
    }

    private static SeenWorld before() {
        return new SeenWorld().databases(encrypted(5, "Sales"));
    }

    private Verification verify(SeenWorld after) {
        return Verifier.verify(plan, after.inspection(), PROVED);
    }

    private static List<String> kinds(Verification verification) {
        return verification.verdicts().stream()
                .map(one -> one.verdict().getClass().getSimpleName())
                .toList();
    }
}
