package keyturn.ui.verify;

import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.Tag;

/** A row in the list of what was confirmed. */
sealed interface VerdictRow {

    /**
     * Several steps that are told as one.
     *
     * @param place among all groups, from 0
     * @param mark the worst of its steps
     * @param open whether its steps stand below it
     */
    record Head(int place, String title, String line, Mark mark, Tag tag, boolean open) implements VerdictRow {}

    /**
     * A step.
     *
     * @param inGroup it belongs to the group above it
     */
    record Item(StepLine step, boolean inGroup) implements VerdictRow {}
}
