package keyturn.plan.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Surroundings.Size;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.step.BackupSize;
import keyturn.plan.step.Protector;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestSnapshot;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.TestStep.Phase;
import keyturn.plan.step.TestStep.TestKind;

/** The tests of a flow: which of them, and what they cost. */
public final class TestSteps {

    private final NodeName node;
    private final Map<DatabaseName, TestChoice> tests;
    private final ByDatabase each;
    private final SnapshotTests snapshots;

    public TestSteps(Situation situation) {
        this.node = situation.inspection().identity().node();
        this.tests = situation.tests();
        this.each = situation.each();
        this.snapshots = new SnapshotTests(situation.each());
    }

    /** For each of these, as the DBA chose. */
    public void add(List<Step> steps, List<Database> databases, Phase phase) {
        databases.forEach(database -> add(steps, database, phase, protector(database)));
    }

    /** @param protector of its encryption key then */
    public void add(List<Step> steps, Database database, Phase phase, Protector protector) {
        switch (ChosenTests.choice(tests, database)) {
            case LOG -> steps.add(test(steps, database, TestKind.LOG_COPY_ONLY, phase, protector));
            case FULL -> steps.add(test(steps, database, TestKind.FULL_COPY_ONLY, phase, protector));
            case SNAPSHOT -> {
                if (snapshots.problem(database.name()).isEmpty()) {
                    steps.add(test(steps, database, TestKind.SNAPSHOT, phase, protector));
                }
            }
            case OWN -> {
                if (phase == Phase.AFTER) {
                    steps.add(test(steps, database, TestKind.OWN_BACKUP, phase, protector));
                }
            }
            case SKIP -> {}
        }
    }

    private Step test(List<Step> steps, Database database, TestKind kind, Phase phase, Protector protector) {
        var id = new StepId(steps.size() + 1);
        Optional<TestSnapshot> snapshot =
                kind == TestKind.SNAPSHOT ? Optional.of(snapshots.snapshot(database.name(), id)) : Optional.empty();
        BackupSize size = snapshot.isPresent() ? BackupSize.NOTHING : size(database, kind == TestKind.LOG_COPY_ONLY);
        return new TestStep.TestDatabase(id, node, database.name(), kind, phase, protector, size, snapshot);
    }

    /** What a backup of its log, or of the whole database, reads at most. */
    public BackupSize size(Database database, boolean log) {
        return size(each, database, log);
    }

    /** The same; a log backup in BULK_LOGGED reads the extents that were loaded as well. */
    public static BackupSize size(ByDatabase each, Database database, boolean log) {
        Optional<Size> size = each.about(database.name()).facts().around().sizes().value().orElse(List.of()).stream()
                .findFirst();
        boolean more = log
                ? database.recoveryModel().equals("BULK_LOGGED")
                : size.filter(Size::containers).isPresent();
        return new BackupSize(size.map(one -> log ? one.logMegabytes() : one.dataMegabytes()), more);
    }

    private static Protector protector(Database database) {
        return DatabaseChecks.key(database)
                .<Protector>map(key -> new Protector.ByThumbprint(key.thumbprint()))
                .orElse(new Protector.Unknown());
    }
}
