package keyturn.plan.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.plan.step.BackupSize;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.TestStep.TestDatabase;
import keyturn.plan.words.DurationWords;

/**
 * What the tests of a plan cost: how much they read, how long that takes at {@link BackupSize#MEGABYTES_A_SECOND}, and one row
 * of backup history in msdb for each.
 *
 * @param tests that Keyturn itself sends
 */
public record TestCosts(List<TestDatabase> tests) {

    /** Long tests that are told one by one. */
    private static final int SHOWN = 10;

    public TestCosts {
        tests = List.copyOf(tests);
    }

    public static TestCosts of(List<Step> steps) {
        return new TestCosts(
                TestStep.tests(steps).filter(TestDatabase::isBackup).toList());
    }

    /** What is not known counts as nothing; {@link #unknown} says of how many. */
    public long megabytes() {
        return tests.stream()
                .flatMap(test -> test.size().megabytes().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    public long unknown() {
        return tests.stream().filter(test -> test.size().megabytes().isEmpty()).count();
    }

    public Duration expected() {
        return tests.stream().map(TestCosts::expected).reduce(Duration.ZERO, Duration::plus);
    }

    /** One of each database whose test takes longer, the longest first. */
    public List<TestDatabase> longerThan(Duration limit) {
        Map<DatabaseName, TestDatabase> each = new LinkedHashMap<>();
        tests.stream()
                .filter(test -> expected(test).compareTo(limit) > 0)
                .sorted(Comparator.comparing((TestDatabase test) -> expected(test))
                        .reversed())
                .forEach(test -> each.putIfAbsent(test.database(), test));
        return List.copyOf(each.values());
    }

    /** For approvers: all tests together, then the long ones. */
    public static List<Message> notices(List<Step> steps, Duration limit) {
        TestCosts costs = of(steps);
        List<Message> notices = new ArrayList<>();
        if (!costs.tests.isEmpty()) {
            notices.add(Message.of(
                    "plan.notice.test.cost",
                    costs.tests.size(),
                    costs.megabytes(),
                    DurationWords.of(costs.expected()),
                    BackupSize.MEGABYTES_A_SECOND,
                    costs.unknown()));
        }
        long snapshots = TestStep.tests(steps)
                .filter(test -> test.snapshot().isPresent())
                .count();
        if (snapshots > 0) {
            notices.add(Message.of("plan.notice.test.snapshot", snapshots));
        }
        List<TestDatabase> slow = costs.longerThan(limit);
        slow.stream().limit(SHOWN).map(test -> told(test, limit)).forEach(notices::add);
        if (slow.size() > SHOWN) {
            notices.add(Message.of("plan.notice.test.long.more", slow.size() - SHOWN, DurationWords.of(limit)));
        }
        return notices;
    }

    private static Message told(TestDatabase test, Duration limit) {
        return Message.of(
                "plan.notice.test.long",
                OneLine.shown(test.database().value()),
                DurationWords.of(expected(test)),
                test.size().megabytes().map(String::valueOf).orElse("?"),
                DurationWords.of(limit));
    }

    private static Duration expected(TestDatabase test) {
        return Conduct.of(test).expected();
    }
}
