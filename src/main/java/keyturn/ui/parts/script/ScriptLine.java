package keyturn.ui.parts.script;

import java.util.List;
import keyturn.plan.step.StepId;

/**
 * A line of a script as it is shown.
 *
 * @param step whose line it is
 * @param kind whether it is part of what is sent
 * @param text without its line break
 * @param spans what to colour in it
 */
public record ScriptLine(StepId step, Kind kind, String text, List<Span> spans) {

    public ScriptLine {
        spans = List.copyOf(spans);
    }

    /** What a line is. */
    public enum Kind {
        /** A line of an act: numbered, copied. */
        CODE,
        /** Which step the following code belongs to: one row, cut where it is too long. Not copied. */
        HEADING,
        /** Said about the act, never part of it: a heading, an answer. Not copied with code. */
        NOTE
    }
}
