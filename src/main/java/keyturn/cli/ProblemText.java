package keyturn.cli;

import keyturn.cli.page.Advice;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Problem;

/** ProblemText as messages: what was wrong, what came back, what to do now, under a stable code. */
public final class ProblemText {

    private ProblemText() {}

    public static void print(TerminalPage messages, Problem problem) {
        messages.hanging(
                Ink.PLAIN,
                0,
                2,
                TerminalPage.say("cli.problem", problem.summary().text(), problem.code()));
        problem.detail().stream().flatMap(String::lines).forEach(line -> messages.hanging(Ink.PLAIN, 2, 2, line));
        messages.hanging(Ink.PLAIN, 2, 2, Advice.of(problem.next()));
    }
}
