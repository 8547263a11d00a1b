package keyturn.plan.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.SeenWorld;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.Health.State;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.SeenServer;
import keyturn.plan.words.DueWords;
import org.junit.jupiter.api.Test;

/** Which dates stand on the line, and how they stand on the day of the inspection. */
final class TimeLineTest {

    private static TimeLine line(Inspection seen, Period rotation, KnownDates dates) {
        return TimeLine.of(seen, DependencyGraph.of(seen, Forecast.of(seen), rotation), rotation, dates);
    }

    private static Inspection server(VaultSight.Version version, int... days) {
        SeenServer server = new SeenServer();
        AzureSight sight = SeenServer.sight(version, 200);
        server.azure = Optional.of(new AzureSight(sight.vaults(), SeenServer.application(days), sight.problems()));
        return server.inspection();
    }

    private static VaultSight.Version lasting() {
        return SeenServer.version(true, Optional.empty());
    }

    private static TimeRow row(TimeLine line, Class<? extends DueSubject> subject) {
        return line.rows().stream()
                .filter(row -> subject.isInstance(row.subject()))
                .findFirst()
                .orElseThrow();
    }

    private static State of(TimeLine line, DueMark.Kind kind) {
        return line.rows().stream()
                .flatMap(row -> row.marks().stream())
                .filter(mark -> mark.kind() == kind)
                .map(DueMark::state)
                .findFirst()
                .orElseThrow();
    }

    /** The key is a year old. */
    @Test
    void aKeyIsDueOnceItIsOlderThanItsPeriodAndSoonBefore() {
        Inspection seen = server(lasting(), 300);
        DueMark.Kind due = DueMark.Kind.ROTATION_DUE;
        assertEquals(State.ATTENTION, of(line(seen, Period.ofMonths(6), KnownDates.NONE), due));
        assertEquals(State.ATTENTION, of(line(seen, Period.ofMonths(13), KnownDates.NONE), due));
        assertEquals(State.FINE, of(line(seen, Period.ofYears(2), KnownDates.NONE), due));
    }

    @Test
    void theLastSecretThatIsOverFailsAndOneOfSeveralDoesNot() {
        TimeLine over = line(server(lasting(), -3), Period.ofYears(2), KnownDates.NONE);
        assertEquals(State.FAILING, of(over, DueMark.Kind.SECRET_EXPIRES));
        TimeRow several =
                row(line(server(lasting(), -3, 300), Period.ofYears(2), KnownDates.NONE), DueSubject.Secrets.class);
        assertEquals(
                List.of(State.UNUSED, State.FINE),
                several.marks().stream().map(DueMark::state).toList());
        assertEquals(
                State.ATTENTION,
                of(line(server(lasting(), 9), Period.ofYears(2), KnownDates.NONE), DueMark.Kind.SECRET_EXPIRES));
    }

    @Test
    void howLongBeforeSomethingWantsAttentionIsForSomebodyToSay() {
        Inspection seen = server(lasting(), 90);
        DependencyGraph graph = DependencyGraph.of(seen, Forecast.of(seen), Period.ofYears(2));
        TimeLine early = TimeLine.of(seen, graph, Period.ofYears(2), Period.ofDays(120), KnownDates.NONE);
        assertEquals(State.ATTENTION, of(early, DueMark.Kind.SECRET_EXPIRES));
        assertEquals(State.FINE, of(line(seen, Period.ofYears(2), KnownDates.NONE), DueMark.Kind.SECRET_EXPIRES));
    }

    @Test
    void whatStandsWorstComesFirst() {
        TimeLine over = line(server(lasting(), -3), Period.ofYears(2), KnownDates.NONE);
        assertTrue(over.rows()
                .getFirst()
                .subject()
                .equals(row(over, DueSubject.Secrets.class).subject()));
    }

    @Test
    void aVersionThatExpiresIsOnItsKeysRow() {
        VaultSight.Version ends = SeenServer.version(true, Optional.of(SeenServer.NOW.plus(Duration.ofDays(5))));
        TimeLine line = line(server(ends, 300), Period.ofYears(2), KnownDates.NONE);
        assertEquals(State.ATTENTION, of(line, DueMark.Kind.KEY_EXPIRES));
    }

    @Test
    void whatOnlyRunsKnowIsThereWithTheKeyThatItIsOf() {
        KnownDates dates = new KnownDates(
                List.of(
                        new KnownDates.VaultKeyBackup("tde-key", SeenServer.NOW.minus(Duration.ofDays(9))),
                        new KnownDates.VaultKeyBackup("tde-key", SeenServer.NOW.minus(Duration.ofDays(90))),
                        new KnownDates.VaultKeyBackup("other", SeenServer.NOW)),
                List.of(new KnownDates.OldKeyNeed(
                        new AsymmetricKeyName("Old_Key"), SeenServer.NOW.plus(Duration.ofDays(90)))));
        TimeLine line = line(server(lasting(), 300), Period.ofYears(2), dates);
        assertEquals(
                List.of(SeenServer.NOW.minus(Duration.ofDays(9))),
                row(line, DueSubject.KeyInUse.class).marks().stream()
                        .filter(mark -> mark.kind() == DueMark.Kind.BACKED_UP)
                        .map(DueMark::at)
                        .toList());
        assertEquals(State.ATTENTION, of(line, DueMark.Kind.NEEDED_UNTIL));
    }

    /** No vault, and no time of registration: the row is there and says so. */
    @Test
    void aKeyOfUnknownAgeHasARowThatSaysSo() {
        TimeLine line = line(new SeenWorld().inspection(), Period.ofYears(1), KnownDates.NONE);
        TimeRow row = row(line, DueSubject.KeyInUse.class);
        assertEquals(State.UNKNOWN, row.state());
        assertTrue(row.unknown().isPresent());
        DueWords.lines(line).forEach(text -> assertFalse(text.isBlank()));
    }
}
