package keyturn.ui.steps;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/**
 * What several steps do together: how many change something, test or read, the worst of what they risk, how long they take.
 *
 * @param changes whether any of them leaves something behind
 */
public record SectionTag(Tag tag, Duration expected, boolean changes) {

    static SectionTag of(List<Step> steps) {
        List<Conduct> all = steps.stream().map(Conduct::of).toList();
        Duration expected = all.stream().map(Conduct::expected).reduce(Duration.ZERO, Duration::plus);
        long changing = all.stream().filter(Conduct::leavesSomething).count();
        return new SectionTag(changing == 0 ? looks(all) : changes(all, changing), expected, changing > 0);
    }

    private static Tag looks(List<Conduct> all) {
        long tests = all.stream()
                .filter(conduct -> conduct.effect() == Conduct.Effect.TEST)
                .count();
        return new Tag(Tone.NEUTRAL, Words.of(tests == all.size() ? "steps.tests" : "steps.reads", all.size()));
    }

    private static Tag changes(List<Conduct> all, long changing) {
        Conduct.Risk worst = Collections.max(all.stream().map(Conduct::risk).toList());
        return switch (worst) {
            case READS, ADDS -> new Tag(Tone.ATTENTION, Words.of("steps.changes", changing));
            case REVERSIBLE ->
                new Tag(
                        Tone.ATTENTION,
                        Words.of(
                                all.stream().anyMatch(one -> one.undo().leavesWhatWasMade())
                                        ? "steps.changes"
                                        : "steps.changes.reversible",
                                changing));
            case INTERRUPTS -> new Tag(Tone.DANGER, Words.of("steps.changes.interrupts", changing));
            case DESTROYS -> new Tag(Tone.DANGER, Words.of("steps.changes.destroys", changing));
        };
    }
}
