package keyturn.ui.parts.explain;

import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.trouble.Knowledge;
import keyturn.trouble.RootCause;
import keyturn.trouble.text.Explainer;
import keyturn.trouble.text.Explanation;
import keyturn.trouble.text.Verdict;
import keyturn.ui.parts.Words;

/** What a problem most likely comes from, in a few lines, for a page that nobody may leave now. */
public final class ProblemCauses {

    private static final int OTHERS = 3;

    private ProblemCauses() {}

    /** What is explained of it: what happened, what came back, and its stable code. */
    public static String text(Problem problem) {
        return problem.summary().text() + "\n" + problem.detail().orElse("") + "\n[" + problem.code() + "]";
    }

    /** Whether anything of it is known: else there is nothing to explain. */
    public static boolean isKnown(Problem problem) {
        return new Explainer(Knowledge.all()).explain(text(problem)).isKnown();
    }

    /** Empty where nothing is known of it. */
    public static List<String> lines(Problem problem) {
        Explanation known = new Explainer(Knowledge.all())
                .explain(problem.code().replaceFirst("^sql\\.", "Msg ") + "\n"
                        + problem.detail().orElse(""));
        if (known.verdict() == Verdict.WAIT) {
            return List.of(known.verdict().told().text());
        }
        if (known.verdict() != Verdict.CAUSES) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        RootCause first = known.causes().getFirst();
        lines.add(Words.of(
                "parts.problem.likely", first.title().text(), first.fix().text()));
        String others = String.join(
                "; ",
                known.causes().stream()
                        .skip(1)
                        .limit(OTHERS)
                        .map(cause -> cause.title().text())
                        .toList());
        if (!others.isEmpty()) {
            lines.add(Words.of("parts.problem.or", others));
        }
        return lines;
    }
}
