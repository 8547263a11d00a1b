package keyturn.plan.verify;

import static keyturn.plan.SeenWorld.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.Retention;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.KeyTraces;
import keyturn.domain.inspection.KeyTraces.BackupTrace;
import keyturn.domain.inspection.KeyTraces.LogTrace;
import keyturn.domain.inspection.Surroundings.OtherUse;
import keyturn.domain.inspection.Surroundings.UseKind;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.SeenWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when a replaced key is needed: what speaks against it, and from when on nothing here does. */
final class RetirementTest {

    private static final DatabaseName SALES = new DatabaseName("Sales");
    private static final DatabaseName OTHER = new DatabaseName("Other");
    private static final Instant CHANGED = SeenWorld.TAKEN.minusSeconds(86_400);
    private static final Instant LOG_AFTER = Instant.parse("2026-11-24T03:00:00Z");
    private static final Plan PLAN = new SeenRotation().plan();

    /** Nothing is left but time. */
    private static KeyTraces quiet() {
        return traces(known(List.of()), new BackupTrace(SALES, Optional.of(CHANGED), Optional.of(LOG_AFTER)));
    }

    private static KeyTraces traces(Fact<List<LogTrace>> log, BackupTrace... backups) {
        return new KeyTraces(log, known(List.of(backups)));
    }

