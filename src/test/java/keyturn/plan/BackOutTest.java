package keyturn.plan;

import static keyturn.plan.SeenWorld.NEW;
import static keyturn.plan.SeenWorld.NOW;
import static keyturn.plan.SeenWorld.OLD;
import static keyturn.plan.SeenWorld.OTHER_KEY;
import static keyturn.plan.SeenWorld.database;
import static keyturn.plan.SeenWorld.known;
import static keyturn.plan.SeenWorld.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Surroundings;
import keyturn.plan.fact.Basis;
import keyturn.plan.step.ProviderStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BackOutTest {

    private final Plan done = new SeenWorld().plan();

    @Test
    void whileItFitsTheWayBackIsAPlanThatPointsBackEnablesReadsAndTests() {
        Plan back = offered(pointed().inspection());

        assertEquals(
                List.of("PointProvider", "EnableProvider", "ReadProvider", "TestDatabase", "TestDatabase"),
                back.steps().stream()
                        .map(step -> step.getClass().getSimpleName())
                        .toList());
        var point =
                assertInstanceOf(ProviderStep.PointProvider.class, back.steps().getFirst());
        assertEquals(NEW, point.from());
        assertEquals(OLD, point.to());
        assertEquals(
                Optional.empty(), back.basis().firstMoved(Basis.of(pointed().inspection(), back.choices())));
    }

    @Test
    void anOldFileThatNobodyCouldLookForDoesNotCountAsGone() {
        offered(pointed().file(OLD, unknown()).inspection());
        offered(pointed().file(OLD, known(true)).inspection());
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of("plan.undo.old-file-gone", pointed().file(OLD, known(false))),
                Arguments.of("plan.undo.not-begun", new SeenWorld()),
                Arguments.of("plan.undo.not-pointed", new SeenWorld().dllPath("D:\\elsewhere\\other.dll")),
                Arguments.of(
                        "plan.undo.reencrypted",
                        pointed()
                                .keys(known(List.of(new Inspection.AsymmetricKey(
                                        new keyturn.domain.AsymmetricKeyName("New_Key"),
                                        OTHER_KEY,
                                        SeenWorld.GUID,
                                        2048))))
                                .databases(database(5, "Sales", "ONLINE", "FULL", Optional.of(OTHER_KEY), true))),
                Arguments.of(
                        "plan.undo.key-size",
                        pointed()
                                .keys(known(List.of(
                                        new Inspection.AsymmetricKey(
                                                new keyturn.domain.AsymmetricKeyName("TDE_Key"),
                                                SeenWorld.KEY,
                                                SeenWorld.GUID,
                                                2048),
                                        new Inspection.AsymmetricKey(
                                                new keyturn.domain.AsymmetricKeyName("Wide_Key"),
                                                OTHER_KEY,
                                                SeenWorld.GUID,
                                                3072))))),
                Arguments.of("plan.undo.credential", pointed().credential("Managed Identity")),
                Arguments.of("plan.undo.credential", pointed().credential("keys.managedhsm.azure.net")));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void whatWouldMakeItWrongKeepsItFromBeingOffered(String code, SeenWorld now) {
        var refused = assertInstanceOf(BackOut.NotOffered.class, BackOut.undo(done, now.inspection(), NOW));
        Problem problem = refused.because().getFirst();
        assertEquals(code, problem.code());
        assertTrue(!problem.summary().text().contains("{"), problem.summary().text());
        assertTrue(!problem.next().text().contains("{"), problem.next().text());
    }

    @Test
    void anOldFileThatIsAnotherNowKeepsItFromBeingOffered() {
        var world = new SeenWorld();
        Plan planned = assertInstanceOf(
                        PlanOutcome.Ready.class, Planner.plan(Estate.of(stamped(world, 4096)), world.choices(), NOW))
                .plan();

        assertInstanceOf(BackOut.Offered.class, BackOut.undo(planned, stamped(pointed(), 4096), NOW));
        assertInstanceOf(BackOut.Offered.class, BackOut.undo(planned, pointed().inspection(), NOW), "nobody looked");
        var refused = assertInstanceOf(BackOut.NotOffered.class, BackOut.undo(planned, stamped(pointed(), 8192), NOW));
        assertEquals(
                List.of("plan.undo.old-file-changed"),
                refused.because().stream().map(Problem::code).toList());
    }

    /** The old DLL beside the new one, and of so many bytes. */
    private static Inspection stamped(SeenWorld world, long bytes) {
        var stamp = new Surroundings.FileStamp(LocalDateTime.parse("2018-01-30T15:00:00"), bytes);
        return world.inspection()
                .withFiles(List.of(
                        new Surroundings.FileSeen(NEW, known(true)),
                        new Surroundings.FileSeen(OLD, known(true), known(stamp))));
    }

    static Stream<Arguments> loaded() {
        return Stream.of(
                Arguments.of("plan.notice.noRestart", pointed().loaded(OLD)),
                Arguments.of("plan.notice.noneLoaded", pointed().loaded()),
                Arguments.of("plan.notice.pendingRestart", pointed().loaded(NEW)),
                Arguments.of("plan.notice.pendingRestart", pointed().loaded(OLD, NEW)),
                Arguments.of("plan.notice.restartUnknown", pointed().loaded(unknown())));
    }

    /** Before a restart the old DLL serves still, and going back to it asks for none. */
    @ParameterizedTest
    @MethodSource("loaded")
    void whetherARestartMustFollowIsSaidByWhatIsLoaded(String notice, SeenWorld now) {
        var first = offered(now.inspection()).notices().getFirst();
        assertEquals(notice, first.key());
        assertTrue(!first.text().contains("{"), first.text());
    }

    @Test
    void theWayBackHasNoWayBackOfItsOwn() {
        Plan back = offered(pointed().inspection());
        assertInstanceOf(BackOut.NotOffered.class, BackOut.undo(back, new SeenWorld().inspection(), NOW));
    }

    @Test
    void enableAloneIsOfferedWhereTheProviderReadsDisabledAndNowhereElse() {
        assertEquals(Optional.empty(), BackOut.repair(done, pointed().inspection(), NOW));
        Plan enable = BackOut.repair(done, new SeenWorld().enabled(false).inspection(), NOW)
                .orElseThrow();
        assertEquals(
                List.of("EnableProvider"),
                enable.steps().stream()
                        .map(step -> step.getClass().getSimpleName())
                        .toList());
    }

    @Test
    void theOldDllIsWhatALookMustAskFor() {
        assertEquals(List.of(OLD), BackOut.filesOf(done));
    }

    private Plan offered(Inspection now) {
        return assertInstanceOf(BackOut.Offered.class, BackOut.undo(done, now, NOW))
                .plan();
    }

    /** After the run: the catalog names the new DLL. */
    private static SeenWorld pointed() {
        return new SeenWorld().dllPath(NEW.value());
    }
}
