package keyturn.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.evidence.runs.Dismissals;
import keyturn.evidence.runs.Runs;
import keyturn.evidence.runs.Runs.About;
import keyturn.evidence.runs.Runs.Early;
import keyturn.evidence.runs.Runs.HowFar;
import keyturn.evidence.runs.Runs.Run;
import keyturn.evidence.runs.Runs.Why;
import keyturn.plan.flow.FlowName;
import keyturn.plan.verify.Verification.Overall;
import keyturn.run.SentAct;
import keyturn.ui.runs.RunList;

/** Runs that are filed nowhere. */
final class HandMadeList implements RunList {

    private static final FlowName UPGRADE = new FlowName("upgrade");

    static final Runs.Pending PENDING = new Runs.Pending(
            Path.of("runs", "20261122-234100-SQLPROD07"),
            new About(UPGRADE, "SQLPROD07\\FIN", "SQLPROD07", false),
            HandMade.NOW.minus(Duration.ofHours(44)));

    static final Early RUNNING = new Early(
            Path.of("runs", "20261124-195500-SQLPROD11"),
            new About(new FlowName("rotate-key"), "SQLPROD11", "SQLPROD11", false),
            HandMade.NOW,
            Why.RUNNING,
            new HowFar(1204, 10_000, false, false, false, Optional.empty()));

    static final Runs.Ended CONFIRMED = new Runs.Ended(
            Path.of("runs", "20261103-120000-SQLPROD07"),
            new About(UPGRADE, "SQLPROD07\\FIN", "SQLPROD07", false),
            HandMade.NOW.minus(Duration.ofDays(21)),
            Overall.DONE,
            false);

    static final Runs.Damaged DAMAGED = new Runs.Damaged(
            Path.of("runs", "20261101-080000-SQLTEST02"),
            HandMade.NOW.minus(Duration.ofDays(23)),
            new Problem(
                    "journal.format",
                    Message.of("run.journal.format", "journal.jsonl"),
                    Optional.empty(),
                    Message.of("run.journal.format.next")));

    private final List<Run> filed = new ArrayList<>();
    private final List<Run> practice = new ArrayList<>();
    private final List<Run> elsewhere = new ArrayList<>();
    private final Set<String> dismissed = new HashSet<>();

    /** @param unknown a step that was sent, and no answer came */
    static Early interrupted(Optional<SentAct> unknown) {
        return early("20261124-151200-SQLTEST02", "SQLTEST02", Why.INTERRUPTED, unknown);
    }

    static Early early(String id, String server, Why why, Optional<SentAct> unknown) {
        return new Early(
                Path.of("runs", id),
                new About(UPGRADE, server, server, false),
                HandMade.NOW.minus(Duration.ofHours(5)),
                why,
                new HowFar(3, 11, false, false, false, unknown));
    }

    /** It lies in a folder of another machine. */
    void holdElsewhere(Run run) {
        elsewhere.add(run);
    }

    void hold(List<? extends Run> runs) {
        filed.clear();
        filed.addAll(runs);
    }

    /** A run on the window's own practice world has stopped. */
    void holdPractice(Path folder) {
        practice.clear();
        practice.add(new Early(
                folder,
                new About(UPGRADE, "PRACTICE01\\RANGE", "PRACTICE01", true),
                HandMade.NOW,
                Why.STOPPED,
                new HowFar(7, 11, false, false, false, Optional.empty())));
    }

    @Override
    public Runs all() {
        return new Runs(filed, new Dismissals(dismissed));
    }

    @Override
    public Runs practice() {
        return new Runs(practice, new Dismissals(dismissed));
    }

    @Override
    public Run at(Path folder) {
        return elsewhere.stream()
                .filter(run -> run.folder().equals(folder))
                .findFirst()
                .orElse(DAMAGED);
    }

    @Override
    public void dismiss(Run run) {
        dismissed.add(run.id() + "\t" + run.since());
    }
}
