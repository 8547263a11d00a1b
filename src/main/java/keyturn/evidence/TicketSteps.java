package keyturn.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.words.StepWords;

/** The steps as a ticket can hold them: tests that stand together are told together, everything else step by step. */
final class TicketSteps {

    private TicketSteps() {}

    /** Steps told as one; never empty. */
    record Group(List<Step> steps) {

        /** {@code 5}, or {@code 1 to 4}. */
        String numbers() {
            Step first = steps.getFirst();
            Step last = steps.getLast();
            return steps.size() == 1
                    ? first.id().toString()
                    : Message.of("evidence.change.range", first.id(), last.id()).text();
        }

        String expected() {
            return Change.duration(
                    steps.stream().map(step -> Conduct.of(step).expected()).reduce(Duration.ZERO, Duration::plus));
        }

        String title() {
            return steps.size() == 1 ? Change.title(steps.getFirst()) : together("title");
        }

        Message why() {
            return steps.size() == 1 ? StepWords.of(steps.getFirst()).why() : Message.of(key("why"));
        }

        String trueAfter() {
            return steps.size() == 1
                    ? StepWords.of(steps.getFirst()).trueAfter().text()
                    : together("after");
        }

        private String together(String what) {
            String names = steps.stream().map(Group::name).collect(Collectors.joining(", "));
            return Message.of(key(what), steps.size(), names).text();
        }

        private String key(String what) {
            return "evidence.change.tests." + phase(steps.getFirst()) + "." + what;
        }

        private static String name(Step step) {
            return step.asTest()
                    .map(TestStep::ofDatabase)
                    .map(test -> Message.of(
                                    "evidence.change.test." + test.kind().name(),
                                    OneLine.shown(test.database().value()))
                            .text())
                    .orElseGet(() -> Change.title(step));
        }
    }

    static List<Group> of(Plan plan) {
        List<Group> groups = new ArrayList<>();
        List<Step> open = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (!open.isEmpty() && !together(open.getLast(), step)) {
                groups.add(new Group(List.copyOf(open)));
                open.clear();
            }
            open.add(step);
        }
        if (!open.isEmpty()) {
            groups.add(new Group(List.copyOf(open)));
        }
        return groups;
    }

    private static boolean together(Step one, Step next) {
        return !phase(one).isEmpty() && phase(one).equals(phase(next));
    }

    /** Of a test; empty for every other step. */
    private static String phase(Step step) {
        return step.asTest().map(test -> test.ofDatabase().phase().name()).orElse("");
    }
}
