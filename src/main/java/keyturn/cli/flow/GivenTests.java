package keyturn.cli.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.flow.SnapshotTests;
import keyturn.plan.flow.TestChoice;

/**
 * What {@code --test} says, each as {@code NAME=HOW} or {@code all=HOW}.
 *
 * @param named the databases that are named; each counts before what is said of all
 * @param all how every other database is tested
 */
record GivenTests(Map<DatabaseName, TestChoice> named, Optional<TestChoice> all) {

    private static final String ALL = "all";

    /** The last equals sign parts name and choice: a name may hold one. */
    static GivenTests of(List<String> given) throws Ended {
        Map<DatabaseName, TestChoice> named = new HashMap<>();
        Optional<TestChoice> all = Optional.empty();
        for (String text : given) {
            int equals = Math.max(0, text.lastIndexOf('='));
            String name = text.substring(0, equals);
            try {
                TestChoice how = TestChoice.valueOf(
                        text.substring(equals).replaceFirst("=", "").toUpperCase(Locale.ROOT));
                if (name.equals(ALL)) {
                    all = Optional.of(how);
                } else {
                    named.put(new DatabaseName(name), how);
                }
            } catch (IllegalArgumentException wrong) {
                throw Ended.usage("choice.test", text);
            }
        }
        return new GivenTests(named, all);
    }

    /** Of these databases each. One in standby is skipped: no backup of it is possible. One that cannot be tested so, by its log or by a snapshot, keeps the usual test. */
    Map<DatabaseName, TestChoice> ofAll(List<Database> databases, SnapshotTests snapshots) {
        Map<DatabaseName, TestChoice> tests = new HashMap<>(named);
        for (Database database : databases) {
            if (snapshots.isStandby(database.name())) {
                tests.putIfAbsent(database.name(), TestChoice.SKIP);
            }
            all.filter(how -> fits(how, database, snapshots)).ifPresent(how -> tests.putIfAbsent(database.name(), how));
        }
        return tests;
    }

    private static boolean fits(TestChoice how, Database database, SnapshotTests snapshots) {
        return switch (how) {
            case LOG -> database.logBackupPossible().value().orElse(false);
            case SNAPSHOT -> snapshots.problem(database.name()).isEmpty();
            case FULL, OWN, SKIP -> true;
        };
    }
}
