package keyturn.evidence.ticket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.evidence.ticket.Change.Line;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.Undo;
import keyturn.plan.words.UndoWords;

/** How the steps of a plan are undone, the last one first; those that are undone alike stand together. */
final class TicketBackOut {

    private TicketBackOut() {}

    static List<Line> of(Plan plan) {
        List<Line> lines = new ArrayList<>(undone(plan));
        Map<String, List<Step>> byHand = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            switch (Conduct.of(step).undo()) {
                case Undo.ByHand hand ->
                    byHand.computeIfAbsent(UndoWords.of(hand).text(), how -> new ArrayList<>())
                            .add(step);
                case Undo.BySteps by -> {}
                case Undo.None none -> {}
            }
        }
        byHand.forEach((how, steps) -> lines.add(Line.item(words("backout.byHand", StepNumbers.of(steps), how))));
        return List.copyOf(lines);
    }

    /** How long the steps take that undo the whole plan. */
    static Duration expected(Plan plan) {
        return plan.steps().stream()
                .flatMap(step -> undoing(step).stream())
                .map(back -> Conduct.of(back).expected())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Line> undone(Plan plan) {
        List<Step> steps =
                plan.steps().stream().filter(step -> !undoing(step).isEmpty()).toList();
        List<Step> ofDatabases =
                steps.stream().filter(step -> DatabaseWork.of(step).isPresent()).toList();
        boolean many = DatabaseNames.many(ofDatabases);
        Stream<Line> together =
                many ? Stream.of(Line.item(words("backout.databases", StepNumbers.of(ofDatabases)))) : Stream.empty();
        Stream<Line> each = steps.reversed().stream()
                .filter(step -> !many || DatabaseWork.of(step).isEmpty())
                .flatMap(step -> undoing(step).stream()
                        .map(back -> Line.item(words("backout.step", step.id(), Change.title(back)))));
        return Stream.concat(together, each).toList();
    }

    private static List<Step> undoing(Step step) {
        return switch (Conduct.of(step).undo()) {
            case Undo.BySteps by -> by.steps();
            case Undo.ByHand hand -> List.of();
            case Undo.None none -> List.of();
        };
    }

    private static Message words(String key, Object... arguments) {
        return Message.of("evidence.change." + key, arguments);
    }
}
