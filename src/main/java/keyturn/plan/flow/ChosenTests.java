package keyturn.plan.flow;

import java.util.Map;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection.Database;

/** How a database is tested: as the DBA chose, else by the log where a chain exists; not known counts as no chain. */
public final class ChosenTests {

    private ChosenTests() {}

    public static TestChoice choice(Map<DatabaseName, TestChoice> tests, Database database) {
        boolean log = database.logBackupPossible().value().orElse(false);
        return tests.getOrDefault(database.name(), log ? TestChoice.LOG : TestChoice.FULL);
    }

    /** Keyturn itself sends a backup, which leaves a row in the history. */
    public static boolean backsUp(Map<DatabaseName, TestChoice> tests, Database database) {
        return switch (choice(tests, database)) {
            case LOG, FULL -> true;
            case SNAPSHOT, OWN, SKIP -> false;
        };
    }

    /** Keyturn itself makes SQL Server use the key. */
    public static boolean sends(Map<DatabaseName, TestChoice> tests, Database database) {
        return switch (choice(tests, database)) {
            case LOG, FULL, SNAPSHOT -> true;
            case OWN, SKIP -> false;
        };
    }
}
