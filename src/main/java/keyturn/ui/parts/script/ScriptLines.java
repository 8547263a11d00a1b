package keyturn.ui.parts.script;

import java.util.ArrayList;
import java.util.List;
import keyturn.plan.step.StepId;
import keyturn.ui.parts.script.ScriptLine.Kind;

/** Gathers lines for a script view. */
public final class ScriptLines {

    private final List<ScriptLine> lines = new ArrayList<>();

    /** Names the step whose code follows. */
    public ScriptLines heading(StepId step, String text) {
        lines.add(new ScriptLine(step, Kind.HEADING, text, List.of()));
        return this;
    }

    /** A line about a step that is not sent. */
    public ScriptLines note(StepId step, String text) {
        for (String line : text.split("\n", -1)) {
            lines.add(new ScriptLine(step, Kind.NOTE, line, List.of()));
        }
        return this;
    }

    /** An act, byte for byte: joined by line feeds again its lines are the act. */
    public ScriptLines code(StepId step, String text, Language language) {
        List<Span> spans = Highlight.of(text, language);
        int next = 0;
        int start = 0;
        for (String line : text.split("\n", -1)) {
            int end = start + line.length();
            while (next < spans.size() && spans.get(next).to() <= start) {
                next++;
            }
            lines.add(new ScriptLine(step, Kind.CODE, line, within(spans.subList(next, spans.size()), start, end)));
            start = end + 1;
        }
        return this;
    }

    public List<ScriptLine> list() {
        return List.copyOf(lines);
    }

    /** The code of all steps, a blank line between two steps. */
    public static String codeOf(List<ScriptLine> lines) {
        StringBuilder text = new StringBuilder();
        ScriptLine before = null;
        for (ScriptLine line : lines) {
            if (line.kind() == Kind.CODE) {
                if (before != null) {
                    text.append(before.step().equals(line.step()) ? "\n" : "\n\n");
                }
                text.append(line.text());
                before = line;
            }
        }
        return text.toString();
    }

    /** What {@link #codeOf} has more once these lines are added. */
    static String codeAfter(List<ScriptLine> before, List<ScriptLine> added) {
        List<ScriptLine> last = before.reversed().stream()
                .filter(line -> line.kind() == Kind.CODE)
                .limit(1)
                .toList();
        String known = codeOf(last);
        List<ScriptLine> all = new ArrayList<>(last);
        all.addAll(added);
        return codeOf(all).substring(known.length());
    }

    private static List<Span> within(List<Span> spans, int start, int end) {
        List<Span> inside = new ArrayList<>();
        for (Span span : spans) {
            if (span.from() >= end) {
                break;
            }
            inside.add(new Span(Math.max(span.from(), start) - start, Math.min(span.to(), end) - start, span.kind()));
        }
        return inside;
    }
}
