package keyturn.evidence.ticket;

import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.plan.step.Step;

/** Numbers of steps as short as a ticket needs them: {@code 1 to 4, 7}. */
final class StepNumbers {

    /** Ranges that are told one by one; more of them, as where steps alternate, are told as one span. */
    private static final int RANGES = 12;

    private StepNumbers() {}

    /** In the order of the plan; empty for no steps. */
    static String of(List<Step> steps) {
        List<String> ranges = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i + 1 == steps.size() || number(steps, i + 1) != number(steps, i) + 1;
            if (last) {
                ranges.add(range(number(steps, begin), number(steps, i)));
                begin = i + 1;
            }
        }
        return ranges.size() <= RANGES
                ? String.join(", ", ranges)
                : Message.of(
                                "evidence.change.span",
                                steps.size(),
                                steps.getFirst().id(),
                                steps.getLast().id())
                        .text();
    }

    private static String range(int from, int to) {
        return from == to
                ? String.valueOf(from)
                : Message.of("evidence.change.range", String.valueOf(from), String.valueOf(to))
                        .text();
    }

    private static int number(List<Step> steps, int index) {
        return steps.get(index).id().number();
    }
}
