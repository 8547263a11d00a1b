package keyturn.trouble.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.trouble.CheckName;
import keyturn.trouble.Knowledge;
import keyturn.trouble.Reaction;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;
import keyturn.trouble.logs.BothLogs;

/**
 * What all checks together say.
 *
 * @param repairs of the causes, with the names of this server; none where nothing repairs them
 * @param logs what the logs say; empty where that was not asked
 */
public record CheckReport(List<CheckResult> results, List<OfferedRepair> repairs, BothLogs logs) {

    /** They explain what other causes explain better. */
    private static final Set<RootCause> VAGUE = Set.of(RootCause.DATABASE_CLOSED, RootCause.SCAN_RUNNING);

    /** Where patience is asked for, no repair is offered: somebody would try it. */
    public CheckReport {
        results = List.copyOf(results);
        repairs = mustWait(causes(results)) ? List.of() : List.copyOf(repairs);
    }

    /** Where nobody asked for more. */
    CheckReport(List<CheckResult> results) {
        this(results, List.of(), BothLogs.EMPTY);
    }

    /** With what was looked at again in the place of what is older; a repair goes with its cause. */
    public CheckReport with(CheckReport later) {
        List<CheckResult> merged = Arrays.stream(CheckName.values())
                .flatMap(check -> later.of(check).or(() -> of(check)).stream())
                .toList();
        List<RootCause> still = new CheckReport(merged).causes();
        List<OfferedRepair> offered = still.stream()
                .flatMap(cause -> (later.repair(cause).isPresent() ? later : this).repairs(cause))
                .toList();
        return new CheckReport(merged, offered, later.of(CheckName.LOG).isPresent() ? later.logs : logs);
    }

    /** What repairs this cause here. */
    public Optional<OfferedRepair> repair(RootCause cause) {
        return repairs(cause).findFirst();
    }

    private Stream<OfferedRepair> repairs(RootCause cause) {
        return repairs.stream().filter(one -> one.cause() == cause);
    }

    public Optional<CheckResult> of(CheckName check) {
        return results.stream().filter(one -> one.check() == check).findFirst();
    }

    /** What is wrong, then what wants attention; the most telling first. */
    public List<RootCause> causes() {
        return causes(results);
    }

    private static List<RootCause> causes(List<CheckResult> results) {
        record Ranked(RootCause cause, int rank) {}
        return results.stream()
                .filter(one -> one.state() == State.FOUND || one.state() == State.ATTENTION)
                .flatMap(one -> one.causes().stream().map(cause -> new Ranked(cause, rank(one, cause))))
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::cause)
                .filter(cause -> Knowledge.all().entry(cause).reaction() != Reaction.FINE)
                .distinct()
                .toList();
    }

    /** That a database is closed says less than the line of the log that says why, and more than what may come. */
    private static int rank(CheckResult result, RootCause cause) {
        if (VAGUE.contains(cause)) {
            return 2;
        }
        if (result.state() == State.FOUND) {
            return 0;
        }
        return result.check() == CheckName.LOG ? 1 : 3;
    }

    /** An outage: nothing should be changed. */
    public boolean mustWait() {
        return mustWait(causes());
    }

    private static boolean mustWait(List<RootCause> causes) {
        return causes.stream().anyMatch(cause -> Knowledge.all().entry(cause).reaction() == Reaction.WAIT);
    }

    /** Whether something is wrong. */
    public boolean isFailing() {
        return results.stream().anyMatch(one -> one.state() == State.FOUND);
    }

    public List<CheckResult> in(State state) {
        return results.stream().filter(one -> one.state() == state).toList();
    }
}
