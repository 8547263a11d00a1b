package keyturn.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.step.Group;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.script.Scripts.StepScript;

/**
 * What this version would do otherwise than a saved plan says: the plan was made by another version of Keyturn.
 *
 * @param step whose act, undo or group it is; empty for the bounds of the whole plan
 * @param filed the text as the saved plan has it
 * @param ours the text as this version would send it
 */
public record Otherwise(Optional<StepId> step, String filed, String ours) {

    /** In the order of the plan; nothing where this version renders every act as the plan has it. */
    public static List<Otherwise> of(Plan plan, Scripts filed) {
        List<Otherwise> found = new ArrayList<>();
        if (!filed.bounds().equals(Bounds.OURS)) {
            found.add(new Otherwise(Optional.empty(), filed.bounds().toString(), Bounds.OURS.toString()));
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            add(
                    found,
                    filed.steps().get(i),
                    Scripts.render(plan.steps().get(i)),
                    filed.steps().get(i).id());
        }
        return List.copyOf(found);
    }

    private static void add(List<Otherwise> found, StepScript filed, StepScript ours, StepId step) {
        if (!filed.act().equals(ours.act())) {
            found.add(new Otherwise(
                    Optional.of(step), filed.act().shown(), ours.act().shown()));
        }
        if (!filed.group().equals(ours.group())) {
            found.add(new Otherwise(Optional.of(step), shown(filed.group()), shown(ours.group())));
        }
        if (!steps(filed.undo()).equals(steps(ours.undo()))) {
            found.add(new Otherwise(Optional.of(step), shown(filed.undo()), shown(ours.undo())));
            return;
        }
        for (int i = 0; i < filed.undo().size(); i++) {
            add(found, filed.undo().get(i), ours.undo().get(i), step);
        }
    }

    private static List<Step> steps(List<StepScript> scripts) {
        return scripts.stream().map(StepScript::step).toList();
    }

    private static String shown(Group group) {
        Message shown =
                switch (group) {
                    case Group.None none -> Message.of("script.group.none");
                    case Group.Opens opens -> Message.of("script.group.opens");
                    case Group.Closes closes -> Message.of("script.group.closes");
                };
        return shown.text();
    }

    private static String shown(List<StepScript> scripts) {
        return scripts.stream().map(script -> script.act().shown()).collect(Collectors.joining("\n"));
    }

    /** The same of these steps alone, and of the bounds: what a run that goes on has still to do. */
    public static List<Otherwise> of(Plan plan, Scripts filed, Set<StepId> left) {
        return left.isEmpty()
                ? List.of()
                : of(plan, filed).stream()
                        .filter(one -> one.step().map(left::contains).orElse(true))
                        .toList();
    }

    /** Why a plan that nobody has begun is not run; empty where this version renders what was approved. */
    public static Optional<Problem> refusal(Plan plan, Scripts filed) {
        return of(plan, filed).stream().findFirst().map(Otherwise::problem);
    }

    private Problem problem() {
        return step.map(id -> problem("act", id)).orElseGet(() -> problem("bounds"));
    }

    private Problem problem(String what, Object... arguments) {
        return new Problem(
                "run.otherwise",
                Message.of("script.otherwise." + what, arguments),
                Optional.of(filed + "\n→ " + ours),
                Message.of("script.otherwise.next"));
    }
}
