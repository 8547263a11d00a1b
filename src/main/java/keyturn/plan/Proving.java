package keyturn.plan;

import keyturn.domain.Inspection.Database;

/** How a database is proved: as the DBA chose, else by the log where a chain exists; not known counts as no chain. */
final class Proving {

    private Proving() {}

    static ProofChoice choice(Choices.UpgradeInPlace choices, Database database) {
        boolean log = database.logBackupPossible().value().orElse(false);
        return choices.proofs().getOrDefault(database.name(), log ? ProofChoice.LOG : ProofChoice.FULL);
    }

    /** Keyturn itself sends a backup. */
    static boolean sends(Choices.UpgradeInPlace choices, Database database) {
        return switch (choice(choices, database)) {
            case LOG, FULL -> true;
            case OWN, SKIP -> false;
        };
    }
}
