package keyturn.evidence.ticket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;

/**
 * The steps as a ticket can hold them: tests that stand together are told together; where steps take many databases in turn, so
 * are the steps that do the same to each; everything else step by step.
 */
public final class TicketSteps {

    private TicketSteps() {}

    /** Steps told as one; never empty. */
    public record Group(List<Step> steps) {

        public Group {
            steps = List.copyOf(steps);
        }

        /** {@code 5}, or {@code 1 to 4}. */
        String numbers() {
            return StepNumbers.of(steps);
        }

        String expected() {
            return Change.duration(
                    steps.stream().map(step -> Conduct.of(step).expected()).reduce(Duration.ZERO, Duration::plus));
        }

        public String title() {
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
            List<String> names = works(steps).map(DatabaseWork::name).toList();
            return Message.of(key(what), steps.size(), DatabaseNames.some(names))
                    .text();
        }

        private String key(String what) {
            return "evidence.change.tests."
                    + works(steps).findFirst().orElseThrow().kind() + "." + what;
        }

        private static java.util.stream.Stream<DatabaseWork> works(List<Step> steps) {
            return steps.stream().flatMap(step -> DatabaseWork.of(step).stream());
        }
    }

    public static List<Group> of(Plan plan) {
        List<Group> groups = new ArrayList<>();
        List<Step> open = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (DatabaseWork.of(step).isEmpty()) {
                close(open, groups);
                groups.add(new Group(List.of(step)));
            } else {
                open.add(step);
            }
        }
        close(open, groups);
        return groups;
    }

    /** Of steps that stand together, each for one database. */
    private static void close(List<Step> open, List<Group> groups) {
        long databases = open.stream()
                .flatMap(step -> DatabaseWork.of(step).stream())
                .map(DatabaseWork::database)
                .distinct()
                .count();
        if (databases > DatabaseNames.MANY) {
            byKind(open, groups);
        } else {
            inOrder(open, groups);
        }
        open.clear();
    }

    /** In the order in which the kinds begin. */
    private static void byKind(List<Step> open, List<Group> groups) {
        Map<DatabaseWork.Kind, List<Step>> kinds = new EnumMap<>(DatabaseWork.Kind.class);
        open.forEach(step ->
                kinds.computeIfAbsent(kind(step), kind -> new ArrayList<>()).add(step));
        kinds.values().stream()
                .sorted(java.util.Comparator.comparingInt(
                        steps -> steps.getFirst().id().number()))
                .forEach(steps -> groups.add(new Group(List.copyOf(steps))));
    }

    private static void inOrder(List<Step> open, List<Group> groups) {
        List<Step> together = new ArrayList<>();
        for (Step step : open) {
            Optional<DatabaseWork.Kind> last =
                    together.isEmpty() ? Optional.empty() : Optional.of(kind(together.getLast()));
            if (last.isPresent() && !(last.get() == kind(step) && kind(step).isTest())) {
                groups.add(new Group(List.copyOf(together)));
                together.clear();
            }
            together.add(step);
        }
        if (!together.isEmpty()) {
            groups.add(new Group(List.copyOf(together)));
        }
    }

    private static DatabaseWork.Kind kind(Step step) {
        return DatabaseWork.of(step).orElseThrow().kind();
    }
}
