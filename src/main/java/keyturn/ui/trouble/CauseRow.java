package keyturn.ui.trouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.plan.Flows;
import keyturn.plan.check.HostLook;
import keyturn.plan.flow.Flow;
import keyturn.plan.flow.FlowName;
import keyturn.plan.next.HandRepair;
import keyturn.trouble.CauseEntry;
import keyturn.trouble.CheckName;
import keyturn.trouble.Knowledge;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckReport;
import keyturn.trouble.check.CheckResult;
import keyturn.trouble.check.CheckResult.State;
import keyturn.trouble.check.OfferedRepair;

/**
 * A cause as the page shows it.
 *
 * @param standing what the checks say of it
 * @param evidence the line that says so; empty where nobody has looked
 * @param look what shows it on the host
 * @param repair the flow that repairs it, where Keyturn has it
 * @param byHand statements that repair it on this server
 */
record CauseRow(
        RootCause cause,
        Standing standing,
        Optional<Message> evidence,
        Optional<HostLook> look,
        Optional<Flow> repair,
        List<HandRepair> byHand) {

    /** How a cause stands after checks; the first is shown first. */
    enum Standing {
        FOUND,
        /** Nobody has run the checks. */
        OPEN,
        UNKNOWN,
        RULED_OUT
    }

    static CauseRow of(CauseEntry entry, Optional<CheckReport> report) {
        List<CheckResult> looked = new ArrayList<>();
        report.ifPresent(all -> entry.checks().forEach(name -> all.of(name).ifPresent(looked::add)));
        // Any check may have found it, also one that looks at something else.
        Optional<CheckResult> telling = report.stream()
                .flatMap(all -> all.results().stream())
                .filter(one -> one.causes().contains(entry.cause()))
                .min(Comparator.comparing(CheckResult::state));
        Standing standing = standing(entry, report, telling);
        Optional<CheckResult> shown = telling.or(() -> looked.stream()
                .filter(one -> one.state() != State.FINE || standing == Standing.RULED_OUT)
                .findFirst());
        return new CauseRow(
                entry.cause(),
                standing,
                shown.flatMap(one -> one.lines().stream().findFirst()),
                looked.stream()
                        .flatMap(one -> one.look().stream())
                        .findFirst()
                        .filter(look -> standing == Standing.UNKNOWN),
                flow(entry, report),
                report.flatMap(all -> all.repair(entry.cause()))
                        .map(OfferedRepair::byHand)
                        .orElse(List.of()));
    }

    /** What the checks offer for this server goes before what mends such a cause in general. */
    private static Optional<Flow> flow(CauseEntry entry, Optional<CheckReport> report) {
        return report.flatMap(all -> all.repair(entry.cause()))
                .map(offered -> offered.flow().map(FlowName::value))
                .orElseGet(entry::flow)
                .flatMap(Flows::named);
    }

    /** The checks that show whether it is this one; none where only a person can tell. */
    Set<CheckName> checks() {
        return Set.copyOf(Knowledge.all().entry(cause).checks());
    }

    /** Ruled out by the first of its checks alone, where that one looks at the thing itself; before it ran, nobody has looked. */
    private static Standing standing(CauseEntry entry, Optional<CheckReport> report, Optional<CheckResult> telling) {
        if (telling.isPresent()) {
            return Standing.FOUND;
        }
        if (report.isEmpty()) {
            return Standing.OPEN;
        }
        return entry.checks().stream()
                .findFirst()
                .map(first -> report.get()
                        .of(first)
                        .map(one ->
                                one.state() == State.FINE && entry.isRuledOut() ? Standing.RULED_OUT : Standing.UNKNOWN)
                        .orElse(Standing.OPEN))
                .orElse(Standing.UNKNOWN);
    }
}
