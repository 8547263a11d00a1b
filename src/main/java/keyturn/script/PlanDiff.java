package keyturn.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.plan.Plan;
import keyturn.plan.fact.Basis;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;

/**
 * What a new plan has otherwise than an old one, for anyone who read or approved the old.
 *
 * @param facts on which the two rest, where they differ
 * @param added steps of the new plan that the old one has not, act by act
 * @param gone steps of the old plan that the new one has not
 */
public record PlanDiff(List<Basis.Moved> facts, List<Step> added, List<Step> gone) {

    public PlanDiff {
        facts = List.copyOf(facts);
        added = List.copyOf(added);
        gone = List.copyOf(gone);
    }

    public static PlanDiff of(Plan before, Plan after) {
        return new PlanDiff(
                before.basis().moved(after.basis()),
                without(after.steps(), before.steps()),
                without(before.steps(), after.steps()));
    }

    /** In sentences; one where nothing differs. */
    public List<Message> told() {
        List<Message> told = Stream.of(
                        facts.stream()
                                .map(fact -> Message.of(
                                        "script.diff.fact",
                                        OneLine.shown(fact.told().text()))),
                        added.stream().map(step -> Message.of("script.diff.added", title(step))),
                        gone.stream().map(step -> Message.of("script.diff.gone", title(step))))
                .flatMap(lines -> lines)
                .toList();
        return told.isEmpty() ? List.of(Message.of("script.diff.none")) : told;
    }

    private static List<Step> without(List<Step> steps, List<Step> others) {
        List<String> left = new ArrayList<>(others.stream().map(PlanDiff::key).toList());
        return steps.stream().filter(step -> !left.remove(key(step))).toList();
    }

    /** Two tests of one database send the same text: the title tells before from after. */
    private static String key(Step step) {
        return title(step) + "\n" + Scripts.render(step).act().shownAsTSql();
    }

    private static String title(Step step) {
        return OneLine.shown(StepWords.title(step));
    }
}
