package keyturn.plan.step;

import java.util.List;
import java.util.Set;

/** How a step is undone. */
public sealed interface Undo {

    /** By these steps, in this order. */
    record BySteps(List<Step> steps) implements Undo {
        public BySteps {
            steps = List.copyOf(steps);
        }
    }

    /** By a decision that the step alone cannot make. */
    record ByHand(How how) implements Undo {}

    /** Not at all. */
    record None(Because because) implements Undo {}

    static Undo none(Because because) {
        return new None(because);
    }

    /** Something new was made that no back-out takes away. */
    default boolean leavesWhatWasMade() {
        return switch (this) {
            case BySteps steps -> false;
            case ByHand hand -> false;
            case None none ->
                Set.of(Because.APP_SECRET_STAYS, Because.VAULT_KEY_STAYS).contains(none.because());
        };
    }

    /** The risk as people are told it: what stays whatever is undone is not called reversible. */
    default Conduct.Risk told(Conduct.Risk risk) {
        return leavesWhatWasMade() && risk == Conduct.Risk.REVERSIBLE ? Conduct.Risk.ADDS : risk;
    }

    /** What a person does. */
    enum How {
        /** Backs out of the whole run: what the run made goes only while nothing was ever protected by the new key. */
        BACK_OUT_OF_RUN,
        /** Gives the credential one more secret, since the old one can be read nowhere. */
        ANOTHER_SECRET
    }

    /** Why there is nothing to undo, or why what was done stays. */
    enum Because {
        IS_BACK_OUT,
        /** An enabled provider is what was wanted before and after. */
        ENABLED_IS_WANTED,
        ONLY_READS,
        BACKUP_TO_NUL,
        /** The same act drops the snapshot that it made. */
        SNAPSHOT_DROPPED,
        /** A backup of the restore chain. */
        BACKUP_STAYS,
        VAULT_KEY_STAYS,
        /** A vault that was brought back is what was wanted. */
        VAULT_STAYS,
        /** Rights that were given on one vault. */
        KEY_RIGHTS_STAY,
        /** What was taken away is in the export. */
        REGISTRY_EXPORTED,
        /** The same act drops the scratch database that it made. */
        SCRATCH_DROPPED,
        KEY_BACKUP_STAYS,
        APP_SECRET_STAYS,
        /** An open database is what was wanted before and after. */
        OPEN_IS_WANTED,
        /** What a secret was, nobody knows any more. */
        APP_SECRET_GONE,
        /** A later step of the same plan takes it back. */
        TEMPORARY,
        /** A copy on the host that nothing uses by itself. */
        HOST_FILE_STAYS,
        /** Entries that were missing were added. */
        REGISTRY_STAYS,
        /** A running server is what was wanted before and after. */
        ENGINE_IS_WANTED,
        /** What was deleted or uninstalled comes back from its copy only. */
        FOLDER_GONE,
        /** The catalog follows whichever file lies there. */
        RELOADED,
        /** It took away what was there for the run alone. */
        WAS_TEMPORARY
    }
}
