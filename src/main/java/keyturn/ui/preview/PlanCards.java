package keyturn.ui.preview;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/** What a plan costs at a glance: interruption, time, point of no return. */
final class PlanCards {

    /** Notices of a restart that follows, or may have to. */
    private static final Set<String> AFTERWARDS = Set.of("plan.notice.pendingRestart", "plan.notice.restartUnknown");

    private PlanCards() {}

    static List<FactCard> of(Plan plan) {
        boolean interrupts =
                plan.steps().stream().anyMatch(step -> Conduct.of(step).interrupts());
        boolean destroys =
                plan.steps().stream().anyMatch(step -> Conduct.of(step).risk() == Conduct.Risk.DESTROYS);
        Duration whole =
                plan.steps().stream().map(step -> Conduct.of(step).expected()).reduce(Duration.ZERO, Duration::plus);
        return List.of(
                card("interruption", interrupts ? "some" : restartFollows(plan) ? "later" : "none"),
                new FactCard(
                        Words.of("preview.expected"),
                        WindowTimes.duration(whole),
                        Words.of("preview.expected.about"),
                        Optional.empty()),
                card("return", destroys ? "some" : "none"));
    }

    private static boolean restartFollows(Plan plan) {
        return plan.notices().stream().map(Message::key).anyMatch(AFTERWARDS::contains);
    }

    private static FactCard card(String name, String value) {
        String key = "preview." + name;
        return new FactCard(
                Words.of(key), Words.of(key + "." + value), Words.of(key + "." + value + ".about"), Optional.empty());
    }
}
