package keyturn.plan.flow;

import java.util.Map;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection.Database;

/** How a database is proved: as the DBA chose, else by the log where a chain exists; not known counts as no chain. */
public final class Proving {

    private Proving() {}

    public static ProofChoice choice(Map<DatabaseName, ProofChoice> proofs, Database database) {
        boolean log = database.logBackupPossible().value().orElse(false);
        return proofs.getOrDefault(database.name(), log ? ProofChoice.LOG : ProofChoice.FULL);
    }

    /** Keyturn itself sends a backup. */
    public static boolean sends(Map<DatabaseName, ProofChoice> proofs, Database database) {
        return switch (choice(proofs, database)) {
            case LOG, FULL -> true;
            case OWN, SKIP -> false;
        };
    }
}
