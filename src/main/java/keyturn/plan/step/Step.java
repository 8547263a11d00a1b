package keyturn.plan.step;

import java.time.Duration;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;

/**
 * One thing to do, or to look at. Steps do not render, run or verify themselves: switches over this family without
 * {@code default} do, so that a new kind makes the compiler list every place that must answer.
 */
public sealed interface Step
        permits Step.PointProvider, Step.EnableProvider, Step.ReadProvider, Step.ProveDatabase, KeyStep {

    StepId id();

    NodeName node();

    /** Why it is there, what it risks, how it is undone. */
    About about();

    /** {@code ALTER CRYPTOGRAPHIC PROVIDER … FROM FILE}: the catalog changes at once, the loaded module at the next start. */
    record PointProvider(StepId id, NodeName node, About about, ProviderName provider, DllPath from, DllPath to)
            implements Step {}

    /** {@code ALTER CRYPTOGRAPHIC PROVIDER … ENABLE}; skipped where the provider reads enabled. */
    record EnableProvider(StepId id, NodeName node, About about, ProviderName provider) implements Step {}

    /** Reads catalog and loaded modules again. */
    record ReadProvider(StepId id, NodeName node, About about, ProviderName provider, DllPath expected)
            implements Step {}

    /**
     * What shows that the engine can unwrap the database's DEK through the vault.
     *
     * @param phase BEFORE: on the untouched configuration, and a failure stops the run before its first change
     */
    record ProveDatabase(StepId id, NodeName node, About about, DatabaseName database, ProofKind proof, Phase phase)
            implements Step {}

    /**
     * What every step can say of itself.
     *
     * @param title in the DBA's words
     * @param why the fact or choice that caused it
     * @param source the document that the step follows
     * @param trueAfter what must hold once it is done, in words; the verifier has the condition
     * @param expected how long it should take
     * @param interrupts whether it interrupts service
     */
    record About(
            Message title,
            Message why,
            Message source,
            Message trueAfter,
            Risk risk,
            Optional<Permission> permission,
            Undo undo,
            Duration expected,
            boolean interrupts) {}

    /** What a step risks. */
    enum Risk {
        READS,
        /** Writes something new that stays, and leaves all else as it is. */
        ADDS,
        REVERSIBLE,
        INTERRUPTS,
        DESTROYS
    }

    /** How a database's key is proved reachable (document: KB 5023236). */
    enum ProofKind {
        /** {@code BACKUP LOG … TO DISK = N'NUL' WITH COPY_ONLY}: where a log chain exists. */
        LOG_COPY_ONLY,
        /** {@code BACKUP DATABASE … TO DISK = N'NUL' WITH COPY_ONLY}: elsewhere. */
        FULL_COPY_ONLY,
        /** The history of backups is read: the DBA's own job proves, now or later. */
        OWN_BACKUP
    }

    /** When a proof is made. */
    enum Phase {
        BEFORE,
        AFTER
    }
}
