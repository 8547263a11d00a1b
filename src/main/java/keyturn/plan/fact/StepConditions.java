package keyturn.plan.fact;

import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.Problem;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;

/** The true-after of each kind of step, asked of an inspection; pure. */
public final class StepConditions {

    private StepConditions() {}

    /**
     * Whether the step's true-after holds. For a proof only what an inspection can show:
     * after the change the database is ONLINE or not; how it was before the change, a later look cannot tell.
     */
    public static Holds holds(Step step, Inspection inspection) {
        return TrueAfter.of(step).holds(inspection);
    }

    /** The same of many steps, at a cost that does not grow with the databases. */
    public static Holds holds(Step step, ByDatabase each) {
        return holds(step, about(step, each));
    }

    /** As much of a look as the step is about. */
    public static Inspection about(Step step, ByDatabase each) {
        return switch (scope(step)) {
            case Scope.Whole whole -> each.whole();
            case Scope.Server server -> each.whole();
            case Scope.OneDatabase one -> each.about(one.database());
        };
    }

    /** The step changes something: where its true-after holds already, it sends no act. Reads and proofs are never skipped. */
    public static boolean mayBeSkipped(Step step) {
        return switch (step) {
            case Step.PointProvider point -> true;
            case Step.EnableProvider enable -> true;
            case Step.ReadProvider read -> false;
            case Step.ProveDatabase prove -> false;
            case KeyStep key -> KeyConditions.changes(key);
        };
    }

    /** Its act is not only a look or a proof: on the server, at a service or on this machine something is there afterwards. */
    public static boolean leavesSomething(Step step) {
        return mayBeSkipped(step) || waits(step) || file(step).isPresent();
    }

    /** What it changes is what a way back leads from; a backup that was written stays, and is none of it. */
    public static boolean mayBeUndone(Step step) {
        return mayBeSkipped(step) && !backsUp(step);
    }

    private static boolean backsUp(Step step) {
        return step instanceof KeyStep.BackUpLogFirst || step instanceof KeyStep.BackUpAfterwards;
    }

    /** No later step of the same plan takes its outcome back. */
    public static boolean lasting(Step step) {
        return !(step instanceof KeyStep key) || KeyConditions.lasting(key);
    }

    /** What it changes counts for sessions that begin after it alone. */
    public static boolean needsNewSession(Step step) {
        return step instanceof KeyStep.AddCredential add && add.temporary();
    }

    /** A colleague does it, by the script that the plan has for it. */
    public static boolean forColleague(Step step) {
        return (step instanceof KeyStep.CreateVaultKey create && create.custodian())
                || (step instanceof KeyStep.BackUpVaultKey backUp && backUp.custodian())
                || (step instanceof KeyStep.AddAppSecret add && add.colleague());
    }

    /** What it shows, only the run itself sees. */
    public static boolean seenOnce(Step step) {
        return step instanceof KeyStep.TryVaultKey || isNoted(step);
    }

    /** What its act told, but for a secret, goes into the journal: what it made is known by nothing else later. */
    public static boolean isNoted(Step step) {
        return step instanceof KeyStep.BackUpVaultKey || step instanceof KeyStep.AddAppSecret;
    }

    /** What a look before it, or while it waits, must take in: its true-after, and what the plan relies on for it. */
    public static Scope scope(Step step) {
        return switch (step) {
            case Step.PointProvider point -> Scope.SERVER;
            case Step.EnableProvider enable -> Scope.SERVER;
            case Step.ReadProvider read -> Scope.SERVER;
            case Step.ProveDatabase prove -> new Scope.OneDatabase(prove.database());
            case KeyStep key -> KeyConditions.scope(key);
        };
    }

    /** Why what it is about, or has made, is not what was meant; empty: nothing that can be seen speaks against it. */
    public static Optional<Problem> misfit(Step step, Inspection inspection) {
        return step instanceof KeyStep.OpenKey open
                ? OpenedKey.misfit(inspection, TrueAfter.opened(open))
                : Optional.empty();
    }

    /** Gives a database's encryption key another wrapping: a refusal leaves it as it was. */
    public static boolean wraps(Step step) {
        return step instanceof KeyStep.RewrapDatabase;
    }

    /** Whether it holds is seen in the vault alone. */
    public static boolean needsVaultToTell(Step step) {
        return step instanceof KeyStep.OpenKey || step instanceof KeyStep.ReadKeyChain;
    }

    /** What it made is looked at before anything builds on it. */
    public static boolean lookedAtAfter(Step step) {
        return step instanceof KeyStep.OpenKey;
    }

    /** What it leaves on the machine of the run, which no look at server or vault shows. */
    public static Optional<LocalPath> file(Step step) {
        return step instanceof KeyStep.BackUpVaultKey backUp ? Optional.of(backUp.file()) : Optional.empty();
    }

    /** It brings the secret that later steps need. */
    public static boolean givesSecret(Step step) {
        return step instanceof KeyStep.AddAppSecret;
    }

    /** It cannot be sent without the secret of an application. */
    public static boolean needsSecret(Step step) {
        return step instanceof KeyStep.TryVaultKey || step instanceof KeyStep.CreateCredential;
    }

    /** The credential that it makes lasts, and holds a secret. */
    public static boolean keepsSecret(Step step) {
        return step instanceof KeyStep.CreateCredential create && !create.temporary();
    }

    /** It waits for what somebody else does: nothing goes on before its true-after holds. */
    public static boolean waits(Step step) {
        return step instanceof KeyStep.AwaitLogBackup || forColleague(step);
    }

    /** A backup that must go through before anything is changed. */
    public static boolean provesFirst(Step step) {
        return needsBackup(step) && step instanceof Step.ProveDatabase prove && prove.phase() == Step.Phase.BEFORE;
    }

    /** Its act is a backup: without the server's word that it went through, nothing is proved. */
    public static boolean needsBackup(Step step) {
        return backsUp(step)
                || (step instanceof Step.ProveDatabase prove && prove.proof() != Step.ProofKind.OWN_BACKUP);
    }

    /** It may be left out with a reason: nothing after it relies on it, and the verdict says that it cannot be told. */
    public static boolean optional(Step step) {
        return switch (step) {
            case Step.PointProvider point -> false;
            case Step.EnableProvider enable -> false;
            case Step.ReadProvider read -> true;
            case Step.ProveDatabase prove -> prove.phase() == Step.Phase.AFTER;
            case KeyStep key -> key instanceof KeyStep.ReadKeyChain || key instanceof KeyStep.BackUpAfterwards;
        };
    }
}
