package keyturn.plan.flow.rotate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFile;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Keyholding.KeyChange;
import keyturn.plan.fact.LogBackups;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.flow.rotate.RotateChoices.BackupFolders;
import keyturn.plan.step.BackupSize;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/**
 * The backups of a rotation that Keyturn writes itself. Neither is COPY_ONLY: the log
 * backup must move the log on, and the full one must be what later differential backups begin from, else each of them would
 * need a full backup of before, and with it the key of before.
 */
final class BackupSteps {

    private final RotationSituation situation;
    private final NodeName node;
    private final BackupFolders folders;
    private final TestSteps costs;
    private final Instant made;

    /** @param made when the plan is made: part of the files' names */
    BackupSteps(RotationSituation situation, Instant made) {
        this.situation = situation;
        this.node = situation.inspection().identity().node();
        this.folders = situation.choices().backups();
        this.costs = new TestSteps(situation);
        this.made = made;
    }

    /** Whether the log of this database can be backed up, and there is a folder for it. */
    boolean writesLog(Database database) {
        return writesLog(situation, database);
    }

    static boolean writesLog(RotationSituation situation, Database database) {
        return situation.choices().backups().log().isPresent()
                && database.logBackupPossible().value().orElse(false);
    }

    /** The log backup that a change wants first. */
    void first(List<Step> steps, Database database) {
        var id = new StepId(steps.size() + 1);
        BackupFile file = BackupFile.of(folders.log().orElseThrow(), made, id.number(), database.name(), true);
        Optional<Instant> since = LogBackups.change(situation, database.name()).map(KeyChange::changed);
        BackupSize size = costs.size(database, true);
        steps.add(new BackupStep.BackUpLogFirst(id, node, database.name(), file, since, size));
    }

    /** The log, then the whole database, of each; where no chain of log backups has begun, the full one begins it. */
    void afterwards(List<Step> steps, List<Database> databases, AsymmetricKeyName key) {
        for (Database database : databases) {
            if (writesLog(database)) {
                add(steps, database, key, true);
            }
            if (folders.full().isPresent()) {
                add(steps, database, key, false);
            }
        }
    }

    private void add(List<Step> steps, Database database, AsymmetricKeyName key, boolean log) {
        var id = new StepId(steps.size() + 1);
        var folder = log ? folders.log() : folders.full();
        BackupFile file = BackupFile.of(folder.orElseThrow(), made, id.number(), database.name(), log);
        BackupSize size = costs.size(database, log);
        steps.add(new BackupStep.BackUpAfterwards(id, node, database.name(), file, log, key, size));
    }
}
