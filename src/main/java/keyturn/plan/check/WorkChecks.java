package keyturn.plan.check;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Surroundings.Size;
import keyturn.domain.inspection.Underway.Connection;
import keyturn.plan.words.DurationWords;

/** What a stop of SQL Server cuts off: who is connected, what they have open, what runs, and how long recovery may take. */
public final class WorkChecks {

    private static final int SHOWN = 5;

    private WorkChecks() {}

    /** Before a plan stops or restarts SQL Server. */
    public static Stream<Finding> beforeStop(CheckedServer situation) {
        Fact<List<Connection>> connected =
                situation.inspection().facts().around().underway().connected();
        return connected
                .value()
                .map(all -> Stream.of(
                                people(all),
                                transactions(situation, all),
                                checks(situation, all),
                                recovery(situation, all))
                        .flatMap(found -> found))
                .orElseGet(() -> Findings.notKnown(Area.USERS, "work.unknown", connected));
    }

    private static Stream<Finding> people(List<Connection> all) {
        String who = all.stream()
                .map(one -> one.program().isBlank() ? one.login() : one.login() + " (" + one.program() + ")")
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining("; "));
        return all.isEmpty()
                ? Findings.fine(Area.USERS, "work.nobody")
                : Findings.attention(Area.USERS, "work.connected", all.size(), who);
    }

    private static Stream<Finding> transactions(CheckedServer situation, List<Connection> all) {
        List<Connection> open =
                all.stream().filter(one -> one.transactions() > 0).toList();
        String shown =
                open.stream().limit(SHOWN).map(one -> shown(situation, one)).collect(Collectors.joining("; "));
        return open.isEmpty()
                ? Findings.fine(Area.USERS, "work.no-transaction")
                : Findings.attention(Area.USERS, "work.transactions", open.size(), shown);
    }

    /** DBCC CHECKDB and others of its kind. */
    private static Stream<Finding> checks(CheckedServer situation, List<Connection> all) {
        return all.stream()
                .filter(one ->
                        one.command().filter(text -> text.startsWith("DBCC")).isPresent())
                .flatMap(one ->
                        Findings.attention(Area.JOBS, "work.dbcc", one.command().orElseThrow(), shown(situation, one)));
    }

    /** Nobody can tell it before: what is open is rolled back, and of the log at most all is read. */
    private static Stream<Finding> recovery(CheckedServer situation, List<Connection> all) {
        Optional<Size> largest = situation.inspection().facts().around().sizes().value().orElse(List.of()).stream()
                .max(Comparator.comparingLong(Size::logMegabytes));
        Optional<Duration> oldest = all.stream()
                .filter(one -> one.transactions() > 0)
                .map(one -> age(situation, one))
                .max(Comparator.naturalOrder());
        Stream<Finding> log = largest.stream()
                .flatMap(size -> Findings.fine(Area.RESTART, "work.recovery", size.database(), size.logMegabytes()));
        return oldest.map(age ->
                        Stream.concat(log, Findings.attention(Area.RESTART, "work.rollback", DurationWords.of(age))))
                .orElse(log);
    }

    private static String shown(CheckedServer situation, Connection one) {
        String database = one.database().map(DatabaseName::value).orElse("-");
        return one.sessionId() + " " + one.login() + ", " + database + ", " + DurationWords.of(age(situation, one));
    }

    private static Duration age(CheckedServer situation, Connection one) {
        Duration age = Duration.between(one.since(), situation.inspection().takenAt());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
