package keyturn.ui.steps;

import java.util.List;
import java.util.Optional;
import keyturn.domain.OneLine;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.words.StepWords;

/** A row of the steps of a plan in sections. */
public sealed interface StepRow {

    /** How far it is set in, from 0. */
    int depth();

    /** The first step that it stands for. */
    StepId first();

    /** The last one; the same where it is one step. */
    StepId last();

    /**
     * The head of a section, or of one database within it.
     *
     * @param about one line; empty: what its steps do
     * @param sum of all its steps, worked out once where they are many
     * @param steps at least two
     * @param open whether the rows below it are shown
     */
    record Head(String title, String about, List<Step> steps, Optional<SectionTag> sum, int depth, boolean open)
            implements StepRow {

        @Override
        public StepId first() {
            return steps.getFirst().id();
        }

        @Override
        public StepId last() {
            return steps.getLast().id();
        }

        Head turned() {
            return new Head(title, about, steps, sum, depth, !open);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** One step. */
    record One(Step step, int depth) implements StepRow {

        @Override
        public StepId first() {
            return step.id();
        }

        @Override
        public StepId last() {
            return step.id();
        }

        @Override
        public String toString() {
            return OneLine.shown(StepWords.title(step));
        }
    }
}