    private static Retirement report(Inspection seen, KeyTraces traces, String retention) {
        return Retirement.of(
                        PLAN,
                        seen,
                        traces,
                        Optional.of(retention).filter(text -> !text.isEmpty()).map(Retention::parse))
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("needs")
    void whatNeedsItIsSaid(String reason, SeenRotation world, KeyTraces traces, String retention) {
        Retirement report = report(world.afterwards("FULL"), traces, retention);

        var no = assertInstanceOf(Retirement.No.class, report.verdict());
        assertEquals(
                List.of("plan.retire." + reason),
                no.because().stream().map(Message::key).toList());
        Stream.of(no.because(), report.found())
                .flatMap(List::stream)
                .map(Message::text)
                .forEach(text -> assertTrue(!text.contains("{"), text));
    }

    static Stream<Arguments> needs() {
        var backup = new OtherUse(UseKind.BACKUP, OTHER, "TDE_Key", SeenWorld.GUID);
        return Stream.of(
                Arguments.of("noRetention", new SeenRotation(), quiet(), ""),
                Arguments.of(
                        "log",
                        new SeenRotation(),
                        traces(
                                known(List.of(new LogTrace(SALES, 3, 1))),
                                quiet().backups().value().get().getFirst()),
                        "P35D"),
                Arguments.of(
                        "logUnknown",
                        new SeenRotation(),
                        traces(
                                SeenWorld.unknown(),
                                quiet().backups().value().get().getFirst()),
                        "P35D"),
                Arguments.of(
                        "logPending",
                        new SeenRotation(),
                        traces(known(List.of()), new BackupTrace(SALES, Optional.of(CHANGED), Optional.empty())),
                        "P35D"),
                Arguments.of("logPending", new SeenRotation(), traces(known(List.of())), "P35D"),
                Arguments.of(
                        "backupsUnknown",
                        new SeenRotation(),
                        new KeyTraces(known(List.of()), SeenWorld.denied("SELECT")),
                        "P35D"),
                Arguments.of("backupKey", new SeenRotation().otherUses(backup), quiet(), "P35D"));
    }

    @Test
    void aDatabaseThatItWrapsNeedsIt() {
        Retirement report = report(new SeenRotation().afterwards("FULL", SeenWorld.KEY), quiet(), "P35D");

        var no = assertInstanceOf(Retirement.No.class, report.verdict());
        assertEquals("plan.retire.deks", no.because().getFirst().key());
        assertTrue(no.because().getFirst().text().contains("Sales"));
    }

    @Test
    void nobodyHavingLookedIsNo() {
        Retirement report = report(new SeenRotation().afterwards("FULL"), KeyTraces.unseen(), "");

        assertEquals(
                List.of("plan.retire.logUnknown", "plan.retire.noRetention", "plan.retire.backupsUnknown"),
                report.reasons().stream().map(Message::key).toList());
    }

    @Test
    void theRetentionCountsFromTheLastBackupThatHoldsLogOfBefore() {
        Retirement report = report(new SeenRotation().afterwards("FULL"), quiet(), "P35D");

        var not = assertInstanceOf(Retirement.NotBefore.class, report.verdict());
        assertEquals(Instant.parse("2026-12-29T03:00:00Z"), not.date());
        assertEquals(
                List.of("plan.retire.if.history", "plan.retire.if.servers", "plan.retire.if.restore"),
                not.provided().stream().map(Message::key).toList());
        assertEquals(Message.of("plan.retire.notBefore", "2026-12-29 03:00:00 UTC"), report.words());
        assertEquals("old login", report.old().logins().getFirst().value());
        assertEquals("old", report.old().credentials().getFirst().value());
    }

    @Test
    void withSimpleItCountsFromTheChangeOrTheLastBackupOfBefore() {
        Inspection seen = new SeenRotation().afterwards("SIMPLE");
        KeyTraces none = traces(known(List.of()));

        assertEquals(CHANGED, date(report(seen, none, "P1D")).minusSeconds(86_400));
        Instant later = CHANGED.plusSeconds(600);
        assertEquals(
                later.plusSeconds(86_400),
                date(report(
                        seen,
                        traces(known(List.of()), new BackupTrace(SALES, Optional.of(later), Optional.empty())),
                        "P1D")));
    }

    /** It may have been under the key before it came to its own. */
    @Test
    void backupsOfDatabasesThatThePlanDidNotTouchCountToo() {
        Instant later = LOG_AFTER.plusSeconds(3_600);
        KeyTraces both = traces(
                known(List.of(new LogTrace(SALES, 2, 0))),
                quiet().backups().value().orElseThrow().getFirst(),
                new BackupTrace(OTHER, Optional.of(later), Optional.empty()));
        Retirement report = report(
                new SeenRotation()
                        .otherUses(new OtherUse(UseKind.DATABASE_KEY, OTHER, "column key", SeenWorld.GUID))
                        .afterwards("FULL"),
                both,
                "P1D");

        assertEquals(later.plusSeconds(86_400), date(report));
        assertEquals(
                List.of("plan.retire.logIdle", "plan.retire.if.columns"),
                report.reasons().stream().map(Message::key).limit(2).toList());
    }

    @Test
    void usesThatWereNotSeenAreSomethingToLookAt() {
        Retirement report = report(new SeenRotation().otherUsesUnknown().afterwards("FULL"), quiet(), "P35D");

        assertEquals("plan.retire.if.uses", report.reasons().getFirst().key());
    }

    @Test
    void before2019TheLogIsSomethingToLookAt() {
        Inspection seen =
                new SeenRotation().world(world -> world.version("14.0.3456.2")).afterwards("FULL");
        KeyTraces traces = new KeyTraces(SeenWorld.unknown(), quiet().backups());

        assertEquals(
                "plan.retire.if.log",
                report(seen, traces, "P35D").reasons().getFirst().key());
    }

    @Test
    void anUpgradeReplacesNoKey() {
        assertTrue(Retirement.of(new SeenWorld().plan(), new SeenWorld().inspection(), quiet(), Optional.empty())
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "35", "P0D", "P-1D", "PT12H", "P1Y-1M", "forever"})
    void aRetentionIsADayOrMore(String text) {
        assertEquals(
                "retention.form",
                assertThrows(InvalidValue.class, () -> Retention.parse(text))
                        .problem()
                        .code());
    }

    private static Instant date(Retirement report) {
        return assertInstanceOf(
                        Retirement.NotBefore.class,
                        report.verdict(),
                        report.reasons().toString())
                .date();
    }
}
